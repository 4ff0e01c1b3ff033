import type { Check } from './check.ts';

export const allOrNone: Check = {
  id: 'all-or-none',
  find({ offers, language }) {
    const lumps = offers
      .flatMap(({ options }) => options)
      .find(({ text }) => language.cues.lumping.test(text));
    return lumps && `"${lumps.text}" is about the other options`;
  },
};
