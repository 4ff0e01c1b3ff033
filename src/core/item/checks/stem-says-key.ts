import { entityOf } from '../../fact/base.ts';
import type { Base } from '../../fact/base.ts';
import type { Value } from '../../fact/value.ts';
import { mentions } from '../words.ts';
import type { Check } from './check.ts';

/** A stem that says its own answer tests reading, not memory. A statement to judge may. */
export const stemSaysKey: Check = {
  id: 'stem-says-key',
  find({ base, key, item, offers }) {
    if (item.options.some(({ id }) => id === 'true') || item.layout) return undefined;
    const names = [...namesOf(base, key), ...offers.flatMap(({ right }) => right.map(({ text }) => text))];
    const said = names.find((name) => mentions(item.stem, name));
    return said && `the stem says "${said}"`;
  },
};

/** Short aliases are also words of other meaning. */
function namesOf(base: Base, key: Value): readonly string[] {
  if (key.type === 'text') return [key.text];
  if (key.type !== 'entity') return [];
  const { name, aliases } = entityOf(base, key.id);
  return [name, ...aliases.filter((alias) => alias.length >= 4)];
}
