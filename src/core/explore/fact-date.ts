import type { Base } from '../fact/base.ts';
import type { Fact } from '../fact/fact.ts';
import type { PartialDate } from '../fact/value.ts';

/** The date by which a fact is told: its own, else that of the event it speaks about; undefined when it is timeless. */
export function dateOf(base: Base, fact: Fact): PartialDate | undefined {
  return ownDate(fact) ?? eventDate(base, fact.occasion) ?? eventDate(base, fact.subject);
}

function ownDate({ at, from, object, asOf, to }: Fact): PartialDate | undefined {
  return at ?? from ?? (object.type === 'date' ? object.date : undefined) ?? asOf ?? to;
}

/** The earliest date that the base gives for an event or a statement, by its own facts or by what was said on it. */
function eventDate(base: Base, id: Fact['occasion']): PartialDate | undefined {
  const entity = id && base.entities.get(id);
  if (!entity || (entity.kind !== 'event' && entity.kind !== 'statement')) return undefined;
  const about = base.factsByEntity.get(entity.id) ?? [];
  const own = about.filter(({ subject }) => subject === entity.id);
  const told = base.topic.facts.filter(({ occasion }) => occasion === entity.id);
  const happened = own.flatMap(({ object }) => (object.type === 'date' ? [object.date] : []));
  return earliest(happened) ?? earliest([...own, ...told].flatMap(({ at }) => at ?? []));
}

const earliest = (dates: readonly PartialDate[]): PartialDate | undefined =>
  dates.toSorted((a, b) => (a.iso < b.iso ? -1 : 1))[0];
