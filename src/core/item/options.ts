import { entityOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Value } from '../fact/value.ts';
import { isTooLong, loneEcho, loneMark } from './checks/give-away.ts';
import { shapeOf } from './checks/shape.ts';
import type { Shape } from './checks/shape.ts';
import type { Distractor } from './distractors.ts';
import type { Task } from './draft.ts';
import type { Option } from './item.ts';
import { valuePhrase } from './phrase.ts';
import { shuffle } from './random.ts';
import type { Random } from './random.ts';
import { isBefore, sizeOf } from './size.ts';
import { pulls } from './test-wise.ts';
import { mentions } from './words.ts';

/**
 * `count` distractors among which the key does not give itself away, neither by its length, its form nor a word of the
 * stem. By seed the key is the smallest, a middle or the largest of them, or the longest or shortest where they have no
 * size, so that its rank tells nothing; among equals the most tempting are taken. Undefined when there are none.
 */
export function fairDistractors(task: Task, stem: string, count: number): readonly Distractor[] | undefined {
  return fairAmong(task, stem, task.distractors(), count);
}

/** The same among some distractors only. */
export function fairAmong(
  task: Task,
  stem: string,
  distractors: readonly Distractor[],
  count: number,
): readonly Distractor[] | undefined {
  const { base, language, random } = task;
  const key = { value: task.key, shape: shapeOf(valuePhrase(base, language, task.key)) };
  const rank = wishedRank(key, count, random());
  const asked = shapeOf(stem);
  const usable = distractors
    .map((distractor) => ({ distractor, value: distractor.value, shape: shapeOf(distractor.text) }))
    .filter(({ shape }) => !mentions(stem, shape.text));
  const fair = combinations(usable, count).filter((chosen) => isFair(base, key, asked, chosen));
  // Where the key cannot have its rank it takes the opposite one, so that middle ranks are no likelier than others.
  const byRank = [rank, count - rank, ...Array.from({ length: count + 1 }, (_, other) => other)];
  const ranked = byRank.map((wished) => fair.filter((chosen) => rankOf(key, chosen) === wished));
  const best = ranked.find((choices) => choices.length > 0) ?? [];
  const quiet = best.find((chosen) => isQuiet(asked, [key, ...chosen]));
  return (quiet ?? best[0])?.map(({ distractor }) => distractor);
}

/**
 * Other rules keep a name from being the longest option more often than the shortest, so it is wished to be the longest
 * more often than chance would have it; `items --report` shows that this evens out.
 */
const longestShare = 0.41;

function wishedRank({ value, shape }: Candidate, count: number, chance: number): number {
  if (sizeOf(value, shape.text) !== undefined) return Math.floor(chance * (count + 1));
  return chance < longestShare ? count : Math.floor(((chance - longestShare) / (1 - longestShare)) * count);
}

/** Whether no option has more in common with the stem, or with the other options, than the rest. */
function isQuiet(stem: Shape, options: readonly Candidate[]): boolean {
  const shapes = options.map(({ shape }) => shape);
  return quietHunches.every((hunch) => new Set(pulls[hunch](shapes, stem)).size === 1);
}

const quietHunches = ['stem-overlap', 'shared-words'] as const;

/** What is weighed when options are put together. */
interface Candidate {
  readonly value: Value;
  readonly shape: Shape;
}

function isFair(base: Base, key: Candidate, stem: Shape, chosen: readonly Candidate[]): boolean {
  const wrong = chosen.map(({ shape }) => shape);
  const echo = loneEcho(stem, key.shape, wrong);
  const number = (candidate: Candidate) => numberOf(base, candidate.value);
  const alone = chosen.length > 1 && chosen.every((other) => number(other) !== number(key));
  return (
    !alone && !isTooLong(key.shape, wrong) && echo === undefined && loneMark(key.shape, wrong) === undefined
  );
}

/** Whether the name is plural; texts, dates and amounts are not told apart. */
const numberOf = (base: Base, value: Value): boolean =>
  value.type === 'entity' && entityOf(base, value.id).plural;

/** How many of the others stand before the key by size, or by length where they have none. */
const rankOf = (key: Candidate, chosen: readonly Candidate[]): number =>
  chosen.filter(({ value, shape }) => isBefore(value, shape.text, key.value, key.shape.text)).length;

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
  return arrange(entries, random).map(({ option }, index) => ({ id: letter(index), ...option }));
}

export function keyOf(options: readonly Option[]): string {
  return options.find((option) => option.correct)?.id ?? '';
}

const letter = (index: number): string => 'abcdefghij'.charAt(index);

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
  const sized = entries.map((entry) => ({ entry, size: sizeOf(entry.value, entry.option.text) }));
  if (sized.some(({ size }) => size === undefined)) return shuffle(entries, random);
  return sized.toSorted((a, b) => ((a.size ?? 0) < (b.size ?? 0) ? -1 : 1)).map(({ entry }) => entry);
}
