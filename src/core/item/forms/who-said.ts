import { entityOf, groupBy } from '../../fact/base.ts';
import type { Base } from '../../fact/base.ts';
import { firstDayOf } from '../../fact/calendar.ts';
import type { EntityKind } from '../../fact/entity.ts';
import type { Fact } from '../../fact/fact.ts';
import { around, orderBy } from '../../fact/ordered.ts';
import type { Ordered } from '../../fact/ordered.ts';
import { refute } from '../../fact/truth.ts';
import type { EntityId } from '../../fact/value.ts';
import type { Distractor } from '../distractors.ts';
import type { Form, Task } from '../draft.ts';
import { fairOf } from '../fair.ts';
import { keyOf, optionsOf } from '../options.ts';
import { valuePhrase } from '../phrase.ts';
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
    return { stem, options, key: keyOf(options), accepted: [], guess: 1 / options.length };
  },
};

/** So many speakers are looked at. */
const mostSpeakers = 12;

const speakerOf = ({ accordingTo }: Fact): EntityId | undefined =>
  accordingTo?.type === 'entity' ? accordingTo.id : undefined;

/** Those who said something else, nearest in time first, where the base proves that they did not say this. */
function otherSpeakers({ base, language, fact, facet }: Task, own: EntityId): readonly Distractor[] {
  const said = utterancesOf(base).get(entityOf(base, own).kind);
  const found = new Map<EntityId, Distractor>();
  for (const other of outwards(said, dayOf(fact))) {
    if (found.size === mostSpeakers) break;
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

const reach = 60;

/** What was said around a moment, nearest first. */
function outwards(said: Ordered<Fact> | undefined, time: number): readonly Fact[] {
  const away = (fact: Fact): number => Math.abs(dayOf(fact) - time);
  return around(said, time, reach).toSorted((a, b) => away(a) - away(b));
}

const dayOf = ({ at, asOf }: Fact): number => firstDayOf((at ?? asOf)?.iso ?? '') ?? 0;

const utterances = new WeakMap<Base, ReadonlyMap<EntityKind, Ordered<Fact>>>();

/** What was said, by the kind of who said it and in order of time. */
function utterancesOf(base: Base): ReadonlyMap<EntityKind, Ordered<Fact>> {
  const known = utterances.get(base);
  if (known) return known;
  const said = base.topic.facts.filter(
    ({ id, ask, rank }) => ask !== 'never' && rank !== 'deprecated' && !base.superseded.has(id),
  );
  const byKind = groupBy(said, (fact) => {
    const speaks = speakerOf(fact);
    return speaks ? [entityOf(base, speaks).kind] : [];
  });
  const sorted = new Map([...byKind].map(([kind, facts]) => [kind, orderBy(facts, dayOf)]));
  utterances.set(base, sorted);
  return sorted;
}
