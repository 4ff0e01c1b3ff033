/** What to write into a gap: without the words that the sentence goes on with, as "15 member states" in "had ____ member states". */
export function fillingBefore(rest: string, filled: string): string {
  const words = filled.split(' ');
  const next = rest.trimStart();
  const goesOn = (tail: string): boolean =>
    next.startsWith(tail) && !/^[\p{L}\p{N}]/u.test(next.slice(tail.length));
  const cut = words.findIndex((_, index) => index > 0 && goesOn(words.slice(index).join(' ')));
  return cut < 0 ? filled : words.slice(0, cut).join(' ');
}
