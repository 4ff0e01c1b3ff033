import { canonicalJson } from '#core/log/checksum.ts';
import type { EventBody, LogEvent } from '#core/review/event.ts';
import { LearnerLog } from '#lib/state/log.svelte.ts';
import { parseBackup } from '#core/review/backup.ts';
import { eventOf } from '#core/review/parse-event.ts';
import { nothingDone, projectionAfter } from '#core/review/projection.ts';
import { rescueBackup } from '#lib/storage/rescue.ts';
import { openStorage } from '#lib/storage/storage.ts';

/** What a fresh start finds. */
export interface Opening {
  /** `ready`, or why the learner gets the recovery screen. */
  readonly status: string;
  readonly entries: readonly (readonly [name: string, json: string])[];
  /** Whether the learner is told of damage or loss. */
  readonly told: boolean;
  readonly tookMs: number;
  /** Whether there was nothing of the site at all before the app's own code ran. */
  readonly foundNothing: boolean;
}

/** Everything the campaign does in a page: with the app's own log, past the screens. */
export interface Harness {
  open(): Promise<Opening>;
  /** Answers `count` items, in several lanes at once; each is told to the server before and after it. */
  write(prefix: string, count: number, lanes: number): Promise<number>;
  /** How many answers count, as the page knows it. */
  answers(): number;
  /** Entries as they stand, without another start. */
  entries(): Promise<Opening['entries']>;
  /** Whether what follows from the log step by step, or by a snapshot, is what follows from all of it at once. */
  isDerivedTrue(): Promise<boolean>;
  backup(): Promise<string>;
  /** The problem of a file that is refused, or undefined. */
  restore(text: string): Promise<string | undefined>;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

/** A campaign's logs are short: there a snapshot counts from the first answer on. */
const newLog = (): LearnerLog => new LearnerLog('campaign', 1);
let log = newLog();

async function open(): Promise<Opening> {
  const foundNothing = await isEmptySite();
  const start = performance.now();
  log.close();
  log = newLog();
  await log.open();
  const tookMs = performance.now() - start;
  const status = log.problem?.type ?? (log.readOnly ? 'newer-schema' : 'ready');
  // What the learner is offered on the recovery screen.
  if (status === 'damaged' || status === 'timeout') await log.openAnew(true);
  await log.verify();
  return { status, entries: await entries(), told: status !== 'ready' || isTold(), tookMs, foundNothing };
}

async function isEmptySite(): Promise<boolean> {
  // Chromium lists no databases where it cannot read its own files: there is something then.
  const databases = await indexedDB.databases().catch(() => undefined);
  if (localStorage.length > 0 || databases?.length !== 0) return false;
  const files = (await navigator.storage?.getDirectory?.())?.keys();
  return files === undefined || (await files.next()).done === true;
}

const isTold = (): boolean => log.damaged > 0 || log.recovery !== undefined;

/** Of a review that is named in the place of its session. */
const entries = async (): Promise<Opening['entries']> =>
  (await stored()).flatMap((event) =>
    event.type === 'review'
      ? [[`${event.payload.session}:${event.payload.position}`, canonicalJson(event)] as const]
      : [],
  );

/** The log as the storage gives it; where it cannot be opened, as the copy from the recovery screen has it. */
async function stored(): Promise<readonly LogEvent[]> {
  const opened = await openStorage();
  if (!opened.ok) return rescued();
  try {
    return (await opened.value.log()).events;
  } finally {
    opened.value.close();
  }
}

async function rescued(): Promise<readonly LogEvent[]> {
  const text = await rescueBackup();
  const backup = text.ok ? parseBackup(text.value) : undefined;
  return backup?.ok ? backup.value.events.flatMap((entry) => eventOf(entry) ?? []) : [];
}

async function write(prefix: string, count: number, lanes: number): Promise<number> {
  let next = 0;
  let kept = 0;
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (next < count) {
        const position = next;
        next += 1;
        await say({ tried: `${prefix}:${position}` });
        try {
          const event = await log.record(answer(prefix, position));
          kept += 1;
          await say({ saved: [`${prefix}:${position}`, canonicalJson(event)] });
        } catch {
          return; // told to the learner as not saved
        }
      }
    }),
  );
  return kept;
}

async function say(said: object): Promise<void> {
  await fetch('/said', { method: 'POST', body: JSON.stringify(said), keepalive: true });
}

function answer(prefix: string, position: number): EventBody {
  const payload = {
    session: prefix,
    position,
    card: `coup-${position % 7}/date`,
    item: `item-${position}`,
    form: 'single-choice',
    seed: position,
    generator: 1,
    response: { type: 'choice', option: 'a' },
    marks: position % 3 === 0 ? 0 : 1,
    guess: 0.25,
    tookMs: 4000 + position,
  };
  return { type: 'review', payload } as EventBody;
}

async function isDerivedTrue(): Promise<boolean> {
  const fresh = projectionAfter(await stored(), log.weights);
  const [mine, whole] = [log.projection ?? nothingDone, fresh ?? nothingDone].map((projection) =>
    JSON.stringify([
      projection,
      ...projection.standing.memories,
      ...projection.missed,
      ...projection.habits.met,
    ]),
  );
  return mine === whole;
}

async function restore(text: string): Promise<string | undefined> {
  const file = new File([text], 'copy.json');
  const read = await log.preview(file);
  if (!read.ok) return read.problem.type;
  await log.restore(read.value);
  return undefined;
}

window.harness = {
  open,
  write,
  answers: () => log.answers,
  entries,
  isDerivedTrue,
  backup: async () => (await log.backupFile()).file.text(),
  restore,
};
