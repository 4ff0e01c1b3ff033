import type { Rating } from '../memory/fsrs.ts';
import type { ReviewPayload } from './event.ts';

/**
 * The rating that a response proves. A learner's own judgement stands. Otherwise a wrong response, or a statement
 * rejected but not mended, is `again`; one that is nearly right, or right at an even chance, is `hard`; right is `good`.
 */
export function rate({
  response,
  marks,
  guess,
}: Pick<ReviewPayload, 'response' | 'marks' | 'guess'>): Rating {
  if (response.type === 'reveal') return response.rating;
  if (marks < 0.5 || (response.type === 'choice' && marks < 1)) return 'again';
  return marks < 1 || guess >= 0.5 ? 'hard' : 'good';
}
