import type { Form } from '../draft.ts';
import { valuePhrase } from '../phrase.ts';
import { stemOf } from '../sentence.ts';

/** The question, then the answer on demand; the learner judges the recall. */
export const flashcard: Form = {
  id: 'flashcard',
  interaction: 'reveal',
  effort: 0.6,
  make({ base, language, fact, facet, key, single }) {
    const stem = single ? stemOf(base, fact, facet) : undefined;
    if (stem === undefined) return undefined;
    return { stem, options: [], key: valuePhrase(base, language, key), accepted: [], guess: 0 };
  },
};
