/** Lower case without accents, apostrophes, hyphens or other marks, single spaces: "N'Djamena" -> "n djamena". */
export function foldText(text: string): string {
  if (plain.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Most texts are ASCII, for which the same is had at a fraction of the time. */
const plain = /^[ -~]*$/;
