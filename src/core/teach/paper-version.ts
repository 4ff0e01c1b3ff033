import { seededRandom, shuffle } from '../item/random.ts';
import { clashes } from '../session/picks.ts';
import type { Entry } from '../session/plan.ts';
import { sectionedEntries } from '../session/quiz.ts';
import { pickFor, placesOf } from './compose.ts';
import type { Bench } from './compose.ts';
import { mostVersions } from './teacher-quiz.ts';
import type { TeacherQuiz } from './teacher-quiz.ts';

/**
 * How parallel versions differ: `facts` asks other facts of the same sub-topics, forms and importance; `order` asks the
 * same ones in another order, with other wrong options where there are any.
 */
export const versionKinds = ['order', 'facts'] as const;
export type VersionKind = (typeof versionKinds)[number];

/** A for 0, Z for 25. */
export const letterOf = (version: number): string => String.fromCharCode('A'.charCodeAt(0) + version);

export const versionsOf = ({ versions }: Pick<TeacherQuiz, 'versions'>): readonly number[] =>
  Array.from({ length: Math.min(versions, mostVersions) }, (_, version) => version);

/** The items of one version, the same at every print. A is the quiz as it is on the screen. */
export function versionEntries(
  bench: Bench,
  quiz: TeacherQuiz,
  version: number,
  kind: VersionKind,
): readonly Entry[] {
  const own = placesOf(bench, quiz).map(({ entry }) => entry);
  if (version === 0) return own;
  if (kind === 'facts' && !quiz.places) {
    return sectionedEntries(bench.base, bench.cards, quiz.sections, { seed: quiz.seed, version });
  }
  return shuffle(reseeded(bench, own, version), seededRandom(`paper|${quiz.seed}|${version}`));
}

/** Every item with a seed of this version, unless it cannot be made so or would then tell what another asks. */
function reseeded(bench: Bench, entries: readonly Entry[], version: number): readonly Entry[] {
  const picks = entries.map((entry) => pickFor(bench, entry));
  return entries.map((entry, index) => {
    const other = { ...entry, seed: (entry.seed + version) % 2 ** 32 };
    const pick = pickFor(bench, other);
    const rest = picks.flatMap((one, place) => (one && place !== index ? [one] : []));
    if (!pick || clashes(pick, rest)) return entry;
    picks[index] = pick;
    return other;
  });
}
