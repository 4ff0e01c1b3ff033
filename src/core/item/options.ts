import type { Value } from '../fact/value.ts';
import type { Distractor } from './distractors.ts';
import type { Task } from './draft.ts';
import type { Certificate, Option } from './item.ts';
import { valuePhrase } from './phrase.ts';
import { shuffle } from './random.ts';
import type { Random } from './random.ts';
import { contentWords, echoes, mentions } from './words.ts';

/**
 * The most tempting `count` distractors among which the key does not give itself away: it is not the longest by more
 * than a quarter, and it shares no word with the stem that none of them shares. Undefined when there are no such.
 */
export function fairDistractors(task: Task, stem: string, count: number): readonly Distractor[] | undefined {
  const usable = task.distractors().filter((distractor) => !mentions(stem, distractor.text));
  return fairAmong(valuePhrase(task.base, task.language, task.key), stem, usable, count);
}

/** The first `count` of some wrong options, most tempting first, beside which the key does not give itself away. */
export function fairAmong<T extends { readonly text: string }>(
  key: string,
  stem: string,
  wrong: readonly T[],
  count: number,
): readonly T[] | undefined {
  const asked = contentWords(stem);
  const told = [...contentWords(key)];
  const same = told.filter((word) => asked.has(word));
  const like = told.filter((word) => echoes(word, asked));
  const offered = new Map(wrong.map((option) => [option, contentWords(option.text)]));
  return combinations(wrong, count).find((chosen) => {
    const words = new Set(chosen.flatMap((option) => [...(offered.get(option) ?? [])]));
    // A word of the stem itself wants that word beside it; one made from it ("Mali", "Malian") wants one like it.
    return (
      key.length <= 1.25 * Math.max(...chosen.map(({ text }) => text.length)) &&
      same.every((word) => words.has(word)) &&
      like.every((word) => echoes(word, words))
    );
  });
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

function arrange<T extends { readonly value: Value }>(entries: readonly T[], random: Random): readonly T[] {
  const rank = ({ value }: T): number | string | undefined =>
    value.type === 'quantity' ? value.amount : value.type === 'date' ? value.date.iso : undefined;
  if (entries.some((entry) => rank(entry) === undefined)) return shuffle(entries, random);
  return entries.toSorted((a, b) => ((rank(a) ?? 0) < (rank(b) ?? 0) ? -1 : 1));
}
