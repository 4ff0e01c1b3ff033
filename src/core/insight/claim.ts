import { factOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import { factOfCard } from '../fact/fact.ts';
import type { Card } from '../fact/fact.ts';
import { slotOfFacet, valueIn } from '../fact/slot.ts';
import { languageOf } from '../language/index.ts';
import { valuePhrase } from '../item/phrase.ts';
import { statementOf } from '../item/sentence.ts';
import type { Misconception } from './misconceptions.ts';

/** What a class believes and what is so, each a whole sentence. */
export interface Claim {
  /** Absent where the wrong thing does not fit into the fact's sentence: then its words must do. */
  readonly believed?: string;
  readonly so: string;
}

/** The fact's own sentence with the value of the other fact put in: "Air Base 201 is in Niamey". */
export function claimOf(base: Base, { facet }: Card, { card, taken }: Misconception): Claim {
  const fact = factOf(base, factOfCard(card));
  const so = statementOf(base, fact);
  const other = taken.of && base.facts.get(taken.of);
  const value = other && valueIn(other, facet);
  const fits = value && valuePhrase(base, languageOf(base.topic.language), value) === taken.text;
  if (!fits) return { so };
  const believed = statementOf(base, fact, { slot: slotOfFacet[facet], filling: { type: 'value', value } });
  return believed === so ? { so } : { believed, so };
}
