import type { Value } from '../fact/value.ts';
import type { Distractor } from './distractors.ts';
import type { Task } from './draft.ts';
import type { Certificate, Option } from './item.ts';
import { valuePhrase } from './phrase.ts';
import { shuffle } from './random.ts';
import type { Random } from './random.ts';
import { sizeOf } from './size.ts';

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
