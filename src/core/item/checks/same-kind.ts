import { entityOf } from '../../fact/base.ts';
import type { Base } from '../../fact/base.ts';
import { entitiesNamed } from '../../fact/names.ts';
import type { Language } from '../../language/language.ts';
import type { Check } from './check.ts';

/** Day with day, month with month, people with people, the same thing counted. */
export const sameKind: Check = {
  id: 'same-kind',
  find({ base, language, offers }) {
    for (const { options } of offers) {
      const kinds = options.map(({ text }) => kindsOf(base, language, text));
      const [first = []] = kinds;
      if (!first.some((kind) => kinds.every((others) => others.includes(kind))))
        return `the options mix ${[...new Set(kinds.map(([kind]) => kind))].join(' and ')}`;
    }
    return undefined;
  },
};

/** What a text may be: a date of some precision, an amount of something, entities of some kinds, or just words. */
function kindsOf(base: Base, language: Language, text: string): readonly string[] {
  const date = language.readDate(text);
  if (date && language.date(date) === text) return [date.precision];
  const counted = countedThing(language, text);
  if (counted !== undefined) return [`a count of ${counted}`];
  const kinds = entitiesNamed(base, text).map((id) => entityOf(base, id).kind);
  return kinds.length > 0 ? [...kinds, 'words'] : ['words'];
}

/** The unit of an amount without its plural ending: "about 1,100 troops" -> "troop". */
function countedThing(language: Language, text: string): string | undefined {
  const [, amount = '', unit = ''] = /^(?:about )?([\d.,]+|\p{L}+)(?: (.*))?$/u.exec(text) ?? [];
  const isAmount = /^\d/.test(amount) || language.numberWords.includes(amount.toLowerCase());
  return isAmount ? unit.replace(/s\b/g, '') : undefined;
}
