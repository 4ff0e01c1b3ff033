import type { Check } from './check.ts';

/** "Always" sounds wrong and "sometimes" sounds right: such words are in all options or in none. */
export const absolute: Check = {
  id: 'absolute',
  find({ offers, language }) {
    for (const { options } of offers) {
      const sweeping = options.filter(({ text }) => language.cues.absolute.test(text));
      if (sweeping.length > 0 && sweeping.length < options.length)
        return `"${sweeping[0]?.text}" is absolute or vague`;
    }
    return undefined;
  },
};
