import type { Prediction } from './prediction.ts';

/** Predictions of about the same chance, and the share that came true. */
export interface CalibrationBin {
  /** Mean expected chance, 0..1. */
  readonly expected: number;
  /** Share that was right, 0..1. */
  readonly observed: number;
  readonly count: number;
}

/** How true the predictions have been. */
export interface Calibration {
  readonly count: number;
  readonly expected: number;
  readonly observed: number;
  /** Half the width of the 95 % interval of `observed` (Wilson). */
  readonly margin: number;
  readonly bins: readonly CalibrationBin[];
}

const edges = [0.5, 0.7, 0.8, 0.9, 0.95] as const;

/** Predicted against observed recall, in all and in bins of expected chance; undefined without predictions. */
export function calibration(predictions: readonly Prediction[]): Calibration | undefined {
  const whole = binOf(predictions);
  if (!whole) return undefined;
  const bins = [0, ...edges].flatMap((low, index) => {
    const high = edges[index] ?? Infinity;
    return binOf(predictions.filter(({ expected }) => expected >= low && expected < high)) ?? [];
  });
  return { ...whole, margin: wilsonMargin(whole.observed, whole.count), bins };
}

/** Recall of cards that had waited at least a day, by how long: Anki's "true retention", with counts. */
export function retentionByWait(predictions: readonly Prediction[]): readonly (CalibrationBin & {
  readonly from: number;
  readonly to: number;
})[] {
  const waits = [
    [1, 2],
    [3, 6],
    [7, 20],
    [21, Infinity],
  ] as const;
  return waits.flatMap(([from, to]) => {
    const bin = binOf(predictions.filter(({ waited }) => waited >= from && waited <= to));
    return bin ? [{ ...bin, from, to }] : [];
  });
}

function binOf(predictions: readonly Prediction[]): CalibrationBin | undefined {
  const count = predictions.length;
  if (count === 0) return undefined;
  const expected = predictions.reduce((sum, prediction) => sum + prediction.expected, 0) / count;
  const observed = predictions.filter(({ right }) => right).length / count;
  return { expected, observed, count };
}

/** Wilson's score interval (1927), which stays sensible for few answers and shares near 0 and 1. */
function wilsonMargin(share: number, count: number): number {
  const z = 1.96;
  return (
    (z / (1 + (z * z) / count)) * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count))
  );
}
