import type { Check } from './check.ts';

/** The chance of a guess is never more than a coin's, and never less than what the number of options gives. */
export const chance: Check = {
  id: 'chance',
  find({ item }) {
    const { guess, interaction, options, repair } = item;
    if (!(guess >= 0 && guess <= 0.5)) return `a guess is right with ${guess}`;
    if (interaction !== 'choice' && interaction !== 'point') return undefined;
    const fair = 1 / (options.length * (repair?.options.length ?? 1));
    return guess < fair - 0.001 ? `a guess is right with ${fair}, not with ${guess}` : undefined;
  },
};
