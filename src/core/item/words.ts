import { foldText } from '../fact/fold-text.ts';

export { foldText };

/** Whether `phrase` stands in `text` as whole words, whatever their case and accents. */
export function mentions(text: string, phrase: string): boolean {
  const wanted = foldText(phrase);
  return wanted !== '' && ` ${foldText(text)} `.includes(` ${wanted} `);
}

/** Whether a text has a word that is, or is plainly made from, one of `words`: "Malian" echoes "Mali". */
export function echoes(text: string, words: ReadonlySet<string>): boolean {
  return [...contentWords(text)].some((word) => [...words].some((other) => areKin(word, other)));
}

const areKin = (a: string, b: string): boolean =>
  a.startsWith(b) ||
  b.startsWith(a) ||
  (a.length > rootLength && a.slice(0, rootLength) === b.slice(0, rootLength));
const rootLength = 6;

/** The words of four letters and more, which carry meaning and can give a key away. */
export function contentWords(text: string): ReadonlySet<string> {
  return new Set(
    foldText(text)
      .split(' ')
      .filter((word) => word.length >= 4),
  );
}
