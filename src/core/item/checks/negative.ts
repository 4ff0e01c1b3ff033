import type { Check } from './check.ts';

/** A small "not" is overlooked: a negative question says it in capitals. */
export const negative: Check = {
  id: 'negative',
  find({ item, language }) {
    const asks = item.stem.endsWith('?');
    return asks && language.cues.negative.test(item.stem) ? 'the question hides a negative' : undefined;
  },
};
