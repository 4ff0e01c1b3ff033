import type { Base } from '#core/fact/base.ts';
import type { Claim } from '#core/fact/claim.ts';
import { entitiesNamed } from '#core/fact/names.ts';
import { nearest } from '#core/fact/nearest.ts';
import type { PredicateId } from '#core/fact/predicate.ts';
import type { EntityId, PartialDate, Value } from '#core/fact/value.ts';
import { ok, refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';

/** Reads `subject | predicate | object | time`; the problem says in one sentence what to write instead. */
export function parseClaim(base: Base, text: string): Result<Claim, string> {
  const [subject = '', predicate = '', object = '', time = ''] = text.split('|').map((part) => part.trim());
  if (object === '') return refused('Write --claim "subject | predicate | object", then perhaps "| time"');
  const who = oneNamed(base, subject);
  if (!who.ok) return who;
  const known = base.predicates.get(predicate as PredicateId);
  if (!known) return refused(unknownPredicate(base, predicate));
  const asOf = time === '' ? undefined : readDate(time);
  if (time !== '' && !asOf) return refused(`"${time}" is no date; write 2023, 2023-07 or 2023-07-26`);
  const value = readValue(base, object, known.range);
  if (!value.ok) return value;
  return ok({ subject: who.value, predicate: known.id, object: value.value, ...(asOf && { asOf }) });
}

function oneNamed(base: Base, name: string): Result<EntityId, string> {
  const [first, ...others] = entitiesNamed(base, name);
  if (first === undefined) return refused(`Nobody and nothing in the topic is called "${name}"`);
  if (others.length === 0) return ok(first);
  return refused(`"${name}" may mean ${[first, ...others].join(' or ')}; write one of these ids`);
}

function unknownPredicate(base: Base, written: string): string {
  const guess = nearest(written, base.predicates.keys());
  return `There is no predicate "${written}"; ${guess ? `write ${guess}` : 'content/predicates/ lists them'}`;
}

function readValue(base: Base, text: string, range: readonly string[] | string): Result<Value, string> {
  if (range === 'text') return ok({ type: 'text', text, accept: [] });
  if (range === 'date') {
    const date = readDate(text);
    return date
      ? ok({ type: 'date', date })
      : refused(`"${text}" is no date; write 2023, 2023-07 or 2023-07-26`);
  }
  if (range === 'quantity') return readQuantity(text);
  const id = oneNamed(base, text);
  return id.ok ? ok({ type: 'entity', id: id.value }) : id;
}

function readQuantity(text: string): Result<Value, string> {
  const [, about, amount, unit = ''] = /^(about )?(\d+(?:\.\d+)?)\s*(.*)$/.exec(text) ?? [];
  if (amount === undefined)
    return refused(`"${text}" is no amount; write a number and its unit: 1100 soldiers`);
  return ok({
    type: 'quantity',
    amount: Number(amount),
    unit,
    unitOne: unit,
    approximate: about !== undefined,
  });
}

function readDate(text: string): PartialDate | undefined {
  const precision = ({ 4: 'year', 7: 'month', 10: 'day' } as const)[text.length];
  return precision && /^\d{4}(-\d{2}){0,2}$/.test(text) ? { iso: text, precision } : undefined;
}
