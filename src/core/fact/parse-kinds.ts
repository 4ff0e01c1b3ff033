import type { Entity } from './entity.ts';
import type { Fact } from './fact.ts';
import { recordsOf } from './parse-draft.ts';
import type { Draft } from './parse-draft.ts';
import { child, refuse } from './parse-record.ts';
import type { Raw } from './parse-record.ts';
import type { Predicate } from './predicate.ts';
import type { EntityId, Value } from './value.ts';

/** Refuses subjects outside the domain and objects (also denied ones) outside the range of a predicate. */
export function checkKinds(draft: Draft): void {
  const entities = new Map(recordsOf(draft.entities).map((entity) => [entity.id, entity]));
  const predicates = new Map(recordsOf(draft.predicates).map((predicate) => [predicate.id, predicate]));
  for (const { record: fact, raw } of draft.facts.placed) {
    const predicate = predicates.get(fact.predicate);
    if (!predicate) continue;
    checkDomain(child(raw, 'subject', fact.subject), predicate, entities.get(fact.subject));
    for (const [place, value] of objectsOf(fact, raw)) checkRange(place, predicate, value, entities);
  }
}

function objectsOf(fact: Fact, raw: Raw): readonly (readonly [Raw, Value])[] {
  const denials = child(raw, 'denials', fact.denials);
  const denied = fact.denials.map(
    ({ value }, index) => [child(child(denials, index, value), 'value', value), value] as const,
  );
  return [[child(raw, 'object', fact.object), fact.object], ...denied];
}

function checkDomain(place: Raw, predicate: Predicate, subject: Entity | undefined): void {
  if (!subject || predicate.domain.includes(subject.kind)) return;
  refuse(place, undefined, {
    code: 'domain',
    message: `${subject.id} is a ${subject.kind}, but the subject of "${predicate.id}" is a ${predicate.domain.join(' or ')}`,
    remedy: `choose another subject or predicate, or add ${subject.kind} to the predicate's domain`,
  });
}

function checkRange(
  place: Raw,
  { id, range }: Predicate,
  value: Value,
  entities: ReadonlyMap<EntityId, Entity>,
): void {
  const kind = value.type === 'entity' ? entities.get(value.id)?.kind : value.type;
  if (kind === undefined) return;
  const fits = typeof range === 'string' ? range === kind : range.some((allowed) => allowed === kind);
  if (fits) return;
  refuse(place, undefined, {
    code: 'range',
    message: `the object is a ${kind}, but that of "${id}" is a ${typeof range === 'string' ? range : range.join(' or ')}`,
    remedy: `choose another object or predicate, or change the predicate's range`,
  });
}
