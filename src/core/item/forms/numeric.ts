import { answersTo } from '../../fact/truth.ts';
import { subjectKey, valueKey } from '../../fact/base.ts';
import type { QuantityValue, Value } from '../../fact/value.ts';
import type { Form, Task } from '../draft.ts';
import { valuePhrase } from '../phrase.ts';
import { stemOf } from '../sentence.ts';
import { mentions } from '../words.ts';

/** A number typed as a number, right within what the sources or their rounding leave open. */
export const numeric: Form = {
  id: 'numeric',
  interaction: 'number',
  effort: 0.75,
  make(task) {
    const { base, language, fact, facet, key, single } = task;
    const asked = single && key.type === 'quantity' ? stemOf(base, fact, facet) : undefined;
    if (asked === undefined || key.type !== 'quantity') return undefined;
    const stem = mentions(asked, key.unit) || key.unit === '' ? asked : language.inUnit(asked, key.unit);
    if (mentions(stem, language.number(key.amount))) return undefined;
    const tolerance = toleranceOf(task, key);
    if (tolerance === undefined) return undefined;
    return {
      stem,
      options: [],
      key: valuePhrase(base, language, key),
      accepted: [],
      entry: { type: 'amount', amount: key.amount, tolerance, unit: key.unit },
      guess: 0,
    };
  },
};

/**
 * The largest difference that still counts as right: as far as another report of the same goes, a tenth of what is
 * only about right, half the rounding of a large number; but always less than half the way to what was counted at
 * another time. Undefined when the reports differ too much for a number to be asked.
 */
function toleranceOf(task: Task, key: QuantityValue): number | undefined {
  const spread = attributes(task) ? 0 : Math.max(0, ...distances(rivalsOf(task), key));
  if (spread > widestSpread * key.amount) return undefined;
  const rounding = key.approximate ? roughly * key.amount : roundingOf(key.amount);
  const open = Math.max(spread, rounding);
  const nearest = Math.min(Infinity, ...distances(otherTimes(task, key), key));
  const tolerance = Math.min(open, 0.49 * nearest);
  return Number.isInteger(key.amount) ? Math.floor(tolerance) : Number(tolerance.toPrecision(6));
}

const roughly = 0.1;
const narrowly = 0.025;
const largeNumber = 1000;
const widestSpread = 0.25;

/** A stem that names its speaker asks for what was said, whatever others say. */
const attributes = ({ fact }: Task): boolean => fact.ask === 'according-to' || fact.ask === 'both';

const rivalsOf = ({ base, fact, facet }: Task): readonly Value[] => answersTo(base, fact, facet);

/** What the same count was at other times. */
function otherTimes(task: Task, key: QuantityValue): readonly Value[] {
  const { base, fact } = task;
  const counts = base.factsBySubject.get(subjectKey(fact.subject, fact.predicate)) ?? [];
  const answers = new Set([key, ...rivalsOf(task)].map(valueKey));
  return counts.map(({ object }) => object).filter((object) => !answers.has(valueKey(object)));
}

const distances = (values: readonly Value[], key: QuantityValue): readonly number[] =>
  values.flatMap((value) =>
    value.type === 'quantity' && value.unit === key.unit ? [Math.abs(value.amount - key.amount)] : [],
  );

/** What may have been rounded away from a large number that is given as exact, but little of it. */
const roundingOf = (amount: number): number =>
  amount < largeNumber ? 0 : Math.min(grainOf(amount) / 2, narrowly * amount);

/** The largest power of ten that divides a whole number: 1,100 is counted in hundreds. */
function grainOf(amount: number): number {
  let grain = 1;
  while (amount % (grain * 10) === 0) grain *= 10;
  return grain;
}
