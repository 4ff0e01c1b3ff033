import { acceptanceOf } from '../accepted.ts';
import type { Form } from '../draft.ts';
import { valuePhrase } from '../phrase.ts';
import { stemOf } from '../sentence.ts';

/** The question, answered by typing, with usual spellings and small slips forgiven. */
export const typed: Form = {
  id: 'typed',
  interaction: 'text-entry',
  effort: 0.8,
  make({ base, language, fact, facet, key, single }) {
    const stem = single ? stemOf(base, fact, facet) : undefined;
    const acceptance = acceptanceOf(base, language, key, facet === 'object' ? fact : undefined);
    if (stem === undefined || !acceptance) return undefined;
    return { stem, options: [], key: valuePhrase(base, language, key), ...acceptance, guess: 0 };
  },
};
