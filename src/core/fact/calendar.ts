/** The number of an ISO day `yyyy-mm-dd`, counted from 1970-01-01; undefined when it is none. */
export function dayNumber(iso: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return undefined;
  const day = daysFromCivil(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoOfDayNumber(day) === iso ? day : undefined;
}

/** `2026-11-24` for a day's number. */
export function isoOfDayNumber(day: number): string {
  const [year, month, date] = civil(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The first day that a date of any precision may mean: `2023-07` begins on 1 July. */
export const firstDayOf = (iso: string): number | undefined =>
  dayNumber(iso + '-01-01'.slice(iso.length - 4));

/** The last day that a date of any precision may mean: the one before the next year or month begins. */
export function lastDayOf(iso: string): number | undefined {
  if (iso.length === 10) return dayNumber(iso);
  const [year = 0, month = 12] = iso.split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  const day = firstDayOf(iso) === undefined ? undefined : dayNumber(next);
  return day === undefined ? undefined : day - 1;
}

/** Howard Hinnant's `days_from_civil` (chrono-compatible low-level date algorithms). */
function daysFromCivil(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Hinnant's `civil_from_days`: [year, month 1..12, day 1..31]. */
function civil(day: number): [number, number, number] {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return [yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - Math.floor((153 * mp + 2) / 5) + 1];
}
