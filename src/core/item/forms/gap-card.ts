import { slotOfFacet } from '../../fact/slot.ts';
import { acceptanceOf } from '../accepted.ts';
import type { Form } from '../draft.ts';
import { valuePhrase } from '../phrase.ts';
import { gap, statementOf, stemOf } from '../sentence.ts';

/** The fact's own sentence with a hole for words that nobody types alike, such as a clause; the learner judges the recall. */
export const gapCard: Form = {
  id: 'gap-card',
  interaction: 'reveal',
  effort: 0.55,
  make({ base, language, fact, facet, key, single }) {
    const asked = single && stemOf(base, fact, facet) !== undefined;
    if (!asked || acceptanceOf(base, language, key)) return undefined;
    const stem = statementOf(base, fact, { slot: slotOfFacet[facet], filling: 'gap' });
    if (!stem.includes(gap)) return undefined;
    return { stem, options: [], key: valuePhrase(base, language, key), accepted: [], guess: 0 };
  },
};
