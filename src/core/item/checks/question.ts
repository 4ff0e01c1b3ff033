import type { Item } from '../item.ts';
import { gap } from '../sentence.ts';
import type { Check } from './check.ts';
import { isJudged } from './offers.ts';

/** One question, whole, understandable without the options; a statement only to judge, to complete or to arrange. */
export const question: Check = {
  id: 'question',
  find({ item }) {
    const { stem } = item;
    if (!/^["“'‘(]?(?:\p{Lu}|\p{N}|_)/u.test(stem)) return 'the stem does not begin like a sentence';
    const marks = stem.split('?').length - 1;
    if (marks > 1) return 'the stem asks more than one question';
    if (stem.split(' ').length < 3) return 'the stem is no sentence';
    return marks === 1 ? endsWell(stem) : mayState(item);
  },
};

const endsWell = (stem: string): string | undefined =>
  /\?["”'’)]?$/.test(stem) ? undefined : 'the stem goes on after its question';

function mayState({ stem, options, layout, interaction }: Item): string | undefined {
  if (!/[.):]["”'’]?$/.test(stem)) return 'the stem ends without a mark';
  const arranged = layout !== undefined || interaction === 'multiple-choice';
  return isJudged({ options }) || arranged || stem.includes(gap) ? undefined : 'the stem asks nothing';
}
