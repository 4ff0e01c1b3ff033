import type { CardId, FactId } from '../fact/fact.ts';
import type { LogEvent } from './event.ts';
import { inOrder } from '../log/order.ts';

/** What the learner has said about cards and facts beside answering them. */
export interface Shelf {
  /** Cards set aside: never asked until they are resumed. */
  readonly suspended: ReadonlySet<CardId>;
  /** The learner's own words beside a fact. */
  readonly notes: ReadonlyMap<FactId, string>;
  /** Facts of which the learner knows that something else took their place. */
  readonly told: ReadonlySet<FactId>;
}

/** The shelf after all events; where two devices disagree, the later one by clock counts. */
export function shelfOf(events: Iterable<LogEvent>): Shelf {
  const suspended = new Set<CardId>();
  const notes = new Map<FactId, string>();
  const told = new Set<FactId>();
  for (const event of inOrder(events)) {
    switch (event.type) {
      case 'suspend':
        suspended.add(event.payload.card);
        break;
      case 'resume':
        suspended.delete(event.payload.card);
        break;
      case 'note':
        if (event.payload.text === '') notes.delete(event.payload.fact);
        else notes.set(event.payload.fact, event.payload.text);
        break;
      case 'told':
        told.add(event.payload.fact);
        break;
      case 'ban':
      case 'unban':
      case 'review':
      case 'undo':
    }
  }
  return { suspended, notes, told };
}
