import type { FormId } from '../item.ts';
import type { Check } from './check.ts';

/** Forms that ask for what is not so, and say so on their screen. */
const denying: ReadonlySet<FormId> = new Set<FormId>(['odd-one-out']);

/** A small "not" in a question is overlooked. */
export const negative: Check = {
  id: 'negative',
  find({ item, language }) {
    const asks = item.stem.endsWith('?') && !denying.has(item.form);
    return asks && language.cues.negative.test(item.stem) ? 'the question hides a negative' : undefined;
  },
};
