import { mostGuess, traits } from './assumptions.ts';
import { guessOfPart, shareRight } from './evidence.ts';
import type { Before, Witness } from './standing.ts';

/** An answer as a test of what was believed. */
export interface Trial {
  /** Chance of a right answer without help, guessing included, 0..1. */
  readonly expected: number;
  /** Whether it came right without help: what needed a hint was not recalled. */
  readonly right: boolean;
}

export function trialOf({ card, answer }: Witness, { belief }: Before): Trial {
  const { response, hints = 0, parts = [] } = answer;
  const { slip } = traits[response.type];
  const part = parts.find((one) => one.card === card);
  const guess = part ? guessOfPart(answer.guess, parts.length) : answer.guess;
  return {
    expected: belief * (1 - slip) + (1 - belief) * Math.min(guess, mostGuess),
    right: shareRight(response, part?.marks ?? answer.marks) > 0.5 && hints === 0,
  };
}
