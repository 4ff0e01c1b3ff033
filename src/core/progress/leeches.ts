import type { CardId } from '../fact/fact.ts';
import type { Prediction } from './prediction.ts';

/** A card that keeps being missed far more often than its memory predicts. */
export interface Leech {
  readonly card: CardId;
  readonly misses: number;
  readonly of: number;
  /** Chance of at least so many misses if the predictions were true, 0..1. */
  readonly chance: number;
}

/** Only what happened lately counts: a card that has recovered is no leech any more. */
const recent = 12;
const fewestMisses = 3;
/** At most one card in a hundred is called a leech by mere bad luck. */
const unlikely = 0.01;

/** The leeches of a log, the least likely first. Predictions are in the order they were made. */
export function leechesOf(predictions: readonly Prediction[]): readonly Leech[] {
  const byCard = new Map<CardId, Prediction[]>();
  for (const prediction of predictions) {
    const own = byCard.get(prediction.card);
    if (own) own.push(prediction);
    else byCard.set(prediction.card, [prediction]);
  }
  return [...byCard]
    .flatMap(([card, own]) => leechIn(card, own.slice(-recent)) ?? [])
    .toSorted((a, b) => a.chance - b.chance);
}

function leechIn(card: CardId, predictions: readonly Prediction[]): Leech | undefined {
  const misses = predictions.filter(({ right }) => !right).length;
  if (misses < fewestMisses) return undefined;
  const chance = atLeast(
    misses,
    predictions.map(({ expected }) => 1 - expected),
  );
  return chance < unlikely ? { card, misses, of: predictions.length, chance } : undefined;
}

/** Chance of at least `count` successes in independent trials of different chances (Poisson-binomial), exactly. */
export function atLeast(count: number, chances: readonly number[]): number {
  /** `exactly[k]`: chance of k successes in the trials so far. */
  let exactly = [1];
  for (const chance of chances) {
    exactly = Array.from(
      { length: exactly.length + 1 },
      (_, k) => (exactly[k] ?? 0) * (1 - chance) + (exactly[k - 1] ?? 0) * chance,
    );
  }
  return exactly.slice(count).reduce((sum, share) => sum + share, 0);
}
