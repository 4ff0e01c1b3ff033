import { slotOfFacet } from '../../fact/slot.ts';
import { acceptanceOf } from '../accepted.ts';
import type { Form } from '../draft.ts';
import { valuePhrase } from '../phrase.ts';
import { gap, statementOf, stemOf, tellsAsMuch } from '../sentence.ts';
import { mentions } from '../words.ts';

/** The fact's own sentence with a hole, filled by typing. */
export const cloze: Form = {
  id: 'cloze',
  interaction: 'text-entry',
  effort: 0.7,
  make({ base, language, fact, facet, key, single }) {
    const acceptance = acceptanceOf(base, language, key, facet === 'object' ? fact : undefined);
    const asked = single && stemOf(base, fact, facet) !== undefined && tellsAsMuch(base, fact, facet);
    if (!acceptance || !asked) return undefined;
    const holed = statementOf(base, fact, { slot: slotOfFacet[facet], filling: 'gap' });
    const words = valuePhrase(base, language, key);
    if (!holed.includes(gap) || mentions(holed, acceptance.accepted[0] ?? words)) return undefined;
    const hint = key.type === 'date' ? ` (${language.dateHint(key.date.precision)})` : '';
    return { stem: holed + hint, options: [], key: words, ...acceptance, guess: 0 };
  },
};
