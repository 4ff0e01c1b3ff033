import { describe, expect, test } from 'vitest';
import { sealed } from '#core/log/seal.ts';
import { parseBackup } from '#core/review/backup.ts';
import type { Backup } from '#core/review/backup.ts';
import type { DeviceId, EventId, SessionId } from '#core/review/event.ts';
import { eventId } from '#core/log/envelope.ts';
import type { SessionPlan } from '#core/session/plan.ts';
import type { Moment } from '#lib/storage/now.ts';
import { defaultSettings } from '#lib/storage/settings.ts';
import type { Storage } from '#lib/storage/storage.ts';
import { logOf, review, undo } from '../../core/review/some-events.ts';
import { noonMs, steadyClock } from './clock.ts';
import { snapshotContract } from './snapshot-contract.ts';

export const planOf = (id: string): SessionPlan =>
  ({
    v: 1,
    id,
    kind: 'study',
    topic: 'niger',
    topicVersion: '2026-11-24',
    seed: 7,
    startedDay: 20_780,
    entries: [{ card: 'coup-date/date', form: 'single-choice', seed: 7 }],
    feedback: 'now',
  }) as unknown as SessionPlan;

export async function backupOf(storage: Storage): Promise<Backup> {
  const parsed = parseBackup(await storage.backup());
  if (!parsed.ok) throw new TypeError(`Read back a backup, not ${JSON.stringify(parsed.problem)}`);
  return parsed.value;
}

/** What every storage keeps to. */
export function storageContract(name: string, open: (now: () => Moment) => Promise<Storage>): void {
  describe(`${name}: the log`, () => {
    test('a new one is empty', async () => {
      const storage = await open(steadyClock());
      expect(await storage.log()).toEqual({ events: [], carried: [], damaged: [] });
    });

    test('append() gives the event as it is kept, numbered without holes', async () => {
      const storage = await open(steadyClock());
      const first = await storage.append(review());
      const second = await storage.append(undo(eventId(first)));
      expect([first.seq, second.seq]).toEqual([1, 2]);
      expect(first.deviceId).toMatch(/^[0-9a-f]{32}$/);
      expect(second.deviceId).toBe(first.deviceId);
      expect(await storage.log()).toEqual({ events: [first, second], carried: [], damaged: [] });
    });

    test('append() many at once loses and doubles nothing', async () => {
      const storage = await open(steadyClock());
      const written = await Promise.all(
        Array.from({ length: 50 }, (_, position) => storage.append(review({ position }))),
      );
      const { events } = await storage.log();
      expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
      expect(new Set(written.map(({ hlc }) => hlc)).size).toBe(50);
    });

    test('append() takes an answer while the clock is set back, and keeps the order', async () => {
      const walls = [noonMs, noonMs - 86_400_000, noonMs + 1];
      const storage = await open(() => ({ wallUtcMs: walls.shift() ?? noonMs, tzOffsetMin: 0, tz: 'UTC' }));
      const written = [
        await storage.append(review()),
        await storage.append(review()),
        await storage.append(review()),
      ];
      expect((await storage.log()).events).toEqual(written);
      expect(written.map(({ wallUtcMs }) => wallUtcMs)).toEqual([noonMs, noonMs - 86_400_000, noonMs + 1]);
    });

    test('append() of something that is no event is a bug, and leaves no hole', async () => {
      const storage = await open(steadyClock());
      await expect(storage.append(review({ marks: 7 }))).rejects.toThrow(TypeError);
      expect((await storage.append(review())).seq).toBe(1);
    });
  });

  describe(`${name}: sessions`, () => {
    test('a session is kept, changed and deleted', async () => {
      const storage = await open(steadyClock());
      const plan = planOf('one');
      await storage.sessions.put({ plan, state: 'open' });
      expect(await storage.sessions.get(plan.id)).toEqual({
        plan,
        state: 'open',
        startedUtcMs: noonMs + 1000,
      });
      await storage.sessions.put({ plan, state: 'closed' });
      expect(await storage.sessions.get(plan.id)).toEqual({
        plan,
        state: 'closed',
        startedUtcMs: noonMs + 1000,
      });
      await storage.sessions.delete(plan.id);
      expect(await storage.sessions.get(plan.id)).toBeUndefined();
      expect(await storage.sessions.list()).toEqual([]);
    });

    test('list() begins with the one started last', async () => {
      const storage = await open(steadyClock());
      for (const id of ['b', 'c', 'a', 'b']) await storage.sessions.put({ plan: planOf(id), state: 'open' });
      expect((await storage.sessions.list()).map(({ plan }) => plan.id)).toEqual(['a', 'c', 'b']);
    });

    test('put() of something that is no session is a bug', async () => {
      const storage = await open(steadyClock());
      const plan = { ...planOf('one'), seed: 0.5 };
      await expect(storage.sessions.put({ plan, state: 'open' })).rejects.toThrow(TypeError);
    });
  });

  describe(`${name}: settings`, () => {
    test('they are the default ones until chosen', async () => {
      const storage = await open(steadyClock());
      expect(await storage.settings.get()).toEqual(defaultSettings);
      const chosen = { ...defaultSettings, theme: 'dark', textScale: 1.3, examDay: '2027-01-15' } as const;
      await storage.settings.put(chosen);
      expect(await storage.settings.get()).toEqual(chosen);
    });
  });

  describe(`${name}: backup and restore`, () => {
    test('a backup restored on another device gives the same log, sessions and settings', async () => {
      const mine = await open(steadyClock());
      const theirs = await open(steadyClock());
      await mine.append(review());
      await mine.append(review({ marks: 0 }));
      await mine.sessions.put({ plan: planOf('one'), state: 'open' });
      await mine.settings.put({ ...defaultSettings, dailyMinutes: 25 });
      const backup = await backupOf(mine);

      expect(await theirs.restore(backup, { takeSettings: true })).toEqual({
        added: 2,
        known: 0,
        rejected: 0,
        forks: 0,
      });
      expect(await theirs.log()).toEqual(await mine.log());
      expect(await theirs.sessions.list()).toEqual(await mine.sessions.list());
      expect(await theirs.settings.get()).toEqual(await mine.settings.get());
    });

    test('restore() leaves settings that the copy has none of', async () => {
      const storage = await open(steadyClock());
      const settings = { ...defaultSettings, dailyMinutes: 25 };
      await storage.settings.put(settings);
      const backup = { exportedUtcMs: 1, events: [], sessions: [], damaged: [] };
      await storage.restore(backup, { takeSettings: true });
      expect(await storage.settings.get()).toEqual(settings);
    });

    test('restore() a second time changes nothing', async () => {
      const mine = await open(steadyClock());
      await mine.append(review());
      const backup = await backupOf(mine);
      const before = await mine.log();
      expect(await mine.restore(backup)).toEqual({ added: 0, known: 1, rejected: 0, forks: 0 });
      expect(await mine.log()).toEqual(before);
    });

    test('restore() keeps what is here: other answers, the session as it is, the settings', async () => {
      const mine = await open(steadyClock());
      const theirs = await open(steadyClock(noonMs - 5000));
      await theirs.append(review());
      await theirs.sessions.put({ plan: planOf('one'), state: 'open' });
      await theirs.settings.put({ ...defaultSettings, theme: 'light' });
      await mine.append(review());
      await mine.sessions.put({ plan: planOf('one'), state: 'closed' });

      expect(await mine.restore(await backupOf(theirs))).toEqual({
        added: 1,
        known: 0,
        rejected: 0,
        forks: 0,
      });
      expect((await mine.log()).events).toHaveLength(2);
      expect((await mine.sessions.get('one' as SessionId))?.state).toBe('closed');
      expect((await mine.settings.get()).theme).toBe('system');
    });

    test('answers after a restore come after everything restored, also from a device whose clock was ahead', async () => {
      const storage = await open(steadyClock());
      const events = logOf('ahead', [review()], [noonMs + 10 * 365 * 86_400_000]);
      await storage.restore({ exportedUtcMs: noonMs, events, sessions: [], damaged: [] });
      const next = await storage.append(review());
      expect((await storage.log()).events.at(-1)).toEqual(next);
      expect(next.wallUtcMs).toBe(noonMs + 1000);
    });

    test('a copy of this device that went its own way is told apart', async () => {
      const storage = await open(steadyClock());
      const { deviceId } = await storage.append(review());
      const twin = logOf(deviceId, [review({ marks: 0.5 }), review()]);
      const backup: Backup = { exportedUtcMs: noonMs, events: twin, sessions: [], damaged: [] };
      expect(await storage.restore(backup)).toEqual({ added: 2, known: 0, rejected: 0, forks: 1 });
      const next = await storage.append(review());
      expect(next.deviceId).not.toBe(deviceId);
      expect(next.seq).toBe(1);
      expect((await storage.log()).events).toHaveLength(4);
      expect((await backupOf(storage)).events).toHaveLength(4);
      expect(await storage.restore(backup)).toEqual({ added: 0, known: 2, rejected: 0, forks: 0 });
    });

    test('an entry of a type that this program does not know is carried on', async () => {
      const storage = await open(steadyClock());
      const seal = { deviceId: 'other' as DeviceId, seq: 1, previousHlc: undefined };
      const entry = sealed('of-tomorrow', { any: ['thing'] }, { ...seal, ...steadyClock()() });
      const backup: Backup = { exportedUtcMs: noonMs, events: [entry], sessions: [], damaged: [] };
      expect((await storage.restore(backup)).added).toBe(1);
      expect(await storage.log()).toEqual({ events: [], carried: [entry], damaged: [] });
      expect((await backupOf(storage)).events).toEqual([entry]);
    });

    test('answers are chained, over a restore too', async () => {
      const storage = await open(steadyClock());
      const first = await storage.append(review());
      await storage.restore({
        exportedUtcMs: noonMs,
        events: logOf('other', [review()]),
        sessions: [],
        damaged: [],
      });
      const second = await storage.append(review());
      expect([first.prev, second.prev]).toEqual(['', first.checksum]);
    });

    test('a session of a backup that cannot be read is left out', async () => {
      const storage = await open(steadyClock());
      const sessions = [{ plan: planOf('one'), state: 'open', startedUtcMs: noonMs }, { plan: 'two' }, null];
      await storage.restore({ exportedUtcMs: noonMs, events: [], sessions, damaged: [] });
      expect(await storage.sessions.list()).toHaveLength(1);
    });
  });

  snapshotContract(name, open);

  test(`${name}: erase() leaves nothing`, async () => {
    const storage = await open(steadyClock());
    const { deviceId } = await storage.append(review());
    await storage.append(undo('x:1' as EventId));
    await storage.sessions.put({ plan: planOf('one'), state: 'open' });
    await storage.settings.put({ ...defaultSettings, theme: 'dark' });
    await storage.erase();
    expect(await storage.total()).toBe(0);
    expect(await storage.snapshot()).toBeUndefined();
    expect(await storage.log()).toEqual({ events: [], carried: [], damaged: [] });
    expect(await storage.sessions.list()).toEqual([]);
    expect(await storage.settings.get()).toEqual(defaultSettings);
    expect((await storage.append(review())).deviceId).not.toBe(deviceId);
  });
}
