import { entityOf } from '../fact/base.ts';
import type { Value } from '../fact/value.ts';
import { echoTest, isTooLong, loneMark } from './checks/give-away.ts';
import { shapeOf } from './checks/shape.ts';
import type { Shape } from './checks/shape.ts';
import type { Distractor } from './distractors.ts';
import type { Task } from './draft.ts';
import { drawEvenly } from './even-draw.ts';
import { valuePhrase } from './phrase.ts';
import type { Random } from './random.ts';
import { isBefore, sizeOf } from './size.ts';
import type { Offered } from './size.ts';
import { gainsOf, hunches } from './test-wise.ts';
import { mentions } from './words.ts';

/** `count` of the task's distractors beside which the key does not give itself away; see `fairAmong`. */
export function fairDistractors(task: Task, stem: string, count: number): readonly Distractor[] | undefined {
  return fairOf(task, stem, task.distractors(), count);
}

/** The same of some distractors only, and of those choices that a form can use. */
export function fairOf(
  task: Task,
  stem: string,
  distractors: readonly Distractor[],
  count: number,
  wish: Wish<Distractor> = {},
): readonly Distractor[] | undefined {
  const { base, language, key, random } = task;
  const plural = (value: Value): boolean => value.type === 'entity' && entityOf(base, value.id).plural;
  const usable = distractors.filter(({ text }) => !mentions(stem, text));
  const agreeing = usable.filter(({ value }) => plural(value) === plural(key));
  const own = { text: valuePhrase(base, language, key), value: key };
  return (
    fairAmong(own, stem, agreeing, { ...wish, count, random }) ??
    (count > 1 ? undefined : fairAmong(own, stem, usable, { ...wish, count, random }))
  );
}

/** What else is wanted of a choice. */
interface Wish<T> {
  readonly fits?: (chosen: readonly T[]) => boolean;
  /** Whether there is rather none than one by which guessers gain; by default where there is enough to choose from. */
  readonly mustBeEven?: boolean;
}

interface Choosing<T> extends Wish<T> {
  readonly count: number;
  readonly random: Random;
}

/**
 * `count` of some wrong options, those named first the likeliest, beside which the key does not give itself away: by its
 * length, its form or a word of the stem in no choice, and on average over all draws to no guesser, nor by its place
 * where options stand in order of size.
 */
export function fairAmong<T extends Offered>(
  key: Offered,
  stem: string,
  wrong: readonly T[],
  { count, random, fits = () => true, mustBeEven }: Choosing<T>,
): readonly T[] | undefined {
  const own = candidateOf(key);
  const asked = shapeOf(stem);
  const candidates = wrong.slice(0, most).map((option) => candidateOf(option));
  const echo = echoTest(asked, own.shape);
  const isSized = [key, ...wrong].every((one) => sizeOf(one) !== undefined);
  const prospects = combinations(candidates, count)
    .filter((chosen) => isFair(own, chosen, echo) && fits(chosen.map(({ offered }) => offered)))
    .map((chosen) => ({
      value: chosen.map(({ offered }) => offered),
      gains: isSized ? gainsInOrder(own, asked, chosen) : gainsShuffled(own, asked, chosen),
    }));
  const isChoosy = mustBeEven ?? (count > 1 && isAmple(wrong));
  // Places come first. How long a date or an amount is says little: wrong ones are as long on average.
  const strict = isSized ? count + 1 : hunches.length;
  return drawEvenly(prospects, random, isChoosy ? strict : 0);
}

/** Whether there is enough to choose from; with less, a topic is too small to be choosy. */
const isAmple = (wrong: readonly unknown[]): boolean => wrong.length > 3;

/** Of more there would be too many choices. */
const most = 10;

interface Candidate<T extends Offered = Offered> {
  readonly offered: T;
  readonly shape: Shape;
}

const candidateOf = <T extends Offered>(offered: T): Candidate<T> => ({
  offered,
  shape: shapeOf(offered.text),
});

function isFair(key: Candidate, chosen: readonly Candidate[], echo: ReturnType<typeof echoTest>): boolean {
  const wrong = chosen.map(({ shape }) => shape);
  const marked = wrong.length > 1 && loneMark(key.shape, wrong) !== undefined;
  return !marked && !isTooLong(key.shape, wrong) && echo(wrong) === undefined;
}

/** What guessers gain by a key among wrong options in order of size: by its place, and by the texts. */
function gainsInOrder(key: Candidate, stem: Shape, chosen: readonly Candidate[]): readonly number[] {
  const shown = [key, ...chosen].toSorted((a, b) => {
    if (isBefore(a.offered, b.offered)) return -1;
    return isBefore(b.offered, a.offered) ? 1 : 0;
  });
  const rights = shown.map((one) => one === key);
  const shapes = shown.map(({ shape }) => shape);
  return [...placeGains(rights), ...gainsOf(stem, shapes, rights)];
}

/** What they gain on average by options that are shown in any order: with each of them at each place once. */
function gainsShuffled(key: Candidate, stem: Shape, chosen: readonly Candidate[]): readonly number[] {
  const all = [key, ...chosen];
  // The place only matters to those who look at the middle of numbers.
  const turns = all.some(({ shape }) => shape.marks.has('digit')) ? all.length : 1;
  const each = Array.from({ length: turns }, (_, by) => {
    const shown = [...all.slice(by), ...all.slice(0, by)];
    const shapes = shown.map(({ shape }) => shape);
    return gainsOf(
      stem,
      shapes,
      shown.map((one) => one === key),
    );
  });
  return hunches.map((_, hunch) => each.reduce((sum, gains) => sum + (gains[hunch] ?? 0), 0) / turns);
}

interface Marked {
  readonly text: string;
  readonly correct: boolean;
}

/** What guessers gain by the texts of options. */
export function gainsByText(stem: string, options: readonly Marked[]): readonly number[] {
  const rights = options.map(({ correct }) => correct);
  return gainsOf(
    shapeOf(stem),
    options.map(({ text }) => shapeOf(text)),
    rights,
  );
}

/** What guessers gain by options that stand in an order of their own: by each place, then by the texts. */
export const gainsAsShown = (stem: string, options: readonly Marked[]): readonly number[] => [
  ...placeGains(options.map(({ correct }) => correct)),
  ...gainsByText(stem, options),
];

/** What those gain who always take the first, the second ... */
const placeGains = (rights: readonly boolean[]): readonly number[] =>
  rights.map((right) => (right ? 1 : 0) - 1 / rights.length);

/** Every choice of `count` values, those of early values first. */
function combinations<T>(values: readonly T[], count: number): readonly (readonly T[])[] {
  const places = choicesFrom(0, values.length, count);
  const lateness = (chosen: readonly number[]): number => chosen.reduce((sum, place) => sum + place, 0);
  return places
    .toSorted((a, b) => lateness(a) - lateness(b))
    .map((chosen) => values.filter((_, place) => chosen.includes(place)));
}

/** Every choice of `count` whole numbers from `first` to below `end`. */
function choicesFrom(first: number, end: number, count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return Array.from({ length: Math.max(0, end - first) }, (_, skip) => first + skip).flatMap((place) =>
    choicesFrom(place + 1, end, count - 1).map((rest) => [place, ...rest]),
  );
}
