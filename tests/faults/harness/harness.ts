import { canonicalJson } from '#core/log/checksum.ts';
import type { EventBody } from '#core/review/event.ts';
import { importFile } from '#lib/import/import-file.ts';
import { LearnerLog } from '#lib/state/log.svelte.ts';
import { standingKeeper } from '#lib/state/standing-keeper.ts';

/** What a fresh start finds. */
export interface Opening {
  /** `ready`, or why the learner gets the recovery screen. */
  readonly status: string;
  readonly entries: readonly (readonly [name: string, json: string])[];
  /** Whether the learner is told of damage or loss. */
  readonly told: boolean;
  readonly tookMs: number;
}

/** Everything the campaign does in a page: with the app's own log, past the screens. */
export interface Harness {
  open(): Promise<Opening>;
  /** Answers `count` items, in several lanes at once; each is told to the server before and after it. */
  write(prefix: string, count: number, lanes: number): Promise<number>;
  /** Entries as they stand, without another start. */
  entries(): Opening['entries'];
  /** Whether what follows from the log step by step is what follows from all of it at once. */
  isDerivedTrue(): boolean;
  backup(): Promise<string>;
  /** The problem of a file that is refused, or undefined. */
  restore(text: string): Promise<string | undefined>;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

let log = new LearnerLog();

async function open(): Promise<Opening> {
  const start = performance.now();
  log.close();
  log = new LearnerLog();
  await log.open();
  const tookMs = performance.now() - start;
  const status = log.problem?.type ?? 'ready';
  // What the learner is offered on the recovery screen.
  if (status === 'damaged' || status === 'timeout') await log.openAnew(true);
  return { status, entries: entries(), told: status !== 'ready' || isTold(), tookMs };
}

const isTold = (): boolean => log.damaged > 0 || log.recovery !== undefined;

/** Of a review that is named in the place of its session. */
const entries = (): Opening['entries'] =>
  log.events.flatMap((event) =>
    event.type === 'review'
      ? [[`${event.payload.session}:${event.payload.position}`, canonicalJson(event)] as const]
      : [],
  );

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

function isDerivedTrue(): boolean {
  const fresh = standingKeeper()(log.reviews, log.weights);
  return JSON.stringify([...log.standing.memories]) === JSON.stringify([...fresh.memories]);
}

async function restore(text: string): Promise<string | undefined> {
  const file = new File([text], 'copy.json');
  const read = await importFile('backup', file);
  if (!read.ok) return read.problem.type;
  await log.restore(read.value);
  return undefined;
}

window.harness = {
  open,
  write,
  entries,
  isDerivedTrue,
  backup: async () => (await log.backupFile()).text,
  restore,
};
