import { firstDayOf } from '../../fact/calendar.ts';
import type { Layout } from '../layout.ts';
import type { Check } from './check.ts';

/** Wider than this, an amount is not asked any more; the share of it that may be missed. */
const widest = 0.25;

/** What counts as right is an interval around the key, neither empty nor so wide that anything is right. */
export const tolerance: Check = {
  id: 'tolerance',
  find({ item: { entry, layout } }) {
    if (entry?.type === 'amount') {
      const { amount, tolerance: allowed } = entry;
      const sane =
        Number.isFinite(amount) && allowed >= 0 && allowed <= Math.max(0.5, widest * Math.abs(amount));
      if (!sane) return `${amount} may be missed by ${allowed}`;
    }
    return layout?.type === 'axis' ? axisProblem(layout) : undefined;
  },
};

function axisProblem({
  start,
  end,
  right,
  toleranceDays,
  landmarks,
}: Extract<Layout, { type: 'axis' }>): string | undefined {
  const [first, last] = [dayOf(start), dayOf(end)];
  const [from, to] = [dayOf(right[0]), dayOf(right[1])];
  const span = last - first;
  if (!(first <= from && from <= to && to <= last)) return 'the right dates are not on the axis';
  const place = ((from + to) / 2 - first) / span;
  if (place < 0.05 || place > 0.95) return 'the right date stands at the edge of the axis';
  if (!(toleranceDays > 0) || toleranceDays > span / 4)
    return `${toleranceDays} days of tolerance on an axis of ${span}`;
  const given = landmarks.find(({ iso }) => dayOf(iso) >= from && dayOf(iso) <= to);
  return given && `the landmark "${given.text}" stands where the answer is`;
}

const dayOf = (iso: string): number => firstDayOf(iso) ?? NaN;
