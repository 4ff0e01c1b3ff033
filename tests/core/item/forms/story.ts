import { indexTopic } from '#core/fact/base.ts';
import type { Base } from '#core/fact/base.ts';
import type { Conflict, ConflictId } from '#core/fact/conflict.ts';
import { facets } from '#core/fact/fact.ts';
import type { Fact } from '#core/fact/fact.ts';
import type { Predicate, Wording } from '#core/fact/predicate.ts';
import type { Source, SourceId } from '#core/fact/source.ts';
import type { Topic } from '#core/fact/topic.ts';
import { makeItem } from '#core/item/generate.ts';
import type { FormId, Item } from '#core/item/item.ts';
import { card, date, day, entity, entityId, fact, factId, harbour, text } from '../../topic.ts';

/** Wording beyond the harbour's own, by predicate. */
const wordings: Readonly<Record<string, Partial<Wording>>> = {
  'occurred-on': { event: '{subject}' },
  'took-place-in': {
    oddStems: { subject: 'Which of these did not take place in {object}?' },
    descriptions: { object: 'the town where {subject} took place' },
  },
  'held-office': { descriptions: { subject: 'the person who was {object}[ {on asOf}]' } },
  'delivered-by': { descriptions: { object: 'the person who gave {subject}' } },
  'member-of-league': {
    oddStems: { object: 'Which of these towns is no member of {subject}?' },
    countStem: 'How many members has {subject}?',
  },
};

function worded(predicate: Predicate): Predicate {
  const en = predicate.wording['en'];
  return en ? { ...predicate, wording: { en: { ...en, ...wordings[predicate.id] } } } : predicate;
}

const event = (id: string, name: string) => entity(id, { kind: 'event', name, article: 'the' });
const source = (id: string, iso: string): Source => ({
  id: id as SourceId,
  publisher: id,
  date: date(iso),
  kind: 'newspaper',
  origin: id,
  phrase: `the ${id} of ${Number(iso.slice(8))} December 1990`,
});
const from = (id: string): Pick<Fact, 'references'> => ({ references: [{ source: id as SourceId }] });

const conflict: Conflict = {
  id: 'crowd' as ConflictId,
  title: 'How many came to the fair',
  kind: 'count',
  values: [
    { value: 'some four hundred', source: 'courier' as SourceId },
    { value: 'more than nine hundred', source: 'herald' as SourceId },
    { value: 'nobody counted', source: 'mirror' as SourceId },
  ],
  verdict: 'Nobody can tell today.',
  asking: 'With the report.',
  rival: true,
  facts: ['fair-place', 'fair-date', 'regatta-place'].map(factId),
};

/** The harbour with more events, a list, an opening that was dated wrongly at first, and papers that differ. */
export const story: Topic = {
  ...harbour,
  predicates: harbour.predicates.map(worded),
  entities: [
    ...harbour.entities,
    event('regatta', 'old regatta'),
    event('flood', 'spring flood'),
    event('strike', 'pilots strike'),
    event('concert', 'mayor’s concert'),
    entity('duna', { kind: 'city', name: 'Duna' }),
    entity('elm', { kind: 'city', name: 'Elmhaven' }),
  ],
  sources: [
    ...harbour.sources,
    source('courier', '1990-12-01'),
    source('herald', '1990-12-08'),
    source('mirror', '1990-12-09'),
  ],
  conflicts: [conflict],
  facts: [
    ...harbour.facts.map((own) =>
      own.id === 'fair-place' || own.id === 'fair-date'
        ? { ...own, neverOffer: [], ...from('courier') }
        : own.id === 'opening-date'
          ? { ...own, supersedes: [factId('opening-first')], ...from('mirror') }
          : own,
    ),
    fact('opening-first', 'opening', 'occurred-on', day('1990-05-03'), from('courier')),
    fact('regatta-date', 'regatta', 'occurred-on', day('1990-05-13')),
    fact('flood-date', 'flood', 'occurred-on', day('1990-05-20')),
    fact('strike-date', 'strike', 'occurred-on', day('1990-06-02')),
    fact('concert-date', 'concert', 'occurred-on', day('1990-06-02')),
    fact('regatta-place', 'regatta', 'took-place-in', 'alba', from('herald')),
    fact('flood-place', 'flood', 'took-place-in', 'alba'),
    fact('strike-place', 'strike', 'took-place-in', 'alba'),
    fact('concert-place', 'concert', 'took-place-in', 'duna'),
    fact('league-corran', 'league', 'member-of-league', 'corran'),
    fact('cleo-speech', 'cleo', 'called', text('useless'), {
      about: { type: 'text', text: 'the lamp oil', accept: [] },
      accordingTo: { type: 'entity', id: entityId('cleo') },
      at: date('1990-07'),
      ask: 'according-to',
    }),
    fact('dan-speech', 'dan', 'called', text('splendid'), {
      about: { type: 'text', text: 'the new quay', accept: [] },
      accordingTo: { type: 'entity', id: entityId('dan') },
      at: date('1990-05'),
      ask: 'according-to',
    }),
  ],
};

export const storyBase = (change: (facts: readonly Fact[]) => readonly Fact[] = (facts) => facts): Base =>
  indexTopic({ ...story, facts: change(story.facts) });

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** The items of a form, of every card of the base and several seeds. */
export const itemsIn = (base: Base, form: FormId): readonly Item[] =>
  seeds.flatMap((seed) =>
    base.topic.facts.flatMap(({ id }) =>
      facets.flatMap((facet) => makeItem(base, card(id, facet), form, seed) ?? []),
    ),
  );

export const textOf = (item: Item, correct: boolean): readonly string[] =>
  item.options.filter((option) => option.correct === correct).map((option) => option.text);
