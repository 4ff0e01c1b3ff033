import type { TakenUp } from '#core/assignment/assignment-event.ts';
import type { Answer, Result, Student } from '#core/assignment/assignment.ts';
import { bytesOfHex } from '#core/assignment/bytes.ts';
import { joined } from '#core/log/joined.ts';
import { textOfCode } from '#core/assignment/code.ts';
import type { Marking } from '#core/assignment/collect.ts';
import { encodeResult, encodeSealed, resultToSign } from '#core/assignment/result-code.ts';
import { sheetFor } from '#core/assignment/sheet.ts';
import type { Sheet, Terms } from '#core/assignment/sheet.ts';
import type { SessionId } from '#core/review/event.ts';
import type { ReviewEvent } from '#core/review/log.ts';
import type { Entry, SessionPlan } from '#core/session/plan.ts';
import { seal } from '#lib/crypto/seal.ts';
import { sign } from '#lib/crypto/sign.ts';
import { now } from '#lib/storage/now.ts';
import { newAttemptId } from '#lib/storage/random.ts';
import type { App } from './app.svelte.ts';
import type { Assignments } from './assignments.svelte.ts';
import type { Offer } from './invitation.ts';
import { Session } from './session.svelte.ts';
import type { ItemMaker } from './session.svelte.ts';

/** How a student takes a quiz up. */
export interface Joining {
  readonly student: Student;
  /** In percent of the time limit. */
  readonly extendedBy: number;
}

/** Begins an attempt: it is in the log, with all that it asks, before its first item is shown. */
export async function takeUp(
  assignments: Assignments,
  facts: Marking,
  offer: Offer,
  { student, extendedBy }: Joining,
): Promise<SessionId> {
  const { log } = assignments;
  const { teacher, title, topic, pack } = offer.assignment;
  if (teacher && !log.trusted.has(teacher.signing)) {
    await assignments.tell({ kind: 'trusted', body: { signing: teacher.signing } });
  }
  const taken: TakenUp = {
    attempt: newAttemptId(),
    assignment: offer.id,
    topic,
    title,
    student,
    code: textOfCode(offer.code),
    startedUtcMs: now().wallUtcMs,
    extendedBy,
    sheet: sheetFor(facts, offer.assignment, student),
  };
  await assignments.tell({ kind: 'taken-up', body: taken });
  void assignments.keepFacts(pack);
  return taken.attempt;
}

/** The sitting of an attempt, as it was left; made again where only the log has it. */
export async function goOn(app: App, taken: TakenUp, sheet: Sheet): Promise<Session> {
  const saved = app.log.sessions.find(({ plan }) => plan.id === taken.attempt);
  const plan = saved?.plan ?? planOf(app, taken, sheet);
  if (!saved) await app.log.saveSession(plan, 'open');
  await app.log.loadReviewsOf(plan.id);
  return new Session(app, makerOf(sheet), plan);
}

/** Finds the items of a sheet; nothing is made. */
function makerOf({ items }: Sheet): ItemMaker {
  const nameOf = ({ card, form, seed }: Entry): string => `${card} ${form} ${seed}`;
  const byName = new Map(items.map((item) => [nameOf(item), item]));
  return (entry) => byName.get(nameOf(entry));
}

function planOf(app: App, { attempt, topic }: TakenUp, { terms, items }: Sheet): SessionPlan {
  return {
    v: 1,
    id: attempt,
    kind: 'assignment',
    topic,
    topicVersion: terms.packVersion ?? '',
    seed: terms.seed,
    startedDay: app.today,
    entries: items.map(({ card, form, seed }) => ({ card, form, seed })),
    feedback: terms.settings.feedback === 'now' ? 'now' : 'end',
    certainty: terms.settings.certainty,
  };
}

/** What was answered in an attempt, in the order of its items. */
export function answersOf(
  plan: SessionPlan,
  reviews: readonly ReviewEvent[],
): readonly (Answer | undefined)[] {
  const answers = new Map(
    reviews
      .filter(({ payload }) => payload.session === plan.id)
      .map(({ payload: { position, response, certainty } }) => [
        position,
        { response, ...(certainty && { certainty }) },
      ]),
  );
  return plan.entries.map((_, position) => answers.get(position));
}

/**
 * The code of an attempt's result, signed by this device and sealed where the teacher can unseal it. The first one made
 * is kept: handing in again hands in the same.
 */
export async function handIn(
  assignments: Assignments,
  { teacher }: Pick<Terms, 'teacher'>,
  taken: TakenUp,
  plan: SessionPlan,
): Promise<string> {
  const kept = assignments.log.handedIn.get(taken.attempt);
  if (kept) return kept.code;
  const { reviews } = assignments.app.log;
  const last = reviews.findLast(({ payload }) => payload.session === taken.attempt);
  const result: Result = {
    id: taken.attempt,
    assignment: taken.assignment,
    student: taken.student,
    startedUtcMs: taken.startedUtcMs,
    finishedUtcMs: last?.wallUtcMs ?? now().wallUtcMs,
    extendedBy: taken.extendedBy,
    answers: answersOf(plan, reviews),
  };
  const keys = await assignments.keys();
  const signature = await sign(keys.signing, resultToSign(result, keys.signing.public));
  const open = encodeResult(result, keys.signing.public, signature);
  const about = joined(bytesOfHex(taken.assignment));
  const code = teacher ? encodeSealed(taken.assignment, await seal(open, teacher.sealing, about)) : open;
  const text = textOfCode(code);
  await assignments.tell({ kind: 'handed-in', body: { attempt: taken.attempt, code: text } });
  await assignments.app.log.saveSession(plan, 'closed');
  return text;
}

/** Attempts at an assignment on this device, the oldest first. */
export const attemptsAt = (assignments: Assignments, id: Offer['id']): readonly TakenUp[] =>
  [...assignments.log.takenUp.values()].filter(({ assignment }) => assignment === id);

/** The attempt that is not handed in yet. */
export const openAttempt = (assignments: Assignments, id: Offer['id']): TakenUp | undefined =>
  attemptsAt(assignments, id).findLast(({ attempt }) => !assignments.log.handedIn.has(attempt as SessionId));
