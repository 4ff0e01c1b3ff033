/** How exact a calendar date is known. */
export type Precision = 'year' | 'month' | 'day';

/** A calendar date as far as it is known: `2023`, `2023-07` or `2023-07-26` (ISO 8601, no time zone). */
export interface PartialDate {
  readonly iso: string;
  readonly precision: Precision;
}

export interface EntityValue {
  readonly type: 'entity';
  readonly id: EntityId;
}

/** A date as the object of a fact. */
export interface DateValue {
  readonly type: 'date';
  readonly date: PartialDate;
}

/** A counted or measured amount; `unit` is a plural noun phrase ("US military personnel", "days"). */
export interface QuantityValue {
  readonly type: 'quantity';
  readonly amount: number;
  readonly unit: string;
  /** The noun phrase for an amount of exactly 1 ("day"). */
  readonly unitOne: string;
  readonly approximate: boolean;
}

/** A short phrase in the content's language; `accept` holds other wordings that mean the same. */
export interface TextValue {
  readonly type: 'text';
  readonly text: string;
  readonly accept: readonly string[];
}

/** What may fill a slot of a fact. */
export type Value = EntityValue | DateValue | QuantityValue | TextValue;

export type EntityId = string & { readonly brand: 'EntityId' };
