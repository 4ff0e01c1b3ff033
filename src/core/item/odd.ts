import { entityOf, subjectKey, valueKey } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import { firstDayOf, lastDayOf } from '../fact/calendar.ts';
import type { Fact, FactId } from '../fact/fact.ts';
import type { PredicateId } from '../fact/predicate.ts';
import { refute } from '../fact/truth.ts';
import type { PartialDate } from '../fact/value.ts';
import { happeningOf, happeningsNear, happeningsWithin } from './chronicle.ts';
import type { Happening, Period } from './chronicle.ts';
import type { Task } from './draft.ts';
import { valuePhrase } from './phrase.ts';
import { sample, shuffle } from './random.ts';
import { oddStemOf, statementOf, wholeList } from './sentence.ts';

/** Several things that share what a stem says, and one of which the base proves that it does not. */
export interface OddSet {
  readonly stem: string;
  readonly odd: { readonly text: string; readonly fact: Fact };
  /** What may be offered beside it, best first; of each the fact by which it shares. */
  readonly sharing: readonly { readonly text: string; readonly fact: Fact }[];
  /** What proves the odd one odd, in a sentence. */
  readonly proof: string;
  /** The facts of the complete list that proves it. */
  readonly listed?: readonly FactId[];
}

const fewest = 3;

/** The members of a complete list, each time with something of their kind that is not on it. */
export function outsideList({ base, language, fact, facet, random, distractors }: Task): readonly OddSet[] {
  const stem = oddStemOf(base, fact, facet);
  const list = base.factsBySubject.get(subjectKey(fact.subject, fact.predicate)) ?? [];
  const members = list.filter(({ id }) => !base.superseded.has(id));
  if (stem === undefined || members.length < fewest) return [];
  const rest = members.filter((member) => member !== fact);
  const sharing = [fact, ...shuffle(rest, random)].map((member) => ({
    text: valuePhrase(base, language, member.object),
    fact: member,
  }));
  const proof = wholeList(base, language, members);
  const listed = members.map(({ id }) => id);
  return distractors()
    .filter(({ certificate }) => certificate.law === 'C4')
    .slice(0, mostSets)
    .map(({ text }) => ({ stem, odd: { text, fact }, sharing, proof, listed }));
}

/** So many sets are offered to choose from: with one alone the odd thing might always be the longest. */
const mostSets = 5;

/** Things that have one value in common, and this fact's subject, which has another. */
export function outsideGroup({ base, language, fact, random }: Task): readonly OddSet[] {
  if (!isVouched(base, fact)) return [];
  const { kind } = entityOf(base, fact.subject);
  const name = ({ subject }: Fact): string => valuePhrase(base, language, { type: 'entity', id: subject });
  return sample(groupsOf(base, fact.predicate), mostSets, random).flatMap((group) => {
    const [first] = group;
    if (!first || !refute(base, fact, 'object', first.object)) return [];
    const stem = oddStemOf(base, first, 'subject');
    const alike = group.filter(({ subject }) => entityOf(base, subject).kind === kind);
    const sharing = shuffle(alike, random).map((member) => ({ text: name(member), fact: member }));
    return stem === undefined
      ? []
      : [{ stem, odd: { text: name(fact), fact }, proof: statementOf(base, fact), sharing }];
  });
}

/** Happenings of one month, and this one, which was in another. */
export function outsideMonth({ base, language, fact, random }: Task): readonly OddSet[] {
  const own = happeningOf(base, fact);
  if (!own || own.date.precision === 'year' || tellsYear(own)) return [];
  const near = happeningsNear(base, own, random).filter(({ first }) => Math.abs(first - own.first) < aYear);
  const months = [...new Set(near.flatMap(({ date }) => monthIn(date) ?? []))].filter(
    (month) => month !== monthIn(own.date),
  );
  return months.slice(0, mostSets).map((iso) => {
    const inside = happeningsWithin(base, daysOf(iso)).filter(
      (other) => other.fact.subject !== fact.subject && !tellsYear(other),
    );
    return {
      stem: language.joined.notHappened(language.onDate({ iso, precision: 'month' })),
      odd: { text: own.title, fact },
      proof: statementOf(base, fact),
      sharing: shuffle(inside, random).map((other) => ({ text: other.title, fact: other.fact })),
    };
  });
}

const aYear = 365;

const tellsYear = ({ namedYears }: Happening): boolean => namedYears.length > 0;

const monthIn = ({ iso, precision }: PartialDate): string | undefined =>
  precision === 'year' ? undefined : iso.slice(0, 'yyyy-mm'.length);

const daysOf = (iso: string): Period => ({ first: firstDayOf(iso) ?? 0, last: lastDayOf(iso) ?? -1 });

const isVouched = (base: Base, { id, ask, conflictsWith }: Fact): boolean =>
  ask === 'plain' && conflictsWith.length === 0 && !base.superseded.has(id);

const groups = new WeakMap<Base, Map<PredicateId, readonly (readonly Fact[])[]>>();

/** The facts of a functional predicate by shared object, where enough share it; found once for each predicate. */
function groupsOf(base: Base, predicate: PredicateId): readonly (readonly Fact[])[] {
  const known = groups.get(base) ?? new Map<PredicateId, readonly (readonly Fact[])[]>();
  groups.set(base, known);
  const found = known.get(predicate) ?? groupsAmong(base, predicate);
  known.set(predicate, found);
  return found;
}

function groupsAmong(base: Base, predicate: PredicateId): readonly (readonly Fact[])[] {
  if (!base.predicates.get(predicate)?.functional) return [];
  const byObject = new Map<string, Map<string, Fact>>();
  for (const fact of base.factsByPredicate.get(predicate) ?? []) {
    if (!isVouched(base, fact) || fact.object.type === 'date') continue;
    const key = valueKey(fact.object);
    byObject.set(key, (byObject.get(key) ?? new Map<string, Fact>()).set(fact.subject, fact));
  }
  return [...byObject.values()].map((facts) => [...facts.values()]).filter((facts) => facts.length >= fewest);
}
