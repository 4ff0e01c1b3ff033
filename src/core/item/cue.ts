/** So few letters that stay hidden would be told by those that are shown. */
const fewestHidden = 3;

/**
 * The first letter of every word, as a cue that recall can begin with (the method of vanishing cues: Glisky, Schacter and
 * Tulving 1986); undefined where that would leave nothing to recall.
 */
export function cueOf(key: string): string | undefined {
  const words = key.split(/[\s-]+/u).flatMap((word) => {
    const letters = word.match(/[\p{L}\p{N}]/gu) ?? [];
    return letters[0] === undefined ? [] : [{ first: letters[0], hidden: letters.length - 1 }];
  });
  if (words.reduce((sum, { hidden }) => sum + hidden, 0) < fewestHidden) return undefined;
  return words.map(({ first, hidden }) => (hidden > 0 ? `${first}…` : first)).join(' ');
}
