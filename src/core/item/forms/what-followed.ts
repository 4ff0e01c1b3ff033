import { areUnlike, byTime, happeningOf, happeningsNear, maySort } from '../chronicle.ts';
import type { Happening } from '../chronicle.ts';
import type { Draft, Form, Task } from '../draft.ts';
import type { Prospect } from '../even-draw.ts';
import { prospectsAmong } from '../fair.ts';
import type { Certificate } from '../item.ts';
import { keyOf, lettered, wrongOptions } from '../options.ts';
import { shuffle } from '../random.ts';
import { statementOf } from '../sentence.ts';

/** What happened next: of three events the first that followed another. Order in time, never cause. */
export const whatFollowed: Form = {
  id: 'what-followed',
  interaction: 'choice',
  effort: 0.5,
  make(task) {
    const { base, fact, facet, random } = task;
    const key = facet === 'object' ? happeningOf(base, fact) : undefined;
    if (!key) return undefined;
    const near = happeningsNear(base, key, random).filter((other) => maySort(base, key, other));
    const anchors = near.filter((other) => byTime(other, key) < 0).slice(0, mostAnchors);
    const drawn = task.draw(anchors.flatMap((anchor) => prospectsOf(task, key, anchor, near)));
    return drawn && draft(task, key, drawn);
  },
};

const mostAnchors = 4;
const mostWrong = 9;

interface Drawn {
  readonly anchor: Happening;
  readonly wrong: readonly WrongEvent[];
}

function prospectsOf(
  task: Task,
  key: Happening,
  anchor: Happening,
  near: readonly Happening[],
): readonly Prospect<Drawn>[] {
  const stem = task.language.joined.firstAfter(anchor.phrase);
  const wrong = wrongEvents(task, key, anchor, near).slice(0, mostWrong);
  const isApart = (one: WrongEvent, other: WrongEvent): boolean =>
    areUnlike(task.base, one.event, other.event);
  const prospects = prospectsAmong({ text: key.title }, stem, wrong, {
    count: 2,
    // Else the question would be which of the three came first, whatever came before.
    fits: ([one, other]) =>
      one !== undefined &&
      other !== undefined &&
      isApart(one, other) &&
      [one, other].some(({ event }) => byTime(event, anchor) < 0),
  });
  return prospects.map((prospect) => ({ ...prospect, value: { anchor, wrong: prospect.value } }));
}

function draft({ base, language, random }: Task, key: Happening, { anchor, wrong }: Drawn): Draft {
  const options = lettered(shuffle([{ text: key.title, correct: true }, ...wrongOptions(wrong)], random));
  return {
    stem: language.joined.firstAfter(anchor.phrase),
    options,
    key: keyOf(options),
    accepted: [],
    guess: 1 / options.length,
    explanation: `${statementOf(base, anchor.fact)} ${statementOf(base, key.fact)}`,
    others: [anchor.card, ...wrong.map(({ event }) => event.card)],
  };
}

interface WrongEvent {
  readonly event: Happening;
  readonly text: string;
  readonly certificate: Certificate;
}

/** Events that were over before the anchor, or that came only after the key. */
function wrongEvents(
  { base, language: { joined } }: Task,
  key: Happening,
  anchor: Happening,
  near: readonly Happening[],
): readonly WrongEvent[] {
  return near.flatMap((event) => {
    const told = statementOf(base, event.fact);
    const earlier = byTime(event, anchor) < 0 && maySort(base, event, anchor);
    if (!earlier && byTime(event, key) < 0) return [];
    const text = earlier ? joined.cameEarlier(told) : joined.cameLater(told);
    const certificate = { law: 'C1', refutedBy: event.fact.id, belongsTo: event.fact.id, text } as const;
    return [{ event, text: event.title, certificate }];
  });
}
