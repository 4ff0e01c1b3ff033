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
 * largest of them, or the shortest ... the longest where they have no size, so that its rank tells nothing.
 */
export function fairAmong<T extends Offered>(
  key: string | Offered,
  stem: string,
  wrong: readonly T[],
  count: number,
  random?: Random,
): readonly T[] | undefined {
  const own = candidateOf(typeof key === 'string' ? { text: key } : key);
  const asked = shapeOf(stem);
  const candidates = wrong.map((option) => candidateOf(option));
  const echo = echoTest(asked, own.shape);
  const fair = combinations(candidates, count).filter((chosen) => isFair(own, chosen, echo));
  const best = random ? ofRank(fair, own, count, random()) : fair;
  const quiet = best.find((chosen) => isQuiet(asked, [own, ...chosen]));
  return (quiet ?? best[0])?.map(({ offered }) => offered);
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
 * The choices in which the key has the rank that chance wishes it. Where it cannot have it, it takes the opposite one, so
 * that middle ranks are no likelier than others.
 */
function ofRank<T extends Offered>(
  fair: readonly (readonly Candidate<T>[])[],
  key: Candidate,
  count: number,
  chance: number,
): readonly (readonly Candidate<T>[])[] {
  const rank = wishedRank(key, count, chance);
  const byRank = [rank, count - rank, ...Array.from({ length: count + 1 }, (_, other) => other)];
  const ranked = byRank.map((wished) => fair.filter((chosen) => rankOf(key, chosen) === wished));
  return ranked.find((choices) => choices.length > 0) ?? [];
}

/**
 * Other rules keep a name from being the longest option more often than the shortest, so it is wished to be the longest
 * more often than chance would have it; `items --report` shows that this evens out.
 */
const longestShare = 0.41;

function wishedRank({ offered }: Candidate, count: number, chance: number): number {
  if (sizeOf(offered) !== undefined) return Math.floor(chance * (count + 1));
  return chance < longestShare ? count : Math.floor(((chance - longestShare) / (1 - longestShare)) * count);
}

/** How many of the others stand before the key by size, or by length where they have none. */
const rankOf = (key: Candidate, chosen: readonly Candidate[]): number =>
  chosen.filter(({ offered }) => isBefore(offered, key.offered)).length;

/** Whether no option has more in common with the stem, or with the other options, than the rest. */
function isQuiet(stem: Shape, options: readonly Candidate[]): boolean {
  const shapes = options.map(({ shape }) => shape);
  return quietHunches.every((hunch) => new Set(pulls[hunch](shapes, stem)).size === 1);
}

const quietHunches = ['stem-overlap', 'shared-words'] as const;

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
