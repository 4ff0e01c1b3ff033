import { factOf } from '#core/fact/base.ts';
import type { Base } from '#core/fact/base.ts';
import type { Card } from '#core/fact/fact.ts';
import { slotOfFacet } from '#core/fact/slot.ts';
import { choiceStemOf, statementOf, stemOf } from '#core/item/sentence.ts';
import type { Day } from '#core/memory/day.ts';
import { recall } from '#core/memory/replay.ts';
import type { Memory } from '#core/memory/replay.ts';
import { formatDistance, formatShare } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/messages.ts';

/** What the card asks, in words. */
export function cardQuestion(base: Base, { fact: id, facet }: Card): string {
  const fact = factOf(base, id);
  return (
    stemOf(base, fact, facet) ??
    choiceStemOf(base, fact, facet) ??
    statementOf(base, fact, { slot: slotOfFacet[facet], filling: 'gap' })
  );
}

/** Where the memory of a card stands: "recalled with 92 % chance, due in 3 days". */
export function cardStanding(memory: Memory | undefined, today: Day): string {
  if (!memory) return m.cards_never_asked();
  const share = formatShare(recall(memory, today));
  return memory.due <= today
    ? m.cards_standing_due({ share })
    : m.cards_standing({ share, when: formatDistance(memory.due, today) });
}
