import type { Value } from '../fact/value.ts';

/** What a value is put in order by: its date or amount, or the figure that a text begins with. */
export function sizeOf(value: Value, text: string): number | string | undefined {
  if (value.type === 'quantity') return value.amount;
  if (value.type === 'date') return value.date.iso;
  const [figure] = /^\d[\d,]*(?:\.\d+)?/.exec(text) ?? [];
  return figure === undefined ? undefined : Number(figure.replaceAll(',', ''));
}

/** Whether a value stands before another by size, or is shorter where they have none. */
export function isBefore(value: Value, text: string, other: Value, otherText: string): boolean {
  const [size, otherSize] = [sizeOf(value, text), sizeOf(other, otherText)];
  return size === undefined || otherSize === undefined ? text.length < otherText.length : size < otherSize;
}
