import type { Base } from '#core/fact/base.ts';
import type { Card } from '#core/fact/fact.ts';
import { makeItem } from '#core/item/generate.ts';
import type { Item } from '#core/item/item.ts';
import { randomInt, shuffle } from '#core/item/random.ts';
import type { Random } from '#core/item/random.ts';
import { assignmentId } from '#core/assignment/assignment-code.ts';
import { payloadOf } from '#core/assignment/assignment-event.ts';
import { assignmentLogOf } from '#core/assignment/assignment-log.ts';
import type { Answer, Assignment, Result, Student } from '#core/assignment/assignment.ts';
import { studentOf } from '#core/assignment/assignment.ts';
import { textOfCode } from '#core/assignment/code.ts';
import { arrivalOf } from '#core/assignment/collect.ts';
import type { Arrival } from '#core/assignment/collect.ts';
import { decodeResult, encodeResult } from '#core/assignment/result-code.ts';
import type { ReadResult } from '#core/assignment/result-code.ts';
import { askedBy } from '#core/assignment/student-entries.ts';
import type { SessionId } from '#core/review/event.ts';
import { someKey } from './samples.ts';

/** A result as it leaves a student's device, and how many of its answers are right. */
export interface HandIn {
  readonly code: Uint8Array<ArrayBuffer>;
  readonly result: Result;
  readonly right: number;
}

export interface School {
  readonly base: Base;
  readonly cards: readonly Card[];
  readonly assignment: Assignment;
}

const day = 86_400_000;

/** Attempts of students on devices of their own, whose clocks are up to three days off. */
export function handIns(
  { base, cards, assignment }: School,
  students: number,
  attempts: number,
  random: Random,
): readonly HandIn[] {
  const asked = askedBy(base, cards, assignment);
  const id = assignmentId(assignment, base.topic);
  const items = new Map<string, Item | undefined>();
  return Array.from({ length: students * attempts }, (_, number) => {
    const student = studentOf(String((number % students) + 1));
    const right = asked(student).map(({ entry }) => {
      const name = JSON.stringify(entry);
      const card = cards.find((known) => known.id === entry.card);
      if (!items.has(name)) items.set(name, card && makeItem(base, card, entry.form, entry.seed));
      return answerTo(items.get(name), random);
    });
    const skewed = Date.UTC(2026, 10, 25, 8) + Math.round((random() * 6 - 3) * day);
    const startedUtcMs = Math.floor(skewed / 1000) * 1000;
    const result: Result = {
      id: number.toString(16).padStart(16, '0') as SessionId,
      assignment: id,
      student,
      startedUtcMs,
      finishedUtcMs: startedUtcMs + 1000 * randomInt(3600, random),
      extendedBy: 0,
      answers: right.map(({ answer }) => answer),
    };
    const device = someKey('e', 1 + (number % 250));
    const code = encodeResult(result, device, new Uint8Array(64).fill(7));
    return { code, result, right: right.filter((one) => one.isRight).length };
  });
}

function answerTo(
  item: Item | undefined,
  random: Random,
): { readonly answer: Answer | undefined; readonly isRight: boolean } {
  if (!item || random() < 0.05) return { answer: undefined, isRight: false };
  const wrong = item.options.filter(({ correct }) => !correct);
  const isRight = random() < 0.6 || wrong.length === 0;
  const option = isRight ? item.key : (wrong[randomInt(wrong.length, random)]?.id ?? '');
  return { answer: { response: { type: 'choice', option } }, isRight };
}

/** A teacher's device: what it keeps is payloads of its log. */
export interface Desk {
  readonly payloads: ReturnType<typeof payloadOf>[];
  readonly told: Map<Arrival | 'refused', number>;
}

export const newDesk = (): Desk => ({ payloads: [], told: new Map() });

/** What the app does with a code that arrives: look at it, compare it, keep what is new. */
export function receive(
  { payloads, told }: Desk,
  code: Uint8Array,
  there: ReadResult[],
  students: readonly Student[],
  items: number,
): void {
  const read = decodeResult(code);
  const arrival = read.ok ? arrivalOf(read.value, there, students, items) : 'refused';
  told.set(arrival, (told.get(arrival) ?? 0) + 1);
  if (!read.ok || arrival === 'known' || arrival === 'wrong-length') return;
  there.push(read.value);
  payloads.push(payloadOf({ kind: 'collected', body: { code: textOfCode(code) } }));
}

/** Every hand-in at least once, some up to `most` times, in any order, at either of two desks. */
export function chaos(codes: readonly HandIn[], count: number, random: Random): readonly [HandIn, 0 | 1][] {
  const more = Array.from(
    { length: Math.max(0, count - codes.length) },
    () => codes[randomInt(codes.length, random)],
  );
  const all = [...codes, ...more.filter((code) => code !== undefined)];
  return shuffle(all, random).map((code) => [code, random() < 0.5 ? 0 : 1]);
}

/** The two desks' logs as one, in either order. */
export const merged = (desks: readonly Desk[]): readonly ReadResult[] =>
  assignmentLogOf(desks.flatMap(({ payloads }) => payloads)).collected;
