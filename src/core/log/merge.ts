import type { Envelope, EventId } from './envelope.ts';
import { identityOf, placeOf } from './envelope.ts';
import { inOrder } from './order.ts';

/** What becomes of arriving entries. */
export interface Admission<E extends Envelope = Envelope> {
  readonly added: readonly E[];
  /** How many were there already. */
  readonly known: number;
  /** Those of the added whose place another entry holds: two copies of one device went their own ways. */
  readonly forks: readonly E[];
}

/** Sorts arriving entries out against those that are there. Nothing that is there changes, and nothing is refused. */
export function admit<E extends Envelope>(present: Iterable<Envelope>, arriving: Iterable<E>): Admission<E> {
  const identities = new Set<string>();
  const places = new Set<EventId>();
  for (const entry of present) {
    identities.add(identityOf(entry));
    places.add(placeOf(entry));
  }
  const added: E[] = [];
  const forks: E[] = [];
  let known = 0;
  for (const entry of arriving) {
    const identity = identityOf(entry);
    const place = placeOf(entry);
    if (identities.has(identity)) known += 1;
    else {
      added.push(entry);
      if (places.has(place)) forks.push(entry);
    }
    identities.add(identity);
    places.add(place);
  }
  return { added, known, forks };
}

/** The union of two logs, in order: whoever merges whom, in any order and any number of times, the result is the same. */
export function merged<E extends Envelope>(
  mine: readonly E[],
  theirs: readonly E[],
): Admission<E> & { readonly entries: readonly E[] } {
  const admission = admit(mine, theirs);
  return { ...admission, entries: inOrder([...mine, ...admission.added]) };
}
