import type { Abilities } from './abilities.ts';

/** QTI knows nearly everything; true or false is a choice of two there. */
export const qtiAbilities: Abilities = {
  kinds: new Set(['choice', 'multiple', 'text', 'number', 'order', 'match', 'open']),
  optionFeedback: true,
  explanation: 'with-sources',
  partialMarks: new Set(['multiple', 'match']),
  mostOptions: 26,
};
