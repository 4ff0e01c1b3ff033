import { distanceWithin } from './distance.ts';

/** The candidate that a mistyped or cut word most likely meant; undefined when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const most = Math.max(1, Math.floor(word.length / 3));
  const near = [...candidates]
    .map((candidate) => ({ candidate, distance: unlikeness(word, candidate, most) }))
    .filter(({ distance }) => distance <= most)
    .toSorted((a, b) => a.distance - b.distance);
  return near[0]?.candidate;
}

/** A word cut short, or with an ending too many, is as near as one slip. */
function unlikeness(word: string, candidate: string, most: number): number {
  const begun = word.length >= 3 && candidate.startsWith(word);
  const overdone = candidate.length >= 3 && word.startsWith(candidate);
  return begun || overdone ? 1 : distanceWithin(word, candidate, most);
}

/** Up to eight ids for a message. */
export function idList(ids: Iterable<string>): string {
  const all = [...ids];
  return all.length > 8 ? `${all.slice(0, 8).join(', ')} ...` : all.join(', ');
}
