import { describe, expect, test } from 'vitest';
import { atRandom, atStep, faultyRun } from './faulty-run.ts';
import type { Control } from './faulty-run.ts';
import { faults } from './stepping-factory.ts';
import type { Fault } from './stepping-factory.ts';

/** In which way each of the broken storages shows it soonest. */
const ways: Readonly<Record<Control, readonly Fault[]>> = {
  'early saved': faults,
  'no second copy': ['failed'],
  'no retry look-up': ['unheard'],
};

describe('a storage in which a step goes wrong', () => {
  test.each(faults)('%s: at every step, no answer is lost, doubled or made up', async (fault) => {
    const { steps } = await faultyRun(() => undefined, { answers: 3 });
    expect(steps).toBeGreaterThan(20);
    for (let step = 1; step <= steps; step += 1) {
      const { injected, slips } = await faultyRun(atStep(step, fault), { answers: 3 });
      expect(injected, `step ${step}`).toBe(1);
      expect(slips, `step ${step}`).toEqual([]);
    }
  });

  test('several at once, with seeds', async () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const { slips } = await faultyRun(atRandom(`faults ${seed}`, 0.08));
      expect(slips, `seed ${seed}`).toEqual([]);
    }
  });

  test.each<Control>(['early saved', 'no second copy', 'no retry look-up'])(
    'a storage that is broken on purpose (%s) is found out',
    async (control) => {
      let found = 0;
      for (let seed = 0; seed < 60 && found === 0; seed += 1) {
        found += (await faultyRun(atRandom(`faults ${seed}`, 0.3, ways[control]), { control })).slips.length;
      }
      expect(found).toBeGreaterThan(0);
    },
  );
});
