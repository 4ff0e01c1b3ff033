import { interval, retrievability } from '../../memory/fsrs.ts';
import { believer, dated } from '../believer.ts';
import type { Course, Policy } from '../policy.ts';

/** How FSRS is usually run: a card is due when recall falls to a constant retention; then new cards, up to a number. */
export function constantRetention({ facts, evidence }: Course, retention: number, newPerDay: number): Policy {
  const mind = believer(evidence, false);
  const dueOf = (card: number): number | undefined => {
    const memory = mind.memory(card);
    return memory && memory.last + Math.max(1, Math.round(interval(retention, memory.stability)));
  };
  return {
    queue: (day) => dueQueue(facts, dated(day), dueOf, newPerDay),
    answered: (card, day, seen) => mind.hear(card, day, seen),
    belief(card, day) {
      const memory = mind.memory(card);
      return memory ? retrievability(memory.stability, dated(day) - memory.last) : 0;
    },
  };
}

/** Due cards, the longest due first, then new cards: those that have no due day. */
export function dueQueue(
  facts: number,
  today: number,
  dueOf: (card: number) => number | undefined,
  newPerDay: number,
): readonly number[] {
  const fresh: number[] = [];
  const old: { readonly card: number; readonly due: number }[] = [];
  for (let card = 0; card < facts; card += 1) {
    const due = dueOf(card);
    if (due === undefined) fresh.push(card);
    else if (due <= today) old.push({ card, due });
  }
  return [...old.sort((a, b) => a.due - b.due).map(({ card }) => card), ...fresh.slice(0, newPerDay)];
}
