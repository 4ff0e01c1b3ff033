import type { Fact } from './fact.ts';
import { intervalOf } from './interval.ts';
import type { Draft } from './parse-draft.ts';
import { child, refuse } from './parse-record.ts';
import type { Raw } from './parse-record.ts';

/** Refuses facts that end before they begin, and facts that may only be asked with a date or speaker they lack. */
export function checkTimes(draft: Draft): void {
  for (const { record: fact, raw } of draft.facts.placed) {
    checkOrder(fact, raw);
    checkAsking(fact, raw);
  }
}

function checkOrder({ from, to }: Fact, raw: Raw): void {
  if (!from || !to || intervalOf(from).first <= intervalOf(to).last) return;
  refuse(child(raw, 'to', to), undefined, {
    code: 'date-order',
    message: `it ends (${to.iso}) before it begins (${from.iso})`,
    remedy: 'correct "from" or "to"',
  });
}

function checkAsking({ ask, asOf, accordingTo }: Fact, raw: Raw): void {
  if ((ask === 'as-of' || ask === 'both') && !asOf) {
    refuse(child(raw, 'ask', ask), undefined, {
      code: 'no-as-of',
      message: `it is asked "${ask}" but has no "asOf"`,
      remedy: "add `asOf: '2024-03-17'` (the moment for which the source reports it), or ask it plain",
    });
  }
  if ((ask === 'according-to' || ask === 'both') && !accordingTo) {
    refuse(child(raw, 'ask', ask), undefined, {
      code: 'no-speaker',
      message: `it is asked "${ask}" but has no "accordingTo"`,
      remedy: 'add `accordingTo:` with an entity id or { source: ... }, or ask it plain',
    });
  }
}
