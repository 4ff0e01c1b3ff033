/** Lower case without accents, apostrophes, hyphens or other marks, single spaces: "N'Djamena" -> "n djamena". */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

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
