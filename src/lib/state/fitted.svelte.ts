import { defaultWeights } from '#core/memory/fsrs.ts';
import type { Weights } from '#core/memory/fsrs.ts';
import { keepFit, readFit } from '#lib/storage/fit-cache.ts';
import { isFitDue } from './fit-due.ts';

/** The weights of this learner's memory, as far as the log tells. */
export class Fitted {
  #fit = $state.raw(readFit());
  #fitting = false;

  readonly weights: Weights = $derived(this.#fit?.weights ?? defaultWeights);

  /** Fits again, in the background, when the log has grown enough since the last time; whether the weights are new. */
  async renew(answers: number, signal: AbortSignal): Promise<boolean> {
    if (this.#fitting || !isFitDue(answers, this.#fit?.reviews)) return false;
    this.#fitting = true;
    const { fitInBackground } = await import('./fit-in-background.ts');
    const fit = await fitInBackground(signal);
    this.#fitting = false;
    if (!fit) return false;
    this.#fit = { kind: fit.kind, weights: fit.weights, reviews: answers };
    keepFit(this.#fit);
    return true;
  }
}
