import { entityOf } from '../fact/base.ts';
import type { Value } from '../fact/value.ts';
import { echoTest, isTooLong, loneMark } from './checks/give-away.ts';
import { shapeOf } from './checks/shape.ts';
import type { Shape } from './checks/shape.ts';
import type { Distractor } from './distractors.ts';
import type { Task } from './draft.ts';
import type { Certificate, Option } from './item.ts';
import { valuePhrase } from './phrase.ts';
import { shuffle } from './random.ts';
import type { Random } from './random.ts';
import { isBefore, sizeOf } from './size.ts';
import type { Offered } from './size.ts';
import { pulls } from './test-wise.ts';
import type { Hunch } from './test-wise.ts';
import { mentions } from './words.ts';

/** `count` of the task's distractors beside which the key does not give itself away; see `fairAmong`. */
export function fairDistractors(task: Task, stem: string, count: number): readonly Distractor[] | undefined {
  return fairOf(task, stem, task.distractors(), count);
}

/** The same of some distractors only. */
export function fairOf(
  task: Task,
  stem: string,
  distractors: readonly Distractor[],
  count: number,
): readonly Distractor[] | undefined {
  const { base, language, key, random } = task;
  const plural = (value: Value): boolean => value.type === 'entity' && entityOf(base, value.id).plural;
  const usable = distractors.filter(({ text }) => !mentions(stem, text));
  const agreeing = usable.filter(({ value }) => plural(value) === plural(key));
  const own = { text: valuePhrase(base, language, key), value: key };
  return (
    fairAmong(own, stem, agreeing, count, random) ??
    (count > 1 ? undefined : fairAmong(own, stem, usable, count, random))
  );
}

/**
 * `count` of some wrong options, the most tempting first, beside which the key does not give itself away: neither by its
 * length, nor its form, nor by a word of the stem. With `random` the key is, by chance, the smallest, a middle or the
 * largest of them, or the shortest ... the longest where they have no size, so that its rank tells nothing. A value that
 * could only stand at one end is not offered.
 */
export function fairAmong<T extends Offered>(
  key: string | Offered,
  stem: string,
  wrong: readonly T[],
  count: number,
  random?: Random,
): readonly T[] | undefined {
  const isValue = typeof key !== 'string';
  const isUnsized = sizeOf(isValue ? key : { text: key }) === undefined;
  const isName = isValue && isUnsized;
  const isChoosy = count > 1 && wrong.length > enough;
  const own = candidateOf(isValue ? key : { text: key });
  const asked = shapeOf(stem);
  const candidates = wrong.map((option) => candidateOf(option));
  const echo = echoTest(asked, own.shape);
  const fair = combinations(candidates, count).filter(
    (chosen) => isFair(own, chosen, echo) && !(isUnsized && isChoosy && isTooShort(own, chosen)),
  );
  const ranked = rankedBy(own, fair, count);
  if (isValue && isChoosy && isExtreme(ranked)) return undefined;
  const best = random ? ofRank(ranked, isName, random()) : fair;
  const isLongest = random && random() < 1 / (count + 1);
  const merit = (chosen: readonly Candidate<T>[]): number =>
    quietHunches.filter((hunch) => isQuiet(hunch, asked, [own, ...chosen])).length +
    (isName || isLongest === undefined || isLongest === isLonger(own, chosen) ? 1 : 0);
  return bestBy(best, merit)?.map(({ offered }) => offered);
}

/** With fewer to choose from, a topic is too small to be choosy. */
const enough = 5;

/** The first of the values with the highest merit. */
function bestBy<T>(values: readonly T[], merit: (value: T) => number): T | undefined {
  let [best, most]: [T | undefined, number] = [undefined, -Infinity];
  for (const value of values) {
    const own = merit(value);
    if (own > most) [best, most] = [value, own];
  }
  return best;
}

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

/**
 * The choices in which the key has the rank that chance wishes it, each that it can have as likely as the others. A name
 * that cannot have every rank takes an end, for there are as many that can only stand between.
 */
function ofRank<T extends Offered>(
  choices: Ranked<T>,
  isName: boolean,
  chance: number,
): readonly (readonly Candidate<T>[])[] {
  const held = choices.flatMap((sets) => (sets.length > 0 ? [sets] : []));
  const ends = [choices[0], choices.at(-1)].flatMap((sets) => (sets?.length ? [sets] : []));
  const drawn = isName && held.length < choices.length && ends.length > 0 ? ends : held;
  return drawn[Math.floor(chance * drawn.length)] ?? [];
}

/** By rank, the choices in which the key may have it, those first in which no other option is level with it. */
type Ranked<T extends Offered> = readonly (readonly (readonly Candidate<T>[])[])[];

function rankedBy<T extends Offered>(
  key: Candidate,
  fair: readonly (readonly Candidate<T>[])[],
  count: number,
): Ranked<T> {
  return Array.from({ length: count + 1 }, (_, rank) => {
    const may = fair.filter((chosen) => mayHaveRank(key, chosen, rank));
    const clear = may.filter((chosen) => !chosen.some((other) => areLevel(key, other)));
    return clear.length > 0 ? clear : may;
  });
}

/** Whether so many of the others may be said to stand before the key by size or, without one, by length: equals may either way. */
function mayHaveRank({ offered }: Candidate, chosen: readonly Candidate[], rank: number): boolean {
  const before = chosen.filter((other) => isBefore(other.offered, offered)).length;
  const after = chosen.filter((other) => isBefore(offered, other.offered)).length;
  return before <= rank && rank <= chosen.length - after;
}

const areLevel = ({ offered: one }: Candidate, { offered: other }: Candidate): boolean =>
  !isBefore(one, other) && !isBefore(other, one);

/** Whether a key stands at one end of all, whatever it is offered with: its place or its length would tell. */
const isExtreme = (choices: Ranked<Offered>): boolean => {
  const held = choices.flatMap(({ length }, rank) => (length > 0 ? [rank] : []));
  return held.length === 1 && (held[0] === 0 || held[0] === choices.length - 1);
};

/** Words are held to the same at their short end as at their long one, so that neither end is likelier. */
const isTooShort = ({ shape }: Candidate, chosen: readonly Candidate[]): boolean =>
  chosen.every((other) => other.shape.text.length > 1.25 * shape.text.length);

const isLonger = ({ shape }: Candidate, chosen: readonly Candidate[]): boolean =>
  chosen.every((other) => other.shape.text.length < shape.text.length);

/** Hunches that no option should draw more than the others: what it has in common with the stem, and with the others. */
const quietHunches = ['stem-overlap', 'shared-words'] as const;

function isQuiet(hunch: Hunch, stem: Shape, options: readonly Candidate[]): boolean {
  return (
    new Set(
      pulls[hunch](
        options.map(({ shape }) => shape),
        stem,
      ),
    ).size === 1
  );
}

/** An option before it has its letter. */
export type Unlettered = Omit<Option, 'id'>;

/** Options in the order given, with their letters. */
export const lettered = (options: readonly Unlettered[]): readonly Option[] =>
  options.map((option, index) => ({ id: letter(index), ...option }));

/** Wrong options as they are offered. */
export const wrongOptions = (
  wrong: readonly { readonly text: string; readonly certificate: Certificate }[],
): readonly Unlettered[] => wrong.map(({ text, certificate }) => ({ text, correct: false, certificate }));

/** The key among the distractors: dates and amounts in ascending order, all else shuffled. */
export function optionsOf(task: Task, distractors: readonly Distractor[]): readonly Option[] {
  const { base, language, key, random } = task;
  const entries = [
    { value: key, option: { text: valuePhrase(base, language, key), correct: true } },
    ...distractors.map(({ value, text, certificate }) => ({
      value,
      option: { text, correct: false, certificate },
    })),
  ];
  return lettered(arrange(entries, random).map(({ option }) => option));
}

export function keyOf(options: readonly Option[]): string {
  return options.find((option) => option.correct)?.id ?? '';
}

/** The id of the option or target at a place: `a`, `b`, `c` ... */
export const letter = (index: number): string => 'abcdefghij'.charAt(index);

/** Every choice of `count` values, those of the earliest values first. */
function combinations<T>(values: readonly T[], count: number): readonly (readonly T[])[] {
  if (count === 0) return [[]];
  return values.flatMap((value, index) =>
    combinations(values.slice(index + 1), count - 1).map((rest) => [value, ...rest]),
  );
}

function arrange<T extends { readonly value: Value; readonly option: { readonly text: string } }>(
  entries: readonly T[],
  random: Random,
): readonly T[] {
  const sized = entries.map((entry) => ({
    entry,
    size: sizeOf({ value: entry.value, text: entry.option.text }),
  }));
  if (sized.some(({ size }) => size === undefined)) return shuffle(entries, random);
  return sized.toSorted((a, b) => ((a.size ?? 0) < (b.size ?? 0) ? -1 : 1)).map(({ entry }) => entry);
}
