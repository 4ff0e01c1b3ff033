import { isRecord } from '../shape.ts';
import { readFlag, readNumber, readRecord, readText, readTexts, refuse, wrongType } from './parse-record.ts';
import type { Raw } from './parse-record.ts';
import type { EntityId, PartialDate, Precision, QuantityValue, TextValue, Value } from './value.ts';

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads an id of any kind; the caller names the brand. */
export function readId<T extends string>(raw: Raw): T {
  const text = readText(raw);
  if (text === '' || kebabCase.test(text)) return text as T;
  return refuse(raw, text as T, {
    code: 'bad-id',
    message: `"${text}" is not an id`,
    remedy: 'use lower-case letters, digits and single hyphens, such as air-base-201',
  });
}

/** Reads `2023`, `2023-07` or `2023-07-26`, in quotes. */
export function readDate(raw: Raw): PartialDate {
  const text = readText(raw);
  const precision = precisionOf(text);
  if (text === '' || precision) return { iso: text, precision: precision ?? 'day' };
  return refuse(
    raw,
    { iso: text, precision: 'day' },
    {
      code: 'bad-date',
      message: `"${text}" is not a date of the calendar`,
      remedy: "write '2023', '2023-07' or '2023-07-26'",
    },
  );
}

/** Reads what fills the object slot: an entity's id, or `{ date }`, `{ quantity, unit }` or `{ text }`. */
export function readValue(raw: Raw): Value {
  const { value } = raw;
  if (typeof value === 'string') return { type: 'entity', id: readId(raw) };
  if (isRecord(value)) {
    if ('date' in value) return { type: 'date', date: readDate(readRecord(raw, ['date']).date) };
    if ('quantity' in value) return readQuantity(raw);
    if ('text' in value) return readTextValue(raw);
  }
  const remedy = 'write an entity id, { date: ... }, { quantity: ..., unit: ... } or { text: ... }';
  return refuse(raw, { type: 'text', text: '', accept: [] }, wrongType(raw, 'a value', remedy));
}

/** Reads an entity's id or `{ text }`. */
export function readAbout(raw: Raw): EntityId | TextValue {
  return typeof raw.value === 'string' ? readId<EntityId>(raw) : readTextValue(raw);
}

function readQuantity(raw: Raw): QuantityValue {
  const field = readRecord(raw, ['quantity', 'unit', 'unitOne', 'approximate']);
  const unit = readText(field.unit);
  return {
    type: 'quantity',
    amount: readNumber(field.quantity),
    unit,
    unitOne: field.unitOne.value === undefined ? unit : readText(field.unitOne),
    approximate: readFlag(field.approximate),
  };
}

function readTextValue(raw: Raw): TextValue {
  const field = readRecord(raw, ['text', 'accept']);
  return { type: 'text', text: readText(field.text), accept: readTexts(field.accept) };
}

/** How exact an ISO date is; undefined when it is not one of the calendar. */
function precisionOf(iso: string): Precision | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (month === undefined) return 'year';
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return 'month';
  return day >= 1 && day <= daysIn(year ?? 0, month) ? 'day' : undefined;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
