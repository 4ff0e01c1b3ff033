import type { Cell } from '../file/csv.ts';
import type { Body, CarriedItem, CarriedOption } from './carried.ts';

export const optionsOfBody = (body: Body): readonly CarriedOption[] =>
  body.kind === 'choice' || body.kind === 'multiple' ? body.options : [];

/** The numbers of the right options as games write them: `2`, `1,3`. */
export const rightNumbers = (options: readonly CarriedOption[]): string =>
  options.flatMap(({ correct }, index) => (correct ? [String(index + 1)] : [])).join(',');

const charactersASecond = 8;

/** Time to read and think, among those that every game knows. */
export function secondsFor(stem: string, options: readonly CarriedOption[]): number {
  const characters = options.reduce((sum, { text }) => sum + text.length, stem.length);
  return characters > 30 * charactersASecond ? 60 : 30;
}

/** A question of up to four options as a row: its number, stem, options, seconds and the numbers of the right ones. */
export function fourOptionRow({ stem, body }: CarriedItem, index: number): readonly Cell[] {
  const options = optionsOfBody(body);
  const texts = Array.from({ length: 4 }, (_, place) => options[place]?.text ?? '');
  return [index + 1, stem, ...texts, secondsFor(stem, options), rightNumbers(options)];
}
