import type { Check } from './check.ts';

/** Every wrong option carries its proof, resting on a fact of the base; no right one does. */
export const certified: Check = {
  id: 'certified',
  find({ base, item }) {
    for (const { text, correct, certificate } of [...item.options, ...(item.repair?.options ?? [])]) {
      if (correct === (certificate !== undefined))
        return correct ? `"${text}" is right but has a proof that it is wrong` : `"${text}" lacks its proof`;
      if (certificate && (!base.facts.has(certificate.refutedBy) || certificate.text === ''))
        return `the proof against "${text}" rests on nothing`;
    }
    return undefined;
  },
};
