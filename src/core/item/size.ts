import type { Value } from '../fact/value.ts';

/** What may be offered: its words, and its value where it has one. */
export interface Offered {
  readonly text: string;
  readonly value?: Value;
}

/** What options are put in order by: their date or amount, or the figure that their words begin with. */
export function sizeOf({ value, text }: Offered): number | string | undefined {
  if (value?.type === 'quantity') return value.amount;
  if (value?.type === 'date') return value.date.iso;
  const [figure] = /^\d[\d,]*(?:\.\d+)?/.exec(text) ?? [];
  return figure === undefined ? undefined : Number(figure.replaceAll(',', ''));
}

/** Whether one stands before another by size, or is shorter where they have none. */
export function isBefore(one: Offered, other: Offered): boolean {
  const [size, otherSize] = [sizeOf(one), sizeOf(other)];
  return size === undefined || otherSize === undefined
    ? one.text.length < other.text.length
    : size < otherSize;
}
