import { cardId } from '../../fact/fact.ts';
import type { Form, Task } from '../draft.ts';
import { areApart, eventOf, eventsNear, isBefore, isOrderOpen } from '../events.ts';
import type { DatedEvent } from '../events.ts';
import type { Certificate } from '../item.ts';
import { fairAmong, keyOf, lettered, wrongOptions } from '../options.ts';
import { shuffle } from '../random.ts';
import { statementOf } from '../sentence.ts';

const neighbours = 8;

/** What happened next: of three events the first that followed another. Order in time, never cause. */
export const whatFollowed: Form = {
  id: 'what-followed',
  interaction: 'choice',
  effort: 0.5,
  make(task) {
    const key = task.facet === 'object' ? eventOf(task.base, task.fact) : undefined;
    if (!key) return undefined;
    const near = eventsNear(task.base, key, neighbours).filter(
      (other) => areApart(task.base, key, other) && isOrderOpen(task.base, key, other),
    );
    const anchor = shuffle(
      near.filter((other) => isBefore(other, key)),
      task.random,
    )[0];
    return anchor && draft(task, key, anchor, near);
  },
};

function draft(task: Task, key: DatedEvent, anchor: DatedEvent, near: readonly DatedEvent[]) {
  const { base, language, random } = task;
  const stem = language.joined.firstAfter(anchor.phrase);
  const wrong = fairAmong(key.phrase, stem, shuffle(wrongEvents(task, key, anchor, near), random), 2, random);
  if (!wrong) return undefined;
  const options = lettered(shuffle([{ text: key.phrase, correct: true }, ...wrongOptions(wrong)], random));
  const facts = [anchor.fact, ...wrong.map(({ event }) => event.fact)];
  return {
    stem,
    options,
    key: keyOf(options),
    accepted: [],
    rivals: [],
    guess: 1 / options.length,
    explanation: `${statementOf(base, anchor.fact)} ${statementOf(base, key.fact)}`,
    others: facts.map((fact) => ({
      id: cardId(fact.id, 'object'),
      fact: fact.id,
      facet: 'object' as const,
    })),
  };
}

interface WrongEvent {
  readonly event: DatedEvent;
  readonly text: string;
  readonly certificate: Certificate;
}

/** Events that were over before the anchor, or that came only after the key. */
function wrongEvents(
  { base, language: { joined } }: Task,
  key: DatedEvent,
  anchor: DatedEvent,
  near: readonly DatedEvent[],
): readonly WrongEvent[] {
  return near.flatMap((event) => {
    const told = statementOf(base, event.fact);
    const earlier =
      isBefore(event, anchor) && areApart(base, event, anchor) && isOrderOpen(base, event, anchor);
    if (!earlier && !isBefore(key, event)) return [];
    const text = earlier ? joined.cameEarlier(told) : joined.cameLater(told);
    const certificate = { law: 'C1', refutedBy: event.fact.id, belongsTo: event.fact.id, text } as const;
    return [{ event, text: event.phrase, certificate }];
  });
}
