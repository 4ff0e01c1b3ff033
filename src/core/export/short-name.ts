const longest = 60;

/** A stem as the name of an item in a list: one line, cut between words. */
export function shortName(stem: string): string {
  const line = stem.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).trimEnd()}…`;
}
