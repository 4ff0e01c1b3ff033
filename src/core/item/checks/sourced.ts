import type { Check } from './check.ts';

/** The answer is told whole, with a dated source. */
export const sourced: Check = {
  id: 'sourced',
  find({ base, item: { explanation, citations, facts } }) {
    if (!/[.!?]["”'’]?$/.test(explanation)) return 'the explanation is no sentence';
    if (citations.length === 0 || citations.some(({ publisher, date }) => !publisher || !date))
      return 'no dated source';
    const lost = facts.find((id) => !base.facts.has(id));
    return lost && `it rests on "${lost}", which is not in the base`;
  },
};
