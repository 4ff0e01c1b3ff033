import { entityOf } from '../../fact/base.ts';
import type { Base } from '../../fact/base.ts';
import type { EntityKind } from '../../fact/entity.ts';
import type { Fact } from '../../fact/fact.ts';
import { intervalOf } from '../../fact/interval.ts';
import { refute } from '../../fact/truth.ts';
import type { EntityId } from '../../fact/value.ts';
import type { Distractor } from '../distractors.ts';
import type { Form, Task } from '../draft.ts';
import { fairOf, keyOf, optionsOf } from '../options.ts';
import { valuePhrase } from '../phrase.ts';
import { shuffle } from '../random.ts';
import { statementOf, stemOf } from '../sentence.ts';
import { mentions } from '../words.ts';

/** Who said something, beside others who spoke on the matter at about that time. */
export const whoSaid: Form = {
  id: 'who-said',
  interaction: 'choice',
  effort: 0.4,
  make(task) {
    const { base, fact, facet, single } = task;
    const speaks = speakerOf(fact);
    const asksSpeaker = facet === 'speaker' || (facet === 'subject' && speaks === fact.subject);
    const stem = asksSpeaker && speaks && single ? stemOf(base, fact, facet) : undefined;
    if (stem === undefined || !speaks) return undefined;
    const others = otherSpeakers(task, speaks).filter(({ text }) => !mentions(stem, text));
    const wrong = fairOf(task, stem, others, 2);
    if (!wrong) return undefined;
    const options = optionsOf(task, wrong);
    return { stem, options, key: keyOf(options), accepted: [], rivals: [], guess: 1 / options.length };
  },
};

const neighbours = 12;

const speakerOf = ({ accordingTo }: Fact): EntityId | undefined =>
  accordingTo?.type === 'entity' ? accordingTo.id : undefined;

/** Those who said something else near in time, where the base proves that they did not say this. */
function otherSpeakers({ base, language, fact, facet, random }: Task, own: EntityId): readonly Distractor[] {
  const said = utterancesOf(base).get(entityOf(base, own).kind) ?? [];
  const from = Math.max(0, placeIn(said, timeOf(fact)) - neighbours);
  const found = new Map<EntityId, Distractor>();
  for (const other of shuffle(said.slice(from, from + 2 * neighbours), random)) {
    const id = speakerOf(other);
    if (!id || id === own || found.has(id)) continue;
    const value = { type: 'entity', id } as const;
    const refutation = refute(base, fact, facet, value);
    if (!refutation) continue;
    found.set(id, {
      value,
      text: valuePhrase(base, language, value),
      certificate: {
        law: refutation.law,
        refutedBy: refutation.by.id,
        belongsTo: other.id,
        text: language.misplaced(statementOf(base, other)),
      },
    });
  }
  return [...found.values()];
}

/** Where in order of time something of that moment would stand. */
function placeIn(said: readonly Fact[], time: number): number {
  let [low, high] = [0, said.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = said[middle];
    if (other && timeOf(other) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

const timeOf = ({ at, asOf }: Fact): number => {
  const date = at ?? asOf;
  return date ? intervalOf(date).first : 0;
};

const utterances = new WeakMap<Base, ReadonlyMap<EntityKind, readonly Fact[]>>();

/** What was said, by the kind of who said it and in order of time. */
function utterancesOf(base: Base): ReadonlyMap<EntityKind, readonly Fact[]> {
  const known = utterances.get(base);
  if (known) return known;
  const byKind = new Map<EntityKind, Fact[]>();
  for (const fact of base.topic.facts) {
    const speaks = speakerOf(fact);
    if (!speaks || fact.ask === 'never' || fact.rank === 'deprecated' || base.superseded.has(fact.id))
      continue;
    const { kind } = entityOf(base, speaks);
    const own = byKind.get(kind);
    if (own) own.push(fact);
    else byKind.set(kind, [fact]);
  }
  const sorted = new Map(
    [...byKind].map(([kind, facts]) => [kind, facts.toSorted((a, b) => timeOf(a) - timeOf(b))]),
  );
  utterances.set(base, sorted);
  return sorted;
}
