import type { Item } from '../item.ts';
import type { Check } from './check.ts';

const slips: Readonly<Record<string, RegExp>> = {
  'two spaces': / {2}/,
  'a space before a mark': /\s[,.;:?!](?:\s|$)/,
  'a hole in a pattern': /[{}[\]]|\bundefined\b|\bNaN\b/,
  'a word twice': /\b(\p{L}{2,}) \1\b/iu,
  'two marks': /[?!.,]{2}(?!\.)/,
  'a space at an end': /^\s|\s$/,
};

/** Every text that a learner sees is clean. */
export const wording: Check = {
  id: 'wording',
  find({ item, language }) {
    for (const text of textsOf(item)) {
      if (text === '') return 'an empty text';
      const slip = Object.entries(slips).find(([, pattern]) => pattern.test(text))?.[0];
      if (slip) return `${slip} in "${text}"`;
      if (language.cues.wrongArticle.test(text)) return `a wrong article in "${text}"`;
    }
    return undefined;
  },
};

function textsOf({ stem, options, repair, layout, explanation }: Item): readonly string[] {
  const offered = [...options, ...(repair?.options ?? [])];
  const tiles = layout?.type === 'order' || layout?.type === 'match' ? layout.tiles : [];
  const targets = layout?.type === 'match' ? layout.targets : [];
  return [
    stem,
    explanation,
    ...[...offered, ...targets].flatMap(({ text, certificate }) =>
      certificate ? [text, certificate.text] : [text],
    ),
    ...tiles.flatMap(({ text, truth }) => [text, truth]),
  ];
}
