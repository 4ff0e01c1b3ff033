import type { Fact } from './fact.ts';
import { recordsOf } from './parse-draft.ts';
import type { Draft } from './parse-draft.ts';
import { child, refuse } from './parse-record.ts';
import type { Raw } from './parse-record.ts';
import { parsePattern, slotsOf } from './pattern.ts';
import type { Slot } from './pattern.ts';
import type { Predicate } from './predicate.ts';

/** Refuses facts whose statement in the topic's language would have a hole, or no words at all. */
export function checkHoles(draft: Draft): void {
  const predicates = new Map(recordsOf(draft.predicates).map((predicate) => [predicate.id, predicate]));
  for (const { record: fact, raw } of draft.facts.placed) {
    const predicate = predicates.get(fact.predicate);
    if (predicate) checkHole(draft, child(raw, 'predicate', fact.predicate), fact, predicate);
  }
}

function checkHole({ language }: Draft, place: Raw, fact: Fact, predicate: Predicate): void {
  const wording = predicate.wording[language];
  if (!wording) {
    return refuse(place, undefined, {
      code: 'hole',
      message: `the predicate "${predicate.id}" has no wording in "${language}", the topic's language`,
      remedy: `add \`${language}:\` with a statement to the predicate`,
    });
  }
  const result = parsePattern(wording.statement);
  const missing = result.ok ? [...slotsOf(result.pattern, false)].filter((slot) => !fills(fact, slot)) : [];
  if (missing.length === 0) return;
  const keys = missing.map((slot) => (slot === 'speaker' ? 'accordingTo' : slot)).join(', ');
  refuse(place, undefined, {
    code: 'hole',
    message: `the sentence "${wording.statement}" needs ${keys}, which the fact lacks`,
    remedy: `add ${keys} to the fact, or put that part of the sentence in [ ]`,
  });
}

const fills = (fact: Fact, slot: Slot): boolean =>
  (slot === 'speaker' ? fact.accordingTo : fact[slot]) !== undefined;
