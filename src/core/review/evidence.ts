import type { CardId } from '../fact/fact.ts';
import { evidenceOfRating } from '../memory/evidence.ts';
import type { Evidence } from '../memory/evidence.ts';
import { certaintyIf, hinting, longestMs, mostGuess, pace, traits } from './assumptions.ts';
import type { ReviewPayload } from './event.ts';
import type { Response } from './response.ts';

/** The part of a review that says something about memory. */
export interface Answer extends Pick<
  ReviewPayload,
  'card' | 'response' | 'marks' | 'guess' | 'tookMs' | 'parts' | 'certainty' | 'hints' | 'easier'
> {}

/** What an answer says about one card. */
export interface CardEvidence {
  readonly card: CardId;
  readonly evidence: Evidence;
}

/**
 * What an answer says about every card it asked. `usualMs` is the learner's usual time for this way of answering, if
 * it is known yet. A learner's own rating of a whole item stands as it is; a pass is a failure.
 */
export function evidenceOf(answer: Answer, usualMs?: number): readonly CardEvidence[] {
  const { card, guess, marks, parts } = answer;
  if (!parts?.length) return [{ card, evidence: evidenceOfMarks(answer, marks, guess, usualMs) }];
  const partGuess = guessOfPart(guess, parts.length);
  return parts.map((part) => ({
    card: part.card,
    evidence: evidenceOfMarks(answer, part.marks, partGuess),
  }));
}

/** One of several things put in place: chance alone puts it right as often as there are places. */
export const guessOfPart = (guess: number, parts: number): number => (guess > 0 ? 1 / Math.max(2, parts) : 0);

function evidenceOfMarks(answer: Answer, marks: number, guess: number, usualMs?: number): Evidence {
  const { response, certainty, hints = 0, easier } = answer;
  if (response.type === 'reveal' && !easier) return evidenceOfRating[response.rating];
  if (response.type === 'pass') return evidenceOfRating.again;
  const { slip, gain } = traits[response.type];
  const right = shareRight(response, marks);
  const luck = Math.min(1 - (1 - guess) * (1 - hinting.givesAway) ** hints, mostGuess);
  const asked = hints > 0 ? hinting.ifKnown : 1;
  const sure = certainty && right > 0.5 ? certaintyIf[certainty] : { known: 1, guessed: 1 };
  return {
    rating: ratingOf(answer, right, usualMs),
    ifKnown: between(slip, 1 - slip, right) * sure.known * asked,
    ifUnknown: between(1 - luck, luck, right) * sure.guessed,
    gain,
  };
}

/** A statement rightly rejected but not mended earns half its marks, yet shows that the truth is not known. */
export const shareRight = ({ type }: Response, marks: number): number =>
  type === 'choice' ? Math.floor(marks) : marks;

/** The rating if it was known. It needs all marks and no doubt to be easy, and what is easy to guess never is. */
function ratingOf(
  { guess, tookMs, certainty, hints = 0, easier }: Answer,
  right: number,
  usualMs?: number,
): Evidence['rating'] {
  const usual = usualMs !== undefined && tookMs <= longestMs ? tookMs / usualMs : 1;
  if (right < 1 || hints > 0 || easier || certainty === 1 || usual > pace.slow) return 'hard';
  return certainty === 3 && usual < pace.fast && guess < 0.1 ? 'easy' : 'good';
}

const between = (none: number, all: number, share: number): number => none + (all - none) * share;
