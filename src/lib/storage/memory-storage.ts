import { canonicalJson } from '#core/log/checksum.ts';
import { identityOf } from '#core/log/envelope.ts';
import type { Envelope } from '#core/log/envelope.ts';
import { extentOf } from '#core/log/extent.ts';
import type { Extent } from '#core/log/extent.ts';
import { admit } from '#core/log/merge.ts';
import { inOrder } from '#core/log/order.ts';
import { writeBackup } from '#core/review/backup.ts';
import { snapshotOf, writeSnapshot } from '#core/review/snapshot.ts';

import { newHead } from './device.ts';
import { now as readClock } from './now.ts';
import type { Moment } from './now.ts';
import type { Recovery } from './recover.ts';
import { headAfter, headAfterMerge, nextEvent, readRows } from './review-log.ts';
import { openRow } from './sealed.ts';
import { parseSession, sessionRow, sessionsOf } from './sessions.ts';
import { parseSettings } from './settings.ts';
import type { Storage } from './storage.ts';

/** The storage without a disk: for tests of what is built on it. */
export function memoryStorage(now: () => Moment = readClock): Storage {
  const events = new Map<string, Envelope>();
  const sessions = new Map<string, unknown>();
  let settings: unknown;
  let head = newHead(undefined, 0);

  const nothingLost = (): Recovery => ({ restored: 0, healed: 0, missing: 0, copied: 0, head });
  const log: Storage['log'] = async () => readRows(events);

  let snapshot: string | undefined;

  return {
    log,
    after: async (extent) => {
      const entries = [...events.values()];
      const rest = entries.filter(({ deviceId, seq }) => seq > seqIn(extent, deviceId));
      const covered = entries.filter((entry) => !rest.includes(entry));
      const isThere = canonicalJson(extentOf(covered, rest)) === canonicalJson(extent);
      return isThere ? readRows(rest.map((entry) => [identityOf(entry), entry])) : undefined;
    },
    total: async () => head.total,
    snapshot: async () => snapshot,
    audit: async (making) => {
      const { events: known, carried } = await log();
      const next = snapshotOf([...known, ...carried], known, making);
      snapshot = next && writeSnapshot(next);
      return { damaged: 0, misled: false };
    },
    append: async (body) => {
      const event = nextEvent(head, body, now());
      head = headAfter(head, event);
      events.set(identityOf(event), event);
      return event;
    },
    sessions: {
      put: async (session) => {
        const { id } = session.plan;
        const earlier = parseSession(openRow(sessions.get(id)));
        sessions.set(id, sessionRow({ ...session, startedUtcMs: now().wallUtcMs }, earlier));
      },
      get: async (id) => parseSession(openRow(sessions.get(id))),
      list: async () => sessionsOf([...sessions.values()]),
      delete: async (id) => void sessions.delete(id),
    },
    settings: {
      get: async () => parseSettings(settings),
      put: async (chosen) => void (settings = parseSettings(chosen)),
    },
    backup: async () =>
      writeBackup({
        exportedUtcMs: now().wallUtcMs,
        events: inOrder(events.values()),
        damaged: [],
        sessions: sessionsOf([...sessions.values()]),
        ...(settings !== undefined && { settings }),
      }),
    restore: async (backup, { takeSettings = false } = {}) => {
      const admission = admit(events.values(), backup.events);
      head = headAfterMerge(head, admission);
      for (const event of admission.added) events.set(identityOf(event), event);
      for (const session of backup.sessions.flatMap((raw) => parseSession(raw) ?? [])) {
        if (!sessions.has(session.plan.id)) sessions.set(session.plan.id, sessionRow(session, undefined));
      }
      if (takeSettings && backup.settings !== undefined) settings = parseSettings(backup.settings);
      return {
        added: admission.added.length,
        known: admission.known,
        rejected: backup.damaged.length,
        forks: admission.forks.length,
      };
    },
    short: false,
    recover: async () => nothingLost(),
    compare: async () => undefined,
    erase: async () => {
      events.clear();
      sessions.clear();
      settings = undefined;
      snapshot = undefined;
      head = newHead(undefined, 0);
    },
    onNews: () => () => undefined,
    close: () => undefined,
  };
}

const seqIn = ({ devices }: Extent, deviceId: Envelope['deviceId']): number =>
  devices.find((device) => device.deviceId === deviceId)?.seq ?? 0;
