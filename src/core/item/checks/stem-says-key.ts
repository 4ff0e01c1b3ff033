import { entityOf } from '../../fact/base.ts';
import type { Base } from '../../fact/base.ts';
import type { Value } from '../../fact/value.ts';
import { isJudged } from './offers.ts';
import type { Option } from '../item.ts';
import { mentions } from '../words.ts';
import type { Check } from './check.ts';

/** A stem that says its own answer tests reading, not memory. A statement to judge may. */
export const stemSaysKey: Check = {
  id: 'stem-says-key',
  find({ base, key, item, offers, asksValue }) {
    const names = asksValue && !isJudged(item) ? namesOf(base, key) : [];
    const said = names.find((name) => mentions(item.stem, name));
    if (said !== undefined) return `the stem says "${said}"`;
    const given = offers.find(({ stem, right, wrong }) => {
      const inStem = ({ text }: Option): boolean => mentions(stem, text);
      return stem === item.stem && right.some(inStem) && !wrong.every(inStem);
    });
    return given && 'the stem says the right option, but not the wrong ones';
  },
};

/** Short aliases are also words of other meaning. */
function namesOf(base: Base, key: Value): readonly string[] {
  if (key.type === 'text') return [key.text];
  if (key.type !== 'entity') return [];
  const { name, aliases } = entityOf(base, key.id);
  return [name, ...aliases.filter((alias) => alias.length >= 4)];
}
