import { cardId } from '../../fact/fact.ts';
import type { Draft, Form, Task } from '../draft.ts';
import { areApart, eventOf, eventsIn, eventsNear, isBefore, isOrderOpen } from '../events.ts';
import type { DatedEvent } from '../events.ts';
import { keyOf, lettered } from '../options.ts';
import { shuffle } from '../random.ts';
import { statementOf } from '../sentence.ts';

const neighbours = 5;

/** Where an event stands in time: to another one, or to the period between two. */
export const beforeAfter: Form = {
  id: 'before-after',
  interaction: 'choice',
  effort: 0.45,
  make(task) {
    const event = task.facet === 'object' ? eventOf(task.base, task.fact) : undefined;
    if (!event) return undefined;
    const near = eventsNear(task.base, event, neighbours);
    return task.random() < 0.7
      ? (toPeriod(task, event, near) ?? toAnother(task, event, near))
      : (toAnother(task, event, near) ?? toPeriod(task, event, near));
  },
};

type Pair = readonly [DatedEvent, DatedEvent];

/** Before both, between or after both: each as likely as the neighbours allow. */
function toPeriod(task: Task, event: DatedEvent, near: readonly DatedEvent[]): Draft | undefined {
  const { joined } = task.language;
  const { earlier, later } = split(task, event, near);
  const around: Pair | undefined = earlier[0] && later[0] ? [earlier[0], later[0]] : undefined;
  const pairs = [inOrder(task, later), around, inOrder(task, earlier)];
  const place = shuffle([0, 1, 2], task.random).find((candidate) => pairs[candidate]) ?? 0;
  const pair = pairs[place];
  if (!pair) return undefined;
  const [first, last] = pair;
  const texts = [joined.beforeBoth, joined.between, joined.afterBoth];
  return draft(task, [first, event, last], {
    stem: joined.beforeBetweenAfter(event.phrase, first.phrase, last.phrase),
    texts,
    right: place,
  });
}

/** Two events that are apart from one another too, the earlier first. */
function inOrder(task: Task, events: readonly DatedEvent[]): Pair | undefined {
  const [one] = events;
  const other = one && events.find((candidate) => areApart(task.base, one, candidate));
  if (!one || !other) return undefined;
  return isBefore(one, other) ? [one, other] : [other, one];
}

function toAnother(task: Task, event: DatedEvent, near: readonly DatedEvent[]): Draft | undefined {
  const { joined } = task.language;
  const { earlier, later } = split(task, event, near);
  const same = shuffle(sameDay(task, event), task.random);
  const others = [later[0], same[0], earlier[0]];
  const places = shuffle([0, 2], task.random);
  // Few events share a day: where one does it is asked, so that this answer is right as often as the others.
  const place = [...(same[0] ? [1] : []), ...places].find((candidate) => others[candidate]) ?? 0;
  const chosen = others[place];
  if (!chosen) return undefined;
  return draft(task, [event, chosen], {
    stem: joined.beforeOrAfter(event.phrase, chosen.phrase),
    texts: [joined.before, joined.sameDay, joined.after],
    right: place,
  });
}

/** Events of the very day, in all parts of the story. */
function sameDay(task: Task, event: DatedEvent): readonly DatedEvent[] {
  const isDay = ({ date }: DatedEvent): boolean => date.precision === 'day';
  if (!isDay(event)) return [];
  return eventsIn(task.base, event.days).filter(
    (other) =>
      isDay(other) && other.fact.subject !== event.fact.subject && isOrderOpen(task.base, event, other),
  );
}

/** The neighbours in random order, by whether they certainly came before or after. */
function split(task: Task, event: DatedEvent, near: readonly DatedEvent[]) {
  const apart = shuffle(near, task.random).filter(
    (other) => areApart(task.base, event, other) && isOrderOpen(task.base, event, other),
  );
  return {
    earlier: apart.filter((other) => isBefore(other, event)),
    later: apart.filter((other) => isBefore(event, other)),
  };
}

interface Question {
  readonly stem: string;
  readonly texts: readonly string[];
  /** Index of the right text. */
  readonly right: number;
}

function draft(task: Task, events: readonly DatedEvent[], { stem, texts, right }: Question): Draft {
  const told = events
    .toSorted((a, b) => a.days.first - b.days.first)
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
    rivals: [],
    guess: 1 / texts.length,
    explanation: told,
    others: events
      .filter(({ fact }) => fact !== task.fact)
      .map(({ fact }) => ({ id: cardId(fact.id, 'object'), fact: fact.id, facet: 'object' })),
  };
}
