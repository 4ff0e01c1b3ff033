import type { CardId } from '#core/fact/fact.ts';
import type { TopicId } from '#core/fact/topic.ts';
import { formIds } from '#core/item/item.ts';
import type { Day } from '#core/memory/day.ts';
import type { SessionId } from '#core/review/event.ts';
import type { Entry, SessionPlan } from '#core/session/plan.ts';
import { listOf, oneOf, record, text, whole } from '#core/shape.ts';

import type { Database } from './database.ts';
import type { WriteTransaction } from './schema.ts';
import { openRow, sealRow } from './sealed.ts';

/** A sitting's plan, and whether the learner has ended it. How far it got follows from the log. */
export interface SavedSession {
  readonly plan: SessionPlan;
  readonly state: 'open' | 'closed';
  /** When it was first kept. */
  readonly startedUtcMs: number;
}

const entry = record<Omit<Entry, 'easier'>, { easier: true }>(
  { card: text<CardId>(), form: oneOf(formIds), seed: whole() },
  { easier: oneOf([true]) },
);

const plan = record<Omit<SessionPlan, 'certainty'>, { certainty: boolean }>(
  {
    v: oneOf([1]),
    id: text<SessionId>(/^[\w-]{1,64}$/),
    kind: oneOf(['study', 'quiz', 'assignment']),
    topic: text<TopicId>(),
    topicVersion: text(),
    seed: whole(),
    startedDay: whole<Day>(),
    entries: listOf(entry),
    feedback: oneOf(['now', 'end']),
  },
  { certainty: oneOf([true, false]) },
);

/** A saved session from outside; undefined when it is none. */
export const parseSession = record<SavedSession>({
  plan,
  state: oneOf(['open', 'closed']),
  startedUtcMs: whole(),
});

export const readSession = (database: Database, id: SessionId): Promise<SavedSession | undefined> =>
  database.run(async (handle) => parseSession(openRow(await handle.get('sessions', id))));

export const readSessions = (database: Database): Promise<readonly SavedSession[]> =>
  database.run(async (handle) => sessionsOf(await handle.getAll('sessions')));

/** The sessions in rows, latest first. One that cannot be read is left out: its answers are in the log all the same. */
export const sessionsOf = (rows: readonly unknown[]): readonly SavedSession[] =>
  rows.flatMap((row) => parseSession(openRow(row)) ?? []).sort((a, b) => b.startedUtcMs - a.startedUtcMs);

export const keepSession = (database: Database, saved: SavedSession): Promise<void> =>
  database.write(['sessions'], (transaction) => putSession(transaction, saved));

export const dropSession = (database: Database, id: SessionId): Promise<void> =>
  database.write(['sessions'], (transaction) => transaction.objectStore('sessions').delete(id));

/** Keeps a session; one that is there already keeps the moment of its start. */
export async function putSession(transaction: WriteTransaction, saved: SavedSession): Promise<void> {
  const store = transaction.objectStore('sessions');
  const earlier = parseSession(openRow(await store.get(saved.plan.id)));
  await store.put(sessionRow(saved, earlier), saved.plan.id);
}

/** Throws a TypeError when the session could not be read back. */
export function sessionRow(saved: SavedSession, earlier: SavedSession | undefined): unknown {
  const session = parseSession({ ...saved, startedUtcMs: earlier?.startedUtcMs ?? saved.startedUtcMs });
  if (!session) throw new TypeError(`Save a whole session, not ${JSON.stringify(saved)}`);
  return sealRow(session);
}
