import type { Base } from '../fact/base.ts';
import type { Card, FactId } from '../fact/fact.ts';
import { makeItem } from '../item/generate.ts';
import { formIds } from '../item/item.ts';
import { forms as allForms } from '../item/forms/index.ts';
import type { FormId } from '../item/item.ts';
import { giveAway, telltaleOf } from '../item/leak.ts';
import type { Telltale } from '../item/leak.ts';
import { seededRandom, shuffle } from '../item/random.ts';
import { makeAllowed } from '../review/allowed.ts';
import { noBans } from '../review/bans.ts';
import type { Bans } from '../review/bans.ts';
import { answeringOf, cellOf, poolOf } from './blueprint.ts';
import type { Askable } from './blueprint.ts';
import type { Entry, QuizSpec, SessionPlan, Sitting } from './plan.ts';

/** A quiz to a learner's wishes. It has fewer entries than asked for when the facts do not give more. */
export function planQuiz(
  base: Base,
  cards: readonly Card[],
  spec: QuizSpec,
  sitting: Sitting,
  feedback: SessionPlan['feedback'],
): SessionPlan {
  return {
    v: 1,
    ...sitting,
    kind: 'quiz',
    topic: base.topic.id,
    topicVersion: base.topic.version,
    entries: quizEntries(base, cards, spec),
    feedback,
  };
}

/**
 * The same pack and wishes give the same quiz everywhere and for ever: no fact twice, forms as even as the facts allow,
 * and no item that tells what another asks. Parallel versions ask other facts of the same subtopics and importance in
 * the same forms at the same difficulty, as far as there are such facts.
 */
export function quizEntries(base: Base, cards: readonly Card[], spec: QuizSpec): readonly Entry[] {
  const pool = poolOf(base, cards, spec);
  const store = { base, bans: spec.bans ?? noBans };
  const first = firstVersion(store, pool, spec);
  const version = spec.version ?? 0;
  return (version === 0 ? first : parallelVersion(store, pool, first, { ...spec, version })).map(
    ({ entry }) => entry,
  );
}

/** One quiz from several wishes in turn: no fact twice in all of it, and no item that tells what another asks. */
export function blueprintEntries(
  base: Base,
  cards: readonly Card[],
  sections: readonly Omit<QuizSpec, 'seed' | 'version' | 'bans'>[],
  { seed, version = 0 }: { readonly seed: number; readonly version?: number },
): readonly Entry[] {
  const store = { base, bans: noBans };
  const pools = sections.map((section) => poolOf(base, cards, { ...section, seed }));
  let first: readonly Pick[] = [];
  sections.forEach((section, place) => {
    first = [...first, ...firstVersion(store, pools[place] ?? [], { ...section, seed }, first)];
  });
  const picks = version === 0 ? first : parallelVersion(store, pools.flat(), first, { seed, version });
  return picks.map(({ entry }) => entry);
}

/** How many items a quiz with these wishes can have at most: one for each fact. */
export function quizSize(base: Base, cards: readonly Card[], spec: QuizSpec): number {
  const facts = new Set<FactId>();
  for (const { card, forms } of poolOf(base, cards, spec)) {
    const asks = (form: FormId): boolean =>
      makeAllowed(base, spec.bans ?? noBans, card, form, spec.seed) !== undefined;
    if (!facts.has(card.fact) && quickestFirst(forms).some(asks)) facts.add(card.fact);
  }
  return facts.size;
}

/** The forms in which at least one of the cards can be asked. */
export function formsFor(base: Base, cards: readonly Card[], seed: number): readonly FormId[] {
  return formIds.filter((form) => cards.some((card) => makeItem(base, card, form, seed) !== undefined));
}

/** Items that are answered out of one's head need no wrong options, so they are made at once. */
const quickestFirst = (forms: readonly FormId[]): readonly FormId[] =>
  forms.toSorted((a, b) => Number(isRecall(b)) - Number(isRecall(a)));

const isRecall = (form: FormId): boolean => answeringOf[allForms[form].interaction] === 'recall';

/** What items are made of, and which may not be. */
interface Store {
  readonly base: Base;
  readonly bans: Bans;
}

/** An entry with all that the choice of others must know of it. */
interface Pick {
  readonly entry: Entry;
  readonly fact: FactId;
  readonly cell: string;
  readonly telltale: Telltale;
}

function firstVersion(
  store: Store,
  pool: readonly Askable[],
  spec: QuizSpec,
  earlier: readonly Pick[] = [],
): readonly Pick[] {
  const used = new Map<FormId, number>();
  const picks: Pick[] = [];
  const facts = new Set(earlier.map(({ fact }) => fact));
  for (const askable of shuffle(pool, seededRandom(`quiz|${spec.seed}`))) {
    if (picks.length >= spec.count) break;
    if (facts.has(askable.card.fact)) continue;
    const forms = askable.forms.toSorted((a, b) => (used.get(a) ?? 0) - (used.get(b) ?? 0));
    const pick = firstOf(forms, (form) => pickOf(store, askable, form, spec.seed, [...earlier, ...picks]));
    if (!pick) continue;
    facts.add(pick.fact);
    used.set(pick.entry.form, (used.get(pick.entry.form) ?? 0) + 1);
    picks.push(pick);
  }
  return picks;
}

/** Undefined when the form cannot ask the card, or when the item and one of the others would tell on each other. */
function pickOf(
  { base, bans }: Store,
  { card, fact }: Askable,
  form: FormId,
  seed: number,
  others: readonly Pick[],
): Pick | undefined {
  const item = makeAllowed(base, bans, card, form, seed);
  const telltale = item && telltaleOf(base, item);
  if (!telltale || others.some((other) => giveAway(telltale, other.telltale))) return undefined;
  return {
    entry: { card: card.id, form, seed },
    fact: fact.id,
    cell: cellOf(fact, card, form),
    telltale,
  };
}

/** Versions are filled one after another, each with what those before it have used least. */
function parallelVersion(
  store: Store,
  pool: readonly Askable[],
  first: readonly Pick[],
  spec: { readonly seed: number; readonly version: number },
): readonly Pick[] {
  const uses = new Map<FactId, number>();
  let picks = first;
  for (let version = 1; version <= spec.version; version += 1) {
    const seed = spec.seed + version;
    const order = shuffle(pool, seededRandom(`quiz|${spec.seed}|${version}`));
    picks = replaced(
      store,
      order.toSorted((a, b) => (uses.get(a.fact.id) ?? 0) - (uses.get(b.fact.id) ?? 0)),
      first,
      seed,
    );
    for (const { fact } of picks) uses.set(fact, (uses.get(fact) ?? 0) + 1);
  }
  return picks;
}

/** Every pick of the first version gives way to another of its cell; where there is none it stays. */
function replaced(
  store: Store,
  order: readonly Askable[],
  first: readonly Pick[],
  seed: number,
): readonly Pick[] {
  const picks = [...first];
  const facts = new Set(first.map(({ fact }) => fact));
  first.forEach((old, place) => {
    const others = picks.filter((_, index) => index !== place);
    const free = order.filter(({ card, fact, forms }) => {
      const { form } = old.entry;
      return !facts.has(fact.id) && forms.includes(form) && cellOf(fact, card, form) === old.cell;
    });
    const next = firstOf(free, (askable) => pickOf(store, askable, old.entry.form, seed, others));
    if (!next) return;
    facts.add(next.fact);
    picks[place] = next;
  });
  return picks;
}

function firstOf<T, R>(values: readonly T[], find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
