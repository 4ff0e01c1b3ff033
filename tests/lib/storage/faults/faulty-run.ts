import { chainsOf } from '#core/log/chain.ts';
import { canonicalJson } from '#core/log/checksum.ts';
import { seededRandom } from '#core/item/random.ts';
import type { EventBody, LogEvent } from '#core/review/event.ts';
import { StorageError } from '#lib/storage/problem.ts';
import { openStorage } from '#lib/storage/storage.ts';
import type { Storage } from '#lib/storage/storage.ts';
import { review } from '../../../core/review/some-events.ts';
import { steadyClock } from '../clock.ts';
import { FaultyFactory } from '../faulty-factory.ts';
import { faults, SteppingFactory } from './stepping-factory.ts';
import type { Fault } from './stepping-factory.ts';

/** A storage that is broken on purpose: a run that does not find it out finds nothing. */
export type Control = 'early saved' | 'no second copy' | 'no retry look-up';

export interface Outcome {
  readonly injected: number;
  readonly steps: number;
  /** Empty when every answer that was told as saved is there exactly once, and nothing else is. */
  readonly slips: readonly string[];
}

/**
 * A few sittings in a browser in which steps go wrong; whoever hears that an answer was not saved tries again. At the
 * end the power comes back, the copies are compared, and once the database is lost as well.
 */
export async function faultyRun(
  plan: (step: number) => Fault | undefined,
  { answers = 4, control }: { readonly answers?: number; readonly control?: Control } = {},
): Promise<Outcome> {
  const factory = new SteppingFactory();
  factory.follow(plan);
  const now = steadyClock();
  const told = new Map<number, LogEvent>();
  let storage: Storage | undefined;
  for (let position = 0; position < answers; position += 1) {
    const body = review({ position });
    for (let attempt = 0; attempt < 3 && !factory.isDown; attempt += 1) {
      try {
        storage ??= await opened(factory, now);
        const event = await answer(
          storage,
          control === 'no retry look-up' ? structuredClone(body) : body,
          control,
        );
        told.set(position, event);
        break;
      } catch (error) {
        if (!(error instanceof StorageError) && !(error instanceof DOMException)) throw error;
      }
    }
    if (position % 2 === 1 || factory.isDown) {
      storage?.close();
      storage = undefined;
    }
  }
  storage?.close();
  await new Promise(setImmediate);
  factory.restart();
  const { injected, steps } = factory;
  return { injected, steps, slips: await slipsAfter(factory, now, told, answers, control) };
}

async function answer(storage: Storage, body: EventBody, control: Control | undefined): Promise<LogEvent> {
  const saved = storage.append(body);
  if (control !== 'early saved') return saved;
  saved.catch(() => undefined);
  return { type: 'review', payload: body.payload } as LogEvent;
}

async function opened(
  factory: FaultyFactory,
  now: () => ReturnType<ReturnType<typeof steadyClock>>,
): Promise<Storage> {
  const { notes, copy } = factory;
  const storage = await openStorage({ factory, notes, now, openCopy: async () => copy });
  if (!storage.ok) throw new StorageError(storage.problem);
  return storage.value;
}

async function slipsAfter(
  factory: SteppingFactory,
  now: Parameters<typeof opened>[1],
  told: ReadonlyMap<number, LogEvent>,
  answers: number,
  control: Control | undefined,
): Promise<readonly string[]> {
  const storage = await opened(factory, now);
  if (storage.short) await storage.recover();
  else await storage.compare();
  const after = (await storage.log()).events;
  storage.close();
  if (control === 'no second copy') factory.copy.text = '';
  const bare = await opened(new FaultyFactory(factory.copy, factory.notes), now);
  await bare.recover();
  const fromCopy = (await bare.log()).events;
  bare.close();
  return [...slipsIn('database', after, told, answers), ...slipsIn('second copy', fromCopy, told, answers)];
}

function slipsIn(
  where: string,
  events: readonly LogEvent[],
  told: ReadonlyMap<number, LogEvent>,
  answers: number,
): readonly string[] {
  const slips: string[] = [];
  const counts = new Map<number, number>();
  for (const event of events) {
    const position = event.type === 'review' ? event.payload.position : -1;
    counts.set(position, (counts.get(position) ?? 0) + 1);
  }
  for (const [position, event] of told) {
    const found = events.find(({ payload }) => 'position' in payload && payload.position === position);
    if (!found) slips.push(`${where}: answer ${position} is lost`);
    else if (event.checksum && canonicalJson(found) !== canonicalJson(event))
      slips.push(`${where}: answer ${position} is not as it was told`);
  }
  for (const [position, count] of counts) {
    if (count > 1) slips.push(`${where}: answer ${position} is there ${count} times`);
    if (position < 0 || position >= answers) slips.push(`${where}: answer ${position} was never given`);
  }
  for (const { missing, forked, unlinked } of chainsOf(events)) {
    if (missing.length + forked.length + unlinked.length > 0) slips.push(`${where}: the chain is broken`);
  }
  return slips;
}

/** One fault at one step. */
export const atStep =
  (number: number, fault: Fault) =>
  (step: number): Fault | undefined =>
    step === number ? fault : undefined;

/** Steps go wrong with a chance, in any of the ways: the same for the same seed. */
export function atRandom(
  seed: string,
  chance: number,
  ways: readonly Fault[] = faults,
): (step: number) => Fault | undefined {
  const random = seededRandom(seed);
  return () => (random() < chance ? ways[Math.floor(random() * ways.length)] : undefined);
}
