import { foldText } from '../fact/fold-text.ts';

export { foldText };

/** Whether `phrase` stands in `text` as whole words, whatever their case and accents. */
export function mentions(text: string, phrase: string): boolean {
  const wanted = foldText(phrase);
  return wanted !== '' && ` ${foldText(text)} `.includes(` ${wanted} `);
}

/** The words of four letters and more, which carry meaning and can give a key away. */
export function contentWords(text: string): ReadonlySet<string> {
  return new Set(
    foldText(text)
      .split(' ')
      .filter((word) => word.length >= 4),
  );
}
