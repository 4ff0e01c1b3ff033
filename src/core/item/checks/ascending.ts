import { intervalOf } from '../../fact/interval.ts';
import type { Language } from '../../language/language.ts';
import type { Check } from './check.ts';

/** Dates and amounts stand in order of size, so that their place tells nothing. */
export const ascending: Check = {
  id: 'ascending',
  find({ language, offers }) {
    for (const { options } of offers) {
      const sizes = options.map(({ text }) => sizeOf(language, text));
      const known = sizes.filter((size) => size !== undefined);
      if (known.length < sizes.length) continue;
      if (known.some((size, index) => size < (known[index - 1] ?? -Infinity)))
        return 'dates or amounts are not in order';
    }
    return undefined;
  },
};

function sizeOf(language: Language, text: string): number | undefined {
  const date = /\d/.test(text) ? language.readDate(text) : undefined;
  if (date && language.date(date) === text) return intervalOf(date).first;
  const [, amount = ''] = /^(?:about )?([\d.,]+|\p{L}+)(?: |$)/u.exec(text) ?? [];
  if (/^\d/.test(amount)) return Number(amount.replaceAll(',', ''));
  const word = language.numberWords.indexOf(amount.toLowerCase());
  return word < 0 ? undefined : word;
}
