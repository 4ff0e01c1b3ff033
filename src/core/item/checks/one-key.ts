import type { Check, Offer } from './check.ts';

/** Exactly what may be chosen is right: one option, or the number that the interaction allows. */
export const oneKey: Check = {
  id: 'one-key',
  find({ item, offers }) {
    const { interaction, options, key } = item;
    const right = options.filter(({ correct }) => correct).map(({ id }) => id);
    if (interaction === 'choice' || interaction === 'point') {
      if (right.length !== 1 || right[0] !== key)
        return `${right.length} options are right and the key is "${key}"`;
    }
    if (interaction === 'multiple-choice') {
      if (right.join(' ') !== key || right.length === 0 || right.length === options.length)
        return `the right options are "${right.join(' ')}" and the key is "${key}"`;
    }
    return offers.some(repeatsAnId) ? 'two options share an id' : mend(item.repair && offers.at(-1));
  },
};

const repeatsAnId = ({ options }: Offer): boolean =>
  new Set(options.map(({ id }) => id)).size < options.length;

const mend = (offer: Offer | undefined): string | undefined =>
  offer && offer.right.length !== 1 ? `${offer.right.length} options mend the statement` : undefined;
