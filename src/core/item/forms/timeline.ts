import { axisAround } from '../axis.ts';
import type { Axis } from '../axis.ts';
import { firstDayOf } from '../../fact/calendar.ts';
import { answersTo } from '../../fact/truth.ts';
import type { PartialDate } from '../../fact/value.ts';
import { areUnlike, happeningOf, happeningsNear } from '../chronicle.ts';
import type { Happening } from '../chronicle.ts';
import type { Form, Task } from '../draft.ts';
import type { Landmark } from '../layout.ts';
import { valuePhrase } from '../phrase.ts';
import { stemOf } from '../sentence.ts';
import { mentions } from '../words.ts';

const mostLandmarks = 2;

/** A date set on an axis, where near is partly right. */
export const timeline: Form = {
  id: 'timeline',
  interaction: 'date',
  effort: 0.6,
  make(task) {
    const { base, language, fact, facet, key, single, random } = task;
    const stem = single && key.type === 'date' ? stemOf(base, fact, facet) : undefined;
    if (stem === undefined || key.type !== 'date' || tells(task, stem, key.date)) return undefined;
    const dates = answersTo(base, fact, facet).flatMap((answer) =>
      answer.type === 'date' ? [answer.date] : [],
    );
    const axis =
      dates.every(({ precision }) => precision === key.date.precision) && axisAround(dates, random);
    if (!axis) return undefined;
    const { start, end, days, right, toleranceDays } = axis;
    const { precision } = key.date;
    return {
      stem,
      options: [],
      key: valuePhrase(base, language, key),
      accepted: [],
      guess: Math.round((1000 * daysIn(right)) / days) / 1000,
      layout: {
        type: 'axis',
        start,
        end,
        precision,
        landmarks: landmarksOn(task, axis),
        right,
        toleranceDays,
      },
    };
  },
};

/** Whether a stem says what would help to find the date: its month, or its year where years are asked. */
function tells({ language }: Task, stem: string, { iso, precision }: PartialDate): boolean {
  const [year = '', month] = iso.split('-');
  const name = language.months[Number(month) - 1];
  return mentions(stem, precision === 'year' ? year : (name ?? year));
}

const daysIn = ([first, last]: Axis['right']): number =>
  (firstDayOf(last) ?? 0) - (firstDayOf(first) ?? 0) + 1;

/** Well-known happenings to orient by, none so near to the key that it would tell it. */
function landmarksOn(
  { base, fact, random }: Task,
  { start, end, right, toleranceDays }: Axis,
): readonly Landmark[] {
  const own = happeningOf(base, fact);
  if (!own) return [];
  const [from, to] = [start, end].map((iso) => firstDayOf(iso) ?? 0);
  const [first, last] = right.map((iso) => firstDayOf(iso) ?? 0);
  const helps = (other: Happening): boolean =>
    other.fact.importance === 'core' &&
    isExact(other, start.length) &&
    other.first > (from ?? 0) &&
    other.first < (to ?? 0) &&
    (other.first - (last ?? 0) > toleranceDays || (first ?? 0) - other.last > toleranceDays) &&
    areUnlike(base, own, other);
  const landmarks = happeningsNear(base, own, random)
    .filter(helps)
    .map(({ fact: { object }, title }) => ({
      iso: object.type === 'date' ? object.date.iso.slice(0, start.length) : '',
      text: title,
    }));
  return landmarks
    .filter(({ iso }, index) => index === landmarks.findIndex((other) => other.iso === iso))
    .slice(0, mostLandmarks)
    .toSorted((a, b) => (a.iso < b.iso ? -1 : 1));
}

const isExact = ({ fact }: Happening, length: number): boolean =>
  fact.object.type === 'date' && fact.object.date.iso.length >= length;
