import { isAttributed } from '../../fact/claim.ts';
import { mentions } from '../words.ts';
import type { Check } from './check.ts';

/** What can change is asked with its date, what somebody claims with its speaker. */
export const toldWith: Check = {
  id: 'told-with',
  find({ fact, item, language, asksValue }) {
    if (!asksValue) return undefined;
    const dated = fact.ask === 'as-of' || fact.ask === 'both';
    if (dated && fact.asOf && (item.asOf !== fact.asOf.iso || !item.stem.includes(language.date(fact.asOf))))
      return 'the stem does not say for which date it asks';
    const claimed = isAttributed(fact) && item.facet !== 'speaker';
    if (claimed && !(item.accordingTo && mentions(item.stem, item.accordingTo)))
      return 'the stem does not say who claims it';
    return undefined;
  },
};
