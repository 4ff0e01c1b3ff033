import type { Base } from '../fact/base.ts';
import type { Asking, Fact } from '../fact/fact.ts';
import { statementOf } from '../item/sentence.ts';

/** The fact as a sentence to be read: always with its speaker, even where it is never asked. */
export function toldOf(base: Base, fact: Fact): string {
  return statementOf(base, { ...fact, ask: tellingOf(fact) });
}

function tellingOf({ ask, accordingTo, asOf }: Fact): Asking {
  const dated = ask === 'as-of' || ask === 'both' || (ask === 'never' && asOf !== undefined);
  if (accordingTo) return dated ? 'both' : 'according-to';
  return dated ? 'as-of' : 'plain';
}
