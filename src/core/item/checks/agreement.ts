import { entityOf } from '../../fact/base.ts';
import type { Base } from '../../fact/base.ts';
import { entitiesNamed } from '../../fact/names.ts';
import type { Check, Offer } from './check.ts';

/** Grammar must fit every option: no article before the gap, not one singular or plural name alone. */
export const agreement: Check = {
  id: 'agreement',
  find({ base, language, item, offers }) {
    if (language.cues.tellingArticle.test(item.stem)) return 'the article tells how the key begins';
    return offers.some((offer) => isLoneNumber(base, offer))
      ? 'only the key is plural, or only it is not'
      : undefined;
  },
};

function isLoneNumber(base: Base, { right, wrong }: Offer): boolean {
  const [key] = right;
  if (!key || right.length > 1 || wrong.length < 2) return false;
  const own = isPlural(base, key.text);
  return own !== undefined && wrong.every(({ text }) => isPlural(base, text) === !own);
}

/** Undefined when the text is no name. */
function isPlural(base: Base, text: string): boolean | undefined {
  const [id] = entitiesNamed(base, text);
  return id && entityOf(base, id).plural;
}
