import { factOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Card } from '../fact/fact.ts';
import { firstOf } from '../item/first-of.ts';
import type { FormId } from '../item/item.ts';
import { seededRandom, shuffle } from '../item/random.ts';
import { noBans } from '../review/bans.ts';
import type { Bans } from '../review/bans.ts';
import { cellOf, markedForms, poolOf } from '../session/blueprint.ts';
import { clashes, lonePick, pickOf } from '../session/picks.ts';
import type { Pick } from '../session/picks.ts';
import type { Entry } from '../session/plan.ts';
import { sectionedEntries } from '../session/quiz.ts';
import type { Place, TeacherQuiz } from './teacher-quiz.ts';

/** What a quiz is composed from. */
export interface Bench {
  readonly base: Base;
  /** Every card that may be asked. */
  readonly cards: readonly Card[];
}

interface Placed {
  readonly places?: readonly Place[] | undefined;
}

/** What decides the items of a quiz. */
type Makings = Placed & { readonly sections: TeacherQuiz['sections']; readonly seed: number };

/** The items of a quiz: as the teacher left them, or as its wishes make them. */
export const placesOf = ({ base, cards }: Bench, { places, sections, seed }: Makings): readonly Place[] =>
  places ?? freePlaces(sectionedEntries(base, cards, sections, { seed }));

const freePlaces = (entries: readonly Entry[]): readonly Place[] =>
  entries.map((entry) => ({ entry, pinned: false }));

/** The quiz made anew from its wishes. What is pinned stays where it is, and what is refused stays out. */
export function composed(bench: Bench, wished: TeacherQuiz): TeacherQuiz {
  const { places = [], ...quiz } = wished;
  const pinned = places.flatMap(({ entry, pinned: stays }, index) => (stays ? [{ entry, index }] : []));
  if (pinned.length === 0 && quiz.refused.length === 0) return quiz;
  const kept = pinned.flatMap(({ entry }) => pickFor(bench, entry) ?? []);
  const made = sectionedEntries(bench.base, bench.cards, quiz.sections, {
    seed: quiz.seed,
    bans: bansOf(quiz),
    before: kept,
  });
  const wanted = quiz.sections.reduce((sum, { count }) => sum + count, 0);
  const filled = [...freePlaces(made.slice(0, Math.max(0, wanted - pinned.length)))];
  for (const { entry, index } of pinned) filled.splice(index, 0, { entry, pinned: true });
  return { ...quiz, places: filled };
}

/**
 * Another item in a place: of the same kind and difficulty where there is one, else of the quiz's wishes; undefined when
 * the facts have no more. The others stay.
 */
export function replaced(bench: Bench, quiz: TeacherQuiz, index: number): TeacherQuiz | undefined {
  const places = placesOf(bench, quiz);
  const old = places[index];
  if (!old) return undefined;
  const others = places.flatMap(({ entry }, place) => (place === index ? [] : (pickFor(bench, entry) ?? [])));
  const next = anotherPick(bench, quiz, old.entry, others);
  return next && withPlaces(quiz, places.with(index, { entry: next.entry, pinned: false }));
}

/** The quiz without a card in this form for good, with another item in its place where there is one. */
export function refusing(bench: Bench, quiz: TeacherQuiz, index: number): TeacherQuiz {
  const entry = placesOf(bench, quiz)[index]?.entry;
  if (!entry) return quiz;
  const refused = [...quiz.refused, { card: entry.card, form: entry.form }];
  const without = { ...quiz, refused };
  return replaced(bench, without, index) ?? removed(bench, without, index);
}

export const removed = (bench: Bench, quiz: TeacherQuiz, index: number): TeacherQuiz =>
  withPlaces(
    quiz,
    placesOf(bench, quiz).filter((_, place) => place !== index),
  );

export function pinned(bench: Bench, quiz: TeacherQuiz, index: number, stays: boolean): TeacherQuiz {
  const places = placesOf(bench, quiz);
  return withPlaces(
    quiz,
    places.map((place, at) => (at === index ? { ...place, pinned: stays } : place)),
  );
}

/** The item at one index moved to another. */
export function moved(bench: Bench, quiz: TeacherQuiz, from: number, to: number): TeacherQuiz {
  const places = [...placesOf(bench, quiz)];
  const [place] = places.splice(from, 1);
  if (place) places.splice(to, 0, place);
  return withPlaces(quiz, places);
}

/** A picked card at the end, pinned, in a form that no other item has more seldom; unchanged when none can ask it. */
export function withCard(bench: Bench, quiz: TeacherQuiz, card: Card): TeacherQuiz {
  const places = placesOf(bench, quiz);
  const asked = { card, fact: factOf(bench.base, card.fact) };
  const uses = (form: FormId): number => places.filter(({ entry }) => entry.form === form).length;
  const forms = markedForms().toSorted((a, b) => uses(a) - uses(b));
  const wished = quiz.sections.flatMap((section) => section.forms);
  const inTurn = [...forms.filter((form) => wished.includes(form)), ...forms];
  const pick = firstOf(inTurn, (form) => lonePick(storeOf(bench, quiz), asked, form, quiz.seed));
  return pick ? withPlaces(quiz, [...places, { entry: pick.entry, pinned: true }]) : quiz;
}

/** The indexes of items that cannot be asked any more, since newer facts took the place of theirs. */
export const gone = (bench: Bench, { places = [] }: Placed): readonly number[] =>
  places.flatMap(({ entry }, index) => (pickFor(bench, entry) ? [] : [index]));

/** The quiz with other items in their places, or without them where there are no others. */
export const mended = (bench: Bench, quiz: TeacherQuiz): TeacherQuiz =>
  // From the end, so that one that is taken out does not move those before it.
  gone(bench, quiz)
    .toReversed()
    .reduce((one, at) => replaced(bench, one, at) ?? removed(bench, one, at), {
      ...quiz,
      topicVersion: bench.base.topic.version,
    });

/** The indexes of items that ask or tell what another one asks: possible only where they were picked by hand. */
export function clashing(bench: Bench, quiz: Placed): readonly number[] {
  if (!quiz.places) return [];
  const picks = quiz.places.map(({ entry }) => pickFor(bench, entry));
  return picks.flatMap((pick, index) => (pick && clashes(pick, others(picks, index)) ? [index] : []));
}

const others = (picks: readonly (Pick | undefined)[], index: number): readonly Pick[] =>
  picks.flatMap((other, place) => (other && place !== index ? [other] : []));

const withPlaces = (quiz: TeacherQuiz, places: readonly Place[]): TeacherQuiz => ({ ...quiz, places });

const storeOf = ({ base }: Bench, quiz: TeacherQuiz): { readonly base: Base; readonly bans: Bans } => ({
  base,
  bans: bansOf(quiz),
});

const bansOf = ({ refused }: TeacherQuiz): Bans => ({
  ...noBans,
  cardForms: new Set(refused.map(({ card, form }) => `${card} ${form}`)),
  cards: new Set(refused.map(({ card }) => card)),
});

/** An entry of the quiz as a pick; undefined when its item cannot be made. */
export function pickFor({ base, cards }: Bench, { card: id, form, seed }: Entry): Pick | undefined {
  const card = cards.find((one) => one.id === id);
  return card && lonePick({ base, bans: noBans }, { card, fact: factOf(base, card.fact) }, form, seed);
}

/** Nearest first: the very cell of the blueprint, then the form in the sub-topic, then the form, then any. */
function anotherPick(bench: Bench, quiz: TeacherQuiz, old: Entry, kept: readonly Pick[]): Pick | undefined {
  const { base, cards } = bench;
  const seed = nextSeed(old.seed);
  const facts = new Set(kept.map(({ fact }) => fact));
  const pool = shuffle(
    quiz.sections.flatMap((section) => poolOf(base, cards, { ...section, seed })),
    seededRandom(`replace|${seed}`),
  ).filter(({ fact, card }) => !facts.has(fact.id) && card.id !== old.card);
  const store = storeOf(bench, quiz);
  const own = cards.find(({ id }) => id === old.card);
  const wanted = own && { card: own, fact: factOf(base, own.fact) };
  const cell = wanted && cellOf(wanted.fact, wanted.card, old.form);
  const sameForm = pool.filter(({ forms }) => forms.includes(old.form));
  const rings = [
    sameForm.filter(({ fact, card }) => cellOf(fact, card, old.form) === cell),
    sameForm.filter(({ fact }) => fact.subtopic === wanted?.fact.subtopic),
    sameForm,
  ];
  return (
    firstOf(rings.flat(), (askable) => pickOf(store, askable, old.form, seed, kept)) ??
    firstOf(pool, (askable) => firstOf(askable.forms, (form) => pickOf(store, askable, form, seed, kept)))
  );
}

/** 32 bits, as every seed; a step of its own for every replacement, so that tapping on does not go round. */
const nextSeed = (seed: number): number => (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
