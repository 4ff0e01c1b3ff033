import { describe, expect, test } from 'vitest';
import { liveHistory } from '../core/log/histories.ts';
import { atRandom, faultyRun } from '../lib/storage/faults/faulty-run.ts';

const histories = Number(process.env.HISTORIES ?? 20_000);
const wanted = Number(process.env.FAULTS ?? 200_000);
const seed = process.env.SEED ?? '1';

describe('the log', () => {
  test(`${histories} histories of 2 to 8 devices end with equal logs and due lists`, () => {
    let devices = 0;
    for (let number = 0; number < histories; number += 1) {
      const ends = liveHistory(`campaign ${seed} ${number}`);
      devices += ends.length;
      expect(new Set(ends).size, `history ${number}`).toBe(1);
    }
    console.log(`${histories} histories of ${devices} devices: 0 disagree`);
  });

  test(`${wanted} simulated faults lose, double and make up nothing`, async () => {
    let [injected, runs] = [0, 0];
    for (; injected < wanted; runs += 1) {
      const chance = [0.02, 0.05, 0.1, 0.2][runs % 4] ?? 0.1;
      const outcome = await faultyRun(atRandom(`campaign ${seed} ${runs}`, chance), { answers: 6 });
      injected += outcome.injected;
      expect(outcome.slips, `run ${runs}`).toEqual([]);
    }
    // Rule of three: with no failure in n runs, at most 3/n of runs fail, with 95 % confidence.
    console.log(
      `${injected} faults in ${runs} runs: 0 slips (95 %: fewer than ${(3 / runs).toExponential(1)} a run)`,
    );
  });
});
