import { bench, describe } from 'vitest';
import { defaultWeights } from '#core/memory/fsrs.ts';
import { fitted } from '#core/memory/fit/fit.ts';
import { answeredOf, historiesOf } from '#core/memory/fit/histories.ts';
import { trained } from '#core/memory/fit/train.ts';
import { nativeOptimiser } from '../core/memory/fit/native.ts';
import { simulatedPractices, simulatedWeights } from '../core/memory/fit/simulated.ts';

const native = await nativeOptimiser();
const few = { iterations: 5, warmupIterations: 1, time: 0, warmupTime: 0 };

describe.each([10_000, 100_000])('fit of %d reviews', (count) => {
  const practices = simulatedPractices(simulatedWeights(1), count);
  const histories = historiesOf(practices.map(answeredOf));
  const even = Float64Array.from(histories.place, (at) => (at < 0 ? 0 : 1));

  bench('harmattan, training alone', () => void trained(histories, even, defaultWeights), few);

  bench(
    'harmattan, from ratings to proven weights',
    () => void fitted(historiesOf(practices.map(answeredOf))),
    few,
  );

  if (native) {
    const items = native.itemsOf(practices);
    bench('native optimiser', async () => void (await native.fit(items)), few);
  }
});
