import type { DateValue, QuantityValue, Value } from '../fact/value.ts';
import { shuffle } from './random.ts';
import type { Random } from './random.ts';

/** Neighbouring dates or amounts of the same grain, for slots where the base has too few of its own. */
export function shiftedValues(key: Value, random: Random): readonly Value[] {
  if (key.type === 'date') return shuffle(shiftedDates(key), random);
  return key.type === 'quantity' ? shuffle(shiftedAmounts(key), random) : [];
}

const dayShifts = [-21, -17, -14, -12, -9, -8, -7, -6, -5, -4, 4, 5, 6, 7, 8, 9, 12, 14, 17, 21];
const monthShifts = [-12, -7, -6, -5, -4, -3, -2, 2, 3, 4, 5, 6, 7, 12];
const yearShifts = [-4, -3, -2, 2, 3, 4];

function shiftedDates(key: DateValue): readonly DateValue[] {
  const [year = 0, month = 1, day = 1] = key.date.iso.split('-').map(Number);
  const { precision } = key.date;
  const shifts = { day: dayShifts, month: monthShifts, year: yearShifts }[precision];
  return shifts.map((shift) => {
    const shifted = {
      day: () => addDays(year, month, day + shift),
      month: () => monthIso(year * 12 + month - 1 + shift),
      year: () => String(year + shift),
    }[precision]();
    return { type: 'date', date: { iso: shifted, precision } };
  });
}

const two = (value: number): string => String(value).padStart(2, '0');
const monthIso = (months: number): string => `${Math.floor(months / 12)}-${two((months % 12) + 1)}`;

/** The date `day` days into a month, where `day` may lie up to a month outside it. */
function addDays(year: number, month: number, day: number): string {
  if (day < 1) {
    const before = month === 1 ? 12 : month - 1;
    const beforeYear = month === 1 ? year - 1 : year;
    return addDays(beforeYear, before, day + daysIn(beforeYear, before));
  }
  const length = daysIn(year, month);
  if (day <= length) return `${year}-${two(month)}-${two(day)}`;
  return month === 12 ? addDays(year + 1, 1, day - length) : addDays(year, month + 1, day - length);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Small counts move by one to three; larger amounts by factors, rounded as coarsely as the key is. */
function shiftedAmounts(key: QuantityValue): readonly QuantityValue[] {
  const amounts =
    key.amount <= 12 && Number.isInteger(key.amount)
      ? [-4, -3, -2, -1, 1, 2, 3, 4, 5].map((shift) => key.amount + shift)
      : [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.25, 1.5, 1.75, 2, 2.5, 3, 4].map((factor) =>
          roundLike(key.amount * factor, key.amount),
        );
  return amounts
    .filter((amount) => amount >= 1 && amount !== key.amount && !(isShare(key) && amount > whole))
    .map((amount) => ({ ...key, amount }));
}

/** A share is never more than the whole. */
const isShare = ({ unit, amount }: QuantityValue): boolean => /^(?:per cent|%)/.test(unit) && amount <= whole;
const whole = 100;

/** Rounds to the grain of `model`: 1,100 has the grain 100, so 440 becomes 400; 1,000 has it too, or nothing were below it; 36.6 has tenths. */
function roundLike(amount: number, model: number): number {
  const [, decimals = ''] = String(model).split('.');
  if (decimals !== '') return Number(amount.toFixed(decimals.length));
  let grain = 1;
  while (model % (grain * 10) === 0 && grain * 10 < model) grain *= 10;
  const rounded = Math.round(amount / grain) * grain;
  return Number(rounded.toPrecision(12));
}
