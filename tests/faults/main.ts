import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { seededRandom } from '#core/item/random.ts';

import { builtWorker } from '../release.ts';

import { buildHarness } from './build-harness.ts';
import { controls } from './controls.ts';
import type { Control, Spot } from './controls.ts';
import { engines } from './engines/index.ts';
import type { Engine } from './engines/engine.ts';
import type { Bench, Fault, Verdict } from './fault.ts';
import { bound } from './bound.ts';
import { faultsIn, optionsOf } from './options.ts';
import type { Options } from './options.ts';

/** What was killed may still be writing its last file; what stays then is temporary. */
function sweep(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY')) throw error;
  }
}

/** Whether the Chromium at `CHROMIUM_PATH` is asked for. */
export const needsChromium = (args: readonly string[]): boolean =>
  optionsOf(args).browsers.includes('chromium');

/** Runs the campaign and says how it went; gives back the exit code. */
export async function main(args: readonly string[], say: (line: string) => void): Promise<number> {
  const options = optionsOf(args);
  const folder = mkdtempSync(join(tmpdir(), 'harmattan-faults-'));
  try {
    await buildHarness(join(folder, 'harness'));
    let failed = 0;
    for (const id of options.browsers) {
      const missing = await engines[id].missing();
      if (missing) say(options.named ? missing : `${missing}: skipped`);
      failed += missing ? Number(options.named) : await campaignIn(engines[id], options, folder, say);
    }
    return failed === 0 ? 0 : 1;
  } finally {
    sweep(folder);
  }
}

/** What failed in one browser. */
async function campaignIn(
  engine: Engine,
  options: Options,
  folder: string,
  say: (line: string) => void,
): Promise<number> {
  const here = { ...options, chosen: faultsIn(engine.id, options.chosen) };
  const bench = {
    engine,
    app: 'build',
    harness: join(folder, 'harness'),
    worker: builtWorker,
    folder: join(folder, engine.id),
  };
  if (options.browsers.length > 1 || engine.id !== 'chromium') say(`In ${engine.id}:`);
  try {
    const failed = await runAll(here, bench, say);
    if (!options.controls) return failed;
    return failed + (await runControls(here, { ...bench, harness: join(folder, 'broken') }, say));
  } finally {
    await engine.close();
  }
}

interface Tally {
  runs: number;
  saved: number;
  failed: number;
  cleared: number;
  slowestMs: number;
}

async function runAll(
  { chosen, runs, seed, jobs, timed }: Options,
  bench: Bench,
  say: (line: string) => void,
): Promise<number> {
  const total: Tally = { runs: 0, saved: 0, failed: 0, cleared: 0, slowestMs: 0 };
  for (const fault of chosen) {
    const tally: Tally = { runs: 0, saved: 0, failed: 0, cleared: 0, slowestMs: 0 };
    await inLanes(jobs, runs, async (run) => {
      const { wrongs, ...rest } = await runOnce(fault, bench, seed + run);
      const verdict = { ...rest, wrongs: wrongs.filter(({ kind }) => timed || kind !== 'slow') };
      count(tally, verdict);
      count(total, verdict);
      for (const { kind, what } of verdict.wrongs.slice(0, 5))
        say(
          `  ${kind}: ${what}  (again: --browser ${bench.engine.id} --faults ${fault.id} --runs 1 --seed ${seed + run})`,
        );
    });
    say(lineOf(fault.id, tally));
  }
  say(lineOf('all', total));
  say(`95 % bound on the chance that a run fails: ${(100 * bound(total.runs, total.failed)).toFixed(2)} %`);
  return total.failed;
}

async function inLanes(lanes: number, times: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < times) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function runOnce(fault: Fault, bench: Bench, seed: number): Promise<Verdict> {
  const folder = `${bench.folder}-${fault.id}-${seed}`;
  sweep(folder);
  try {
    return await fault.run({ ...bench, folder }, seededRandom(`${fault.id} ${seed}`));
  } catch (error) {
    return {
      saved: 0,
      wrongs: [
        { kind: 'stuck', what: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      ],
    };
  } finally {
    sweep(folder);
  }
}

function count(tally: Tally, { saved, wrongs, cleared = false, openedMs = 0 }: Verdict): void {
  tally.runs += 1;
  tally.saved += saved;
  tally.failed += wrongs.length > 0 ? 1 : 0;
  tally.cleared += Number(cleared);
  tally.slowestMs = Math.max(tally.slowestMs, openedMs);
}

const lineOf = (name: string, { runs, saved, failed, cleared, slowestMs }: Tally): string =>
  `${name.padEnd(16)} ${runs} runs, ${saved} answers saved, ${failed} failed, slowest start ${Math.round(slowestMs)} ms${cleared > 0 ? `, ${cleared} sites emptied by the browser itself` : ''}`;

/** How often a broken build may pass before it counts as one that the campaign cannot tell from a good one. */
const chances = 12;

/** Every build that is broken on purpose must fail. Gives back how many did not. */
async function runControls(
  { chosen, seed }: Options,
  bench: Bench,
  say: (line: string) => void,
): Promise<number> {
  let survived = 0;
  for (const control of controls) {
    const able = chosen.filter(({ id }) => control.faults.includes(id));
    if (able.length === 0 || control.wholeIn?.includes(bench.engine.id)) continue;
    const runs = await runsUntilFound(control, able, bench, seed);
    say(
      `control ${control.id.padEnd(16)} ${runs === undefined ? `NOT FOUND in ${chances} runs` : `fails, found in run ${runs}`}`,
    );
    survived += runs === undefined ? 1 : 0;
  }
  return survived;
}

async function runsUntilFound(
  control: Control,
  able: readonly Fault[],
  bench: Bench,
  seed: number,
): Promise<number | undefined> {
  await buildHarness(bench.harness, control);
  const broken = control.worker ? { ...bench, worker: brokenWorker(bench, control.worker) } : bench;
  for (let run = 0; run < chances; run += 1) {
    const fault = able[run % able.length];
    if (!fault) return undefined;
    const { wrongs } = await runOnce(fault, broken, seed + run);
    if (wrongs.some(({ kind }) => kind !== 'stuck')) return run + 1;
  }
  return undefined;
}

function brokenWorker({ harness, worker }: Bench, { from, to }: Omit<Spot, 'file'>): string {
  const source = readFileSync(worker, 'utf8');
  if (!source.includes(from)) throw new Error(`The control found no ${from} to break`);
  const path = join(harness, 'broken-worker.js');
  // The list of files is written in the place of the first of these names.
  writeFileSync(path, source.replace(from, to));
  return path;
}
