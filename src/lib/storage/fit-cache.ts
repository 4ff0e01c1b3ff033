import type { FitKind } from '#core/memory/fit/fit.ts';
import type { Weights } from '#core/memory/fsrs.ts';
import { areWeights } from '#core/memory/weights.ts';
import { isRecord } from '#core/shape.ts';

/** The outcome of the last fit on this device. Derived from the log: never in a backup, never synced. */
export interface KeptFit {
  readonly kind: FitKind;
  readonly weights: Weights;
  /** How many reviews the log held. */
  readonly reviews: number;
}

const key = 'harmattan-fit';
/** Raise it when a fit would come out otherwise, so that the old one is forgotten. */
const version = 1;

/** Undefined when there is none, or when it cannot be read. */
export function readFit(): KeptFit | undefined {
  try {
    const raw: unknown = JSON.parse(globalThis.localStorage?.getItem(key) ?? 'null');
    if (!isRecord(raw) || raw.v !== version || !areWeights(raw.weights)) return undefined;
    const kind = (['default', 'voted', 'trained'] as const).find((name) => name === raw.kind);
    return kind && typeof raw.reviews === 'number'
      ? { kind, weights: raw.weights, reviews: raw.reviews }
      : undefined;
  } catch {
    return undefined; // no storage, or nothing that can be read: the fit is made again
  }
}

export function keepFit(fit: KeptFit): void {
  try {
    globalThis.localStorage?.setItem(key, JSON.stringify({ v: version, ...fit }));
  } catch {
    // A full or forbidden storage costs only that the fit is made again.
  }
}
