import { entityOf, sourceOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Fact } from '../fact/fact.ts';
import type { Slot, SlotStyle } from '../fact/pattern.ts';
import type { EntityId, PartialDate, Value } from '../fact/value.ts';
import type { Language } from '../language/language.ts';

/** What stands in a slot, ready to be put into words. */
export type Filling =
  | { readonly type: 'value'; readonly value: Value }
  | { readonly type: 'phrase'; readonly phrase: string; readonly plural?: boolean };

/** What a fact has in a slot; undefined when the slot is empty. */
export function fillingOf(base: Base, fact: Fact, slot: Slot): Filling | undefined {
  switch (slot) {
    case 'subject':
      return entityFilling(fact.subject);
    case 'object':
      return { type: 'value', value: fact.object };
    case 'about':
      if (fact.about === undefined) return undefined;
      return typeof fact.about === 'string'
        ? entityFilling(fact.about)
        : { type: 'value', value: fact.about };
    case 'place':
      return fact.place && entityFilling(fact.place);
    case 'occasion':
      return fact.occasion && entityFilling(fact.occasion);
    case 'speaker':
      if (!fact.accordingTo) return undefined;
      return fact.accordingTo.type === 'entity'
        ? entityFilling(fact.accordingTo.id)
        : { type: 'phrase', phrase: sourceOf(base, fact.accordingTo.id).phrase };
    default:
      return dateFilling(fact[slot]);
  }
}

const entityFilling = (id: EntityId): Filling => ({ type: 'value', value: { type: 'entity', id } });
const dateFilling = (date: PartialDate | undefined): Filling | undefined =>
  date && { type: 'value', value: { type: 'date', date } };

/** The words for a filling in the style that a pattern asks for. */
export function phrase(base: Base, language: Language, filling: Filling, style: SlotStyle): string {
  if (filling.type === 'phrase') {
    return style === 'possessive' ? language.possessive(filling.phrase, false) : filling.phrase;
  }
  const { value } = filling;
  switch (value.type) {
    case 'entity':
      return entityPhrase(base, language, value.id, style);
    case 'date':
      return datePhrase(language, value.date, style);
    case 'quantity': {
      const unit = value.amount === 1 ? value.unitOne : value.unit;
      if (style === 'unit') return value.unit;
      return style === 'amount' || unit === '' ? language.amount(value) : `${language.amount(value)} ${unit}`;
    }
    case 'text':
      return style === 'possessive' ? language.possessive(value.text, false) : value.text;
  }
}

/** A value as it stands alone, on an option or as a key. */
export function valuePhrase(base: Base, language: Language, value: Value): string {
  return phrase(base, language, { type: 'value', value }, 'plain');
}

export function isPlural(base: Base, filling: Filling | undefined): boolean {
  if (filling?.type !== 'value') return filling?.plural ?? false;
  const { value } = filling;
  if (value.type === 'entity') return entityOf(base, value.id).plural;
  return value.type === 'quantity' && value.amount !== 1;
}

function entityPhrase(base: Base, language: Language, id: EntityId, style: SlotStyle): string {
  const entity = entityOf(base, id);
  if (style === 'bare') return entity.name;
  if (style === 'adj') return entity.adjective ?? entity.name;
  const named = entity.article === '' ? entity.name : `${entity.article} ${entity.name}`;
  return style === 'possessive' ? language.possessive(named, entity.plural) : named;
}

function datePhrase(language: Language, date: PartialDate, style: SlotStyle): string {
  if (style === 'on') return language.onDate(date);
  if (style === 'when') return language.whenPhrase(date.precision);
  return style === 'possessive' ? language.possessive(language.date(date), false) : language.date(date);
}
