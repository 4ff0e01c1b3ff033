import { entityOf, subjectKey, valueKey } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Fact, FactId } from '../fact/fact.ts';
import { intervalOf } from '../fact/interval.ts';
import type { PredicateId } from '../fact/predicate.ts';
import { refute } from '../fact/truth.ts';
import type { PartialDate } from '../fact/value.ts';
import type { Task } from './draft.ts';
import { eventOf, eventsIn, eventsNear } from './events.ts';
import { valuePhrase } from './phrase.ts';
import { shuffle } from './random.ts';
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

/** The members of a complete list, and something of their kind that is not on it. */
export function outsideList({ base, language, fact, facet, random, distractors }: Task): OddSet | undefined {
  const stem = oddStemOf(base, fact, facet);
  const list = base.factsBySubject.get(subjectKey(fact.subject, fact.predicate)) ?? [];
  const members = list.filter(({ id }) => !base.superseded.has(id));
  if (stem === undefined || members.length < fewest) return undefined;
  const outsider = distractors()[0];
  if (!outsider || outsider.certificate.law !== 'C4') return undefined;
  const rest = members.filter((member) => member !== fact);
  const sharing = [fact, ...shuffle(rest, random)].map((member) => ({
    text: valuePhrase(base, language, member.object),
    fact: member,
  }));
  const proof = wholeList(base, language, members);
  return { stem, odd: { text: outsider.text, fact }, sharing, proof, listed: members.map(({ id }) => id) };
}

/** Things that have one value in common, and this fact's subject, which has another. */
export function outsideGroup(task: Task): OddSet | undefined {
  const { base, language, fact, random } = task;
  const kind = entityOf(base, fact.subject).kind;
  const group = shuffle(groupsOf(base, fact.predicate), random).find(
    ([first]) => first && refute(base, fact, 'object', first.object) !== undefined,
  );
  const [first] = group ?? [];
  const stem = first && oddStemOf(base, first, 'subject');
  if (!group || stem === undefined || !isVouched(base, fact)) return undefined;
  const alike = group.filter(({ subject }) => entityOf(base, subject).kind === kind);
  const name = ({ subject }: Fact): string => valuePhrase(base, language, { type: 'entity', id: subject });
  return {
    stem,
    odd: { text: name(fact), fact },
    proof: statementOf(base, fact),
    sharing: shuffle(alike, random).map((member) => ({ text: name(member), fact: member })),
  };
}

/** Events of one month, and this one, which was in another. */
export function outsideMonth({ base, language, fact, random }: Task): OddSet | undefined {
  const event = eventOf(base, fact);
  if (!event || event.date.precision === 'year') return undefined;
  const named = eventsNear(base, event, neighbours)
    .filter(({ days }) => Math.abs(days.first - event.days.first) < aYear)
    .flatMap(({ date }) => monthOf(date) ?? []);
  const months = shuffle([...new Map(named.map((month) => [month.iso, month])).values()], random);
  for (const month of months) {
    const inside = eventsIn(base, intervalOf(month)).filter((other) => other.fact.subject !== fact.subject);
    if (inside.length < fewest || !refute(base, fact, 'object', { type: 'date', date: month })) continue;
    return {
      stem: language.joined.notHappened(language.onDate(month)),
      odd: { text: event.phrase, fact },
      proof: statementOf(base, fact),
      sharing: shuffle(inside, random).map((other) => ({ text: other.phrase, fact: other.fact })),
    };
  }
  return undefined;
}

/** Few, so that the months are near. */
const neighbours = 4;
/** In the numbers `yyyymmdd` of an interval. */
const aYear = 10_000;

const monthOf = ({ iso, precision }: PartialDate): PartialDate | undefined =>
  precision === 'year' ? undefined : { iso: iso.slice(0, 'yyyy-mm'.length), precision: 'month' };

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
