/** Lower case without accents, apostrophes, hyphens or other marks, single spaces: "N'Djamena" -> "n djamena". */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
