import { describe, expect, test } from 'vitest';
import { defaultWeights } from '#core/memory/fsrs.ts';
import { fitted } from '#core/memory/fit/fit.ts';
import { answeredOf, historiesOf } from '#core/memory/fit/histories.ts';
import { measured } from '#core/memory/fit/measure.ts';
import { nativeOptimiser } from '../core/memory/fit/native.ts';
import { simulatedPractices, simulatedWeights } from '../core/memory/fit/simulated.ts';

const learners = Number(process.env.LEARNERS ?? 24);
const native = await nativeOptimiser();

/** Log loss of the answers that follow those a fit has seen. */
async function heldOut(seed: number, count: number) {
  const truth = simulatedWeights(seed);
  const practices = simulatedPractices(truth, count + 4000, seed);
  const seen = practices.slice(0, count);
  const all = historiesOf(practices.map(answeredOf));
  const cut = historiesOf(seen.map(answeredOf));
  const loss = (w: readonly number[]) =>
    measured(all, w, { from: cut.predictions, to: all.predictions }).logLoss;
  const fit = fitted(cut);
  return {
    default: loss(defaultWeights),
    ours: loss(fit.weights),
    native: native ? loss(await native.fit(native.itemsOf(seen))) : Number.NaN,
    truth: loss(truth),
    kind: fit.kind,
  };
}

describe(`held-out log loss, mean of ${learners} simulated learners`, () => {
  test.each([16, 40, 100, 300, 1000, 4000, 20_000])('after %d answers', async (count) => {
    const results: Awaited<ReturnType<typeof heldOut>>[] = [];
    for (let seed = 1; seed <= learners; seed += 1) results.push(await heldOut(seed, count));
    const mean = (of: 'default' | 'ours' | 'native' | 'truth') =>
      results.reduce((sum, result) => sum + result[of], 0) / learners;
    const kinds = results.map(({ kind }) => kind[0]).join('');
    console.log(
      `${count}: default ${mean('default').toFixed(5)}, ours ${mean('ours').toFixed(5)}, native ${mean('native').toFixed(5)}, truth ${mean('truth').toFixed(5)} (${kinds})`,
    );
    // Of few answers an average learner pays a little for it that one far from the average is believed at once.
    expect(mean('ours')).toBeLessThanOrEqual(mean('default') + (count < 100 ? 0.002 : 0));
    if (native && count >= 1000) expect(mean('ours') - mean('native')).toBeLessThan(0.0005);
  });
});
