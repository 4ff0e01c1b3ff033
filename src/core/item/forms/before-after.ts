import { shapeOf } from '../checks/shape.ts';
import {
  areApart,
  byTime,
  happeningOf,
  happeningsNear,
  happeningsWithin,
  isOrderOpen,
  maySort,
} from '../chronicle.ts';
import type { Happening } from '../chronicle.ts';
import type { Draft, Form, Task } from '../draft.ts';
import type { Prospect } from '../even-draw.ts';
import { firstOf } from '../first-of.ts';
import { gainsAsShown, seen } from '../gains.ts';
import { keyOf, lettered } from '../options.ts';
import { shuffle } from '../random.ts';
import { statementOf } from '../sentence.ts';

/** Where an event stands in time: to another one, or to the period between two. */
export const beforeAfter: Form = {
  id: 'before-after',
  interaction: 'choice',
  effort: 0.45,
  make(task) {
    const event = task.facet === 'object' ? happeningOf(task.base, task.fact) : undefined;
    if (!event) return undefined;
    const { random } = task;
    const sides = sidesOf(task, event);
    const asked = random() < 0.5 ? [toPeriod, toAnother] : [toAnother, toPeriod];
    const versions = asked.map((ask) => ask(task, event, sides)).filter(({ length }) => length > 0);
    return firstOf(versions, (either) => task.draw(either.flatMap((one) => (one ? [prospectOf(one)] : []))));
  },
};

const prospectOf = (value: Draft): Prospect<Draft> => ({
  value,
  ...gainsAsShown(shapeOf(value.stem), seen(value.options)),
});

/** Events that certainly came before one and after it, in random order. */
interface Sides {
  readonly earlier: readonly Happening[];
  readonly later: readonly Happening[];
}

/** Before both, between or after both. */
function toPeriod(task: Task, event: Happening, { earlier, later }: Sides): readonly (Draft | undefined)[] {
  const { joined } = task.language;
  const around = earlier[0] && later[0] ? ([earlier[0], later[0]] as const) : undefined;
  return [inOrder(later), around, inOrder(earlier)].map((pair, right) => {
    if (!pair) return undefined;
    const [first, last] = pair;
    return draft(task, [first, event, last], {
      stem: joined.beforeBetweenAfter(event.phrase, first.phrase, last.phrase),
      texts: [joined.beforeBoth, joined.between, joined.afterBoth],
      right,
    });
  });
}

/** Two events that are apart from one another too, the earlier first. */
function inOrder(events: readonly Happening[]): readonly [Happening, Happening] | undefined {
  const [one] = events;
  const other = one && events.find((candidate) => areApart(one, candidate));
  if (!one || !other) return undefined;
  return byTime(one, other) < 0 ? [one, other] : [other, one];
}

/** Before another, on the same day or after it; only where the day has another event, so that each may be right. */
function toAnother(task: Task, event: Happening, { earlier, later }: Sides): readonly (Draft | undefined)[] {
  const { joined } = task.language;
  const [same] = shuffle(sameDay(task, event), task.random);
  if (!same) return [];
  return [later[0], same, earlier[0]].map((other, right) =>
    other === undefined
      ? undefined
      : draft(task, [event, other], {
          stem: joined.beforeOrAfter(event.phrase, other.phrase),
          texts: [joined.before, joined.sameDay, joined.after],
          right,
        }),
  );
}

/** Events of the very day, in all parts of the story. */
function sameDay(task: Task, event: Happening): readonly Happening[] {
  const isDay = ({ date }: Happening): boolean => date.precision === 'day';
  if (!isDay(event)) return [];
  return happeningsWithin(task.base, event).filter(
    (other) => isDay(other) && other !== event && isOrderOpen(task.base, event, other),
  );
}

function sidesOf(task: Task, event: Happening): Sides {
  const near = happeningsNear(task.base, event, task.random).filter((other) =>
    maySort(task.base, event, other),
  );
  return {
    earlier: near.filter((other) => byTime(other, event) < 0),
    later: near.filter((other) => byTime(event, other) < 0),
  };
}

interface Question {
  readonly stem: string;
  readonly texts: readonly string[];
  /** Index of the right text. */
  readonly right: number;
}

function draft(task: Task, events: readonly Happening[], { stem, texts, right }: Question): Draft {
  const told = events
    .toSorted(byTime)
    .map(({ fact }) => statementOf(task.base, fact))
    .join(' ');
  const certificate = { law: 'C1', refutedBy: task.fact.id, text: told } as const;
  const options = lettered(
    texts.map((text, index) =>
      index === right ? { text, correct: true } : { text, correct: false, certificate },
    ),
  );
  return {
    stem,
    options,
    key: keyOf(options),
    accepted: [],
    guess: 1 / texts.length,
    explanation: told,
    others: events.filter(({ fact }) => fact !== task.fact).map(({ card }) => card),
  };
}
