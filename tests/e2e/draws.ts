import { randomInt, seededRandom } from '../../src/core/item/random.ts';

/** As many as one page asks for; then they come again. */
const many = 64;

/** What a page draws as seeds of its sittings and quizzes: the same bytes for the same name of a test. */
export function draws(name: string): readonly (readonly number[])[] {
  const random = seededRandom(name);
  return Array.from({ length: many }, () => Array.from({ length: 4 }, () => randomInt(256, random)));
}

/** Runs in every page before the app. Seeds are four bytes, see `storage/random.ts`; what names something stays random. */
export function drawFrom(fixed: readonly (readonly number[])[]): void {
  let next = 0;
  const fill = crypto.getRandomValues.bind(crypto);
  const draw = (values: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
    if (values.length !== 4) return fill(values);
    values.set(fixed[next % fixed.length] ?? []);
    next += 1;
    return values;
  };
  Object.defineProperty(crypto, 'getRandomValues', { value: draw });
}
