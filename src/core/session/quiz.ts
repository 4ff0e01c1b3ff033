import type { Base } from '../fact/base.ts';
import type { Card, FactId } from '../fact/fact.ts';
import { makeItem } from '../item/generate.ts';
import { firstOf } from '../item/first-of.ts';
import { forms as allForms } from '../item/forms/index.ts';
import type { FormId } from '../item/item.ts';
import { seededRandom, shuffle } from '../item/random.ts';
import { makeAllowed } from '../review/allowed.ts';
import { noBans } from '../review/bans.ts';
import type { Bans } from '../review/bans.ts';
import { answeringOf, cellOf, markedForms, poolOf } from './blueprint.ts';
import type { Askable } from './blueprint.ts';
import { clashes, pickOf } from './picks.ts';
import type { Pick, Store } from './picks.ts';
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
  return sectionedEntries(base, cards, [spec], spec);
}

/** A quiz of several parts with wishes of their own, which together keep the rules of one quiz. */
export function sectionedEntries(
  base: Base,
  cards: readonly Card[],
  sections: readonly Omit<QuizSpec, keyof Seeding>[],
  { seed, version = 0, bans = noBans, before = [] }: Seeding,
): readonly Entry[] {
  const store = { base, bans };
  const firsts: Pick[] = [...before];
  const picks: Pick[] = [];
  for (const section of sections) {
    const spec = { ...section, seed, version };
    const pool = poolOf(base, cards, spec);
    const first = firstVersion(store, pool, spec, firsts);
    firsts.push(...first);
    picks.push(
      ...(version === 0
        ? first
        : parallelVersion(store, pool, first, { ...spec, before: [...before, ...picks] })),
    );
  }
  return picks.map(({ entry }) => entry);
}

/** What makes a quiz out of wishes: chance, the version, and what is not to be asked. */
interface Seeding {
  readonly seed: number;
  readonly version?: number;
  readonly bans?: Bans;
  /** What is asked beside: it is not asked again, nor told. */
  readonly before?: readonly Pick[];
}

/** How many facts can be asked with these wishes: a quiz has at most one item for each. */
export function askableFacts(base: Base, cards: readonly Card[], spec: QuizSpec): number {
  const facts = new Set<FactId>();
  for (const { card, forms } of poolOf(base, cards, spec)) {
    const asks = (form: FormId): boolean =>
      makeAllowed(base, spec.bans ?? noBans, card, form, spec.seed) !== undefined;
    if (!facts.has(card.fact) && quickestFirst(forms).some(asks)) facts.add(card.fact);
  }
  return facts.size;
}

/** The forms of a quiz, which the program marks, in which at least one of the cards can be asked. */
export function formsFor(base: Base, cards: readonly Card[], seed: number): readonly FormId[] {
  return markedForms().filter((form) => cards.some((card) => makeItem(base, card, form, seed) !== undefined));
}

/** Items that are answered out of one's head need no wrong options, so they are made at once. */
const quickestFirst = (forms: readonly FormId[]): readonly FormId[] =>
  forms.toSorted((a, b) => Number(isRecall(b)) - Number(isRecall(a)));

const isRecall = (form: FormId): boolean => answeringOf[allForms[form].interaction] === 'recall';

/** `before` are picks of other sections. */
function firstVersion(
  store: Store,
  pool: readonly Askable[],
  spec: QuizSpec,
  before: readonly Pick[],
): readonly Pick[] {
  const used = new Map<FormId, number>();
  const picks: Pick[] = [];
  for (const askable of shuffle(pool, seededRandom(`quiz|${spec.seed}`))) {
    if (picks.length >= spec.count) break;
    const others = [...before, ...picks];
    if (others.some(({ facts }) => facts.includes(askable.card.fact))) continue;
    const forms = askable.forms.toSorted((a, b) => (used.get(a) ?? 0) - (used.get(b) ?? 0));
    const pick = firstOf(forms, (form) => pickOf(store, askable, form, spec.seed, others));
    if (!pick) continue;
    used.set(pick.entry.form, (used.get(pick.entry.form) ?? 0) + 1);
    picks.push(pick);
  }
  return picks;
}

/** Versions are filled one after another, each with what those before it have used least. */
function parallelVersion(
  store: Store,
  pool: readonly Askable[],
  first: readonly Pick[],
  spec: QuizSpec & { readonly version: number; readonly before: readonly Pick[] },
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
      { seed, before: spec.before },
    );
    for (const { fact } of picks) uses.set(fact, (uses.get(fact) ?? 0) + 1);
  }
  return picks;
}

/**
 * Every pick of the first version gives way to another of its cell; where there is none it stays, unless it clashes with
 * what other sections ask in this version: then any other in its form takes its place.
 */
function replaced(
  store: Store,
  order: readonly Askable[],
  first: readonly Pick[],
  { seed, before }: { readonly seed: number; readonly before: readonly Pick[] },
): readonly Pick[] {
  const picks = [...first];
  const facts = new Set([...before, ...first].map(({ fact }) => fact));
  first.forEach((old, place) => {
    const others = [...before, ...picks.filter((_, index) => index !== place)];
    const { form } = old.entry;
    const inForm = order.filter(({ forms }) => forms.includes(form));
    const free = inForm.filter(
      ({ card, fact }) => !facts.has(fact.id) && cellOf(fact, card, form) === old.cell,
    );
    const pick = (askable: Askable): Pick | undefined => pickOf(store, askable, form, seed, others);
    const next = firstOf(free, pick) ?? (clashes(old, others) ? firstOf(inForm, pick) : undefined);
    if (!next) return;
    facts.add(next.fact);
    picks[place] = next;
  });
  return picks;
}
