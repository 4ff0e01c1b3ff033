import { describe, expect, test } from 'vitest';
import type { CardId } from '#core/fact/fact.ts';
import { databaseName } from '#lib/storage/schema.ts';
import { sealRow } from '#lib/storage/sealed.ts';
import { parseSession, sessionRow, sessionsOf } from '#lib/storage/sessions.ts';
import type { SavedSession } from '#lib/storage/sessions.ts';
import { planOf } from './contract.ts';
import { FaultyFactory } from './faulty-factory.ts';
import { openTab } from './tab.ts';

const entry = { card: 'f/object' as CardId, form: 'typed', seed: 7 } as const;
const session: SavedSession = {
  plan: { ...planOf('one'), entries: [entry] },
  state: 'open',
  startedUtcMs: 5,
};

describe('parseSession()', () => {
  test.each<[string, object]>([
    ...(['study', 'quiz', 'assignment'] as const).map((kind): [string, object] => [kind, { kind }]),
    ...(['now', 'end'] as const).map((feedback): [string, object] => [feedback, { feedback }]),
    ['that asks how sure', { certainty: true }],
    ['that does not', { certainty: false }],
    ['with an easier item', { entries: [{ ...entry, easier: true }] }],
  ])('takes a sitting %s', (_, changes) => {
    const changed = { ...session, plan: { ...session.plan, ...changes } };
    expect(parseSession(JSON.parse(JSON.stringify(changed)))).toEqual(changed);
  });

  test.each(['open', 'closed'] as const)('takes one that is %s', (state) => {
    expect(parseSession({ ...session, state })).toEqual({ ...session, state });
  });

  test.each<[string, object]>([
    ['of another version', { v: 2 }],
    ['of another kind', { kind: 'game' }],
    ['without a topic', { topic: undefined }],
    ['without a version', { topicVersion: 7 }],
    ['with half a seed', { seed: 0.5 }],
    ['with half a day', { startedDay: 0.5 }],
    ['with feedback at another time', { feedback: 'never' }],
    ['that asks how sure in words', { certainty: 'yes' }],
    ['with an id that is a path', { id: 'a/b' }],
    ['with an id that is too long', { id: 'x'.repeat(65) }],
    ['without entries', { entries: undefined }],
    ['with an entry without a card', { entries: [{ ...entry, card: 7 }] }],
    ['with an entry of an unknown form', { entries: [{ ...entry, form: 'song' }] }],
    ['with an entry without a seed', { entries: [{ ...entry, seed: '7' }] }],
    ['with an entry that is not easier', { entries: [{ ...entry, easier: false }] }],
  ])('refuses a sitting %s', (_, changes) => {
    expect(parseSession({ ...session, plan: { ...session.plan, ...changes } })).toBeUndefined();
  });

  test('refuses a state or a time that is none', () => {
    expect(parseSession({ ...session, state: 'lost' })).toBeUndefined();
    expect(parseSession({ ...session, startedUtcMs: '5' })).toBeUndefined();
    expect(parseSession(session.plan)).toBeUndefined();
  });
});

test('sessionRow() keeps the moment of the start, and takes no sitting that could not be read back', () => {
  const row = sessionRow({ ...session, startedUtcMs: 9 }, session);
  expect(sessionsOf([row])).toEqual([session]);
  expect(() => sessionRow({ ...session, state: 'lost' as never }, undefined)).toThrow(TypeError);
});

test('sessionsOf() gives the latest first, and leaves out what cannot be read', () => {
  const rows = [1, 3, 2].map((startedUtcMs) => sealRow({ ...session, startedUtcMs }));
  expect(
    sessionsOf([...rows, sealRow({}), session, undefined]).map(({ startedUtcMs }) => startedUtcMs),
  ).toEqual([3, 2, 1]);
});

test('a sitting and settings are read one by one, and damaged ones are none', async () => {
  const factory = new FaultyFactory();
  const storage = await openTab(factory);
  const { plan } = session;
  await storage.sessions.put({ plan, state: 'closed' });
  expect(await storage.sessions.get(plan.id)).toMatchObject({ plan, state: 'closed' });
  await factory.tamper(databaseName, (database) => {
    const transaction = database.transaction('sessions', 'readwrite');
    transaction.objectStore('sessions').put({ ...session }, plan.id);
    return transaction;
  });
  expect(await storage.sessions.get(plan.id)).toBeUndefined();
  expect(await storage.sessions.list()).toEqual([]);
});
