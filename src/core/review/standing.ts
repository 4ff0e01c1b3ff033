import { factOfCard } from '../fact/fact.ts';
import type { CardId } from '../fact/fact.ts';
import type { Day } from '../memory/day.ts';
import type { Evidence } from '../memory/evidence.ts';
import { boundedStability, defaultWeights, forgetting } from '../memory/fsrs.ts';
import type { Weights } from '../memory/fsrs.ts';
import { updated } from '../memory/mixture.ts';
import { daysSince, dueAfter, remembered } from '../memory/replay.ts';
import type { Memory } from '../memory/replay.ts';
import { facets, sameDay } from './assumptions.ts';
import { evidenceOf } from './evidence.ts';
import type { Answer, CardEvidence } from './evidence.ts';
import { askedFirst, nothingAsked, shareKnown } from './known-before.ts';
import type { KnownBefore } from './known-before.ts';
import type { Response } from './response.ts';
import { usualMs, withTime } from './usual-time.ts';
import type { UsualTime } from './usual-time.ts';

/** What replay needs of a review. */
export interface Given {
  readonly dayKey: Day;
  readonly payload: Answer;
}

/** What the log says about its learner so far. Derived: any two devices with the same log agree on it. */
export interface Standing {
  readonly memories: ReadonlyMap<CardId, Memory>;
  readonly times: ReadonlyMap<Response['type'], UsualTime>;
  readonly knownBefore: KnownBefore;
}

/** One answer as it bears on one card. */
export interface Witness extends CardEvidence {
  readonly answer: Answer;
  readonly day: Day;
  readonly selfRated: boolean;
}

/** What was believed of a card just before an answer. */
export interface Before {
  /** The chance that it is known, 0..1. */
  readonly belief: number;
  /** Days since it was last asked. */
  readonly waited: number;
}

/**
 * Hears of every answer to every card, with the chance that it was known, and with what was believed before, unless it
 * was the card's first.
 */
export type Listener = (witness: Witness, knew: number, before: Before | undefined) => void;

export const nothingKnown: Standing = {
  memories: new Map(),
  times: new Map(),
  knownBefore: nothingAsked,
};

/** What the log says after more reviews, given in the order of the log. */
export function standingAfter(
  reviews: readonly Given[],
  w: Weights = defaultWeights,
  from: Standing = nothingKnown,
  listener?: Listener,
): Standing {
  const draft = drafts.get(from) ?? draftOf(from);
  drafts.delete(from);
  for (const { dayKey: day, payload } of reviews) {
    const { type } = payload.response;
    const time = draft.times.get(type);
    for (const { card, evidence: found } of evidenceOf(payload, usualMs(time))) {
      const selfRated = type === 'reveal';
      const evidence = draft.slots.has(card) || selfRated ? found : ofUntaught(found);
      const witness = { card, answer: payload, day, evidence, selfRated };
      const before = listener && beforeOf(draft, card, day);
      const knew = learn(draft, witness, w);
      listener?.(witness, knew, before);
    }
    if (payload.marks === 1 && !payload.hints && !payload.easier)
      draft.times.set(type, withTime(time, payload.tookMs));
  }
  const { times, knownBefore } = draft;
  const standing = { memories: memoriesOf(draft), times: new Map(times), knownBefore };
  drafts.set(standing, draft);
  return standing;
}

/** What a standing came from, so that the next answer need not take it apart again; each is gone on with once. */
const drafts = new WeakMap<Standing, Draft>();

function beforeOf({ slots }: Draft, card: CardId, day: Day): Before | undefined {
  const memory = slots.get(card)?.memory;
  return memory && { belief: beliefIn(memory, day), waited: daysSince(memory, day) };
}

/** A card's memory while it is replayed, with those of its fact's other cards at hand. */
interface Slot {
  readonly card: CardId;
  memory: Memory;
  /** All slots of the fact, this one included. */
  readonly ofFact: Slot[];
}

/** A copy of a standing that may be written to. */
interface Draft {
  readonly slots: Map<CardId, Slot>;
  readonly facts: Map<string, Slot[]>;
  readonly times: Map<Response['type'], UsualTime>;
  knownBefore: KnownBefore;
}

function draftOf({ memories, times, knownBefore }: Standing): Draft {
  const draft: Draft = { slots: new Map(), facts: new Map(), times: new Map(times), knownBefore };
  for (const [card, memory] of memories) addSlot(draft, card, memory);
  return draft;
}

const memoriesOf = ({ slots }: Draft): ReadonlyMap<CardId, Memory> =>
  new Map(Array.from(slots.values(), ({ card, memory }) => [card, memory]));

function addSlot({ slots, facts }: Draft, card: CardId, memory: Memory): void {
  const fact = factOfCard(card);
  const ofFact = facts.get(fact) ?? [];
  const slot = { card, memory, ofFact };
  ofFact.push(slot);
  facts.set(fact, ofFact);
  slots.set(card, slot);
}

/** Updates a card's memory and what follows from it; gives back the chance that the card was known. */
function learn(draft: Draft, witness: Witness, w: Weights): number {
  const slot = draft.slots.get(witness.card);
  if (!slot) return meet(draft, witness, w);
  const { memory: before } = slot;
  const { day, evidence } = witness;
  const elapsed = daysSince(before, day);
  const belief = beliefIn(before, day);
  const { state, knew } = updated(before, elapsed, evidence, belief, w);
  slot.memory = remembered(before, day, state, knew < 0.5, w);
  if (elapsed > 0) carryOver(slot, state.stability / before.stability);
  return knew;
}

/** A card's first answer. */
function meet(draft: Draft, { card, day, evidence, selfRated }: Witness, w: Weights): number {
  const { state, knew } = updated(undefined, 0, evidence, beliefOfNew(draft, card, day), w);
  addSlot(draft, card, remembered(undefined, day, state, knew < 0.5, w));
  if (!selfRated) draft.knownBefore = askedFirst(draft.knownBefore, evidence);
  return knew;
}

/** What is right before it was ever taught here was known before, and that is easy. */
const ofUntaught = (evidence: Evidence): Evidence =>
  evidence.rating === 'good' ? { ...evidence, rating: 'easy' } : evidence;

const beliefIn = (memory: Memory, day: Day): number =>
  forgetting(memory.stability, daysSince(memory, day) || sameDay, memory.decay);

/** The chance that a card never asked is known: as the learner's others were, and a little as the fact's others are. */
function beliefOfNew({ knownBefore, facts }: Draft, card: CardId, day: Day): number {
  const usual = shareKnown(knownBefore);
  const met = facts.get(factOfCard(card));
  if (!met) return usual;
  const mean = met.reduce((sum, { memory }) => sum + beliefIn(memory, day), 0) / met.length;
  return usual + facets.hint * (mean - usual);
}

/** Facets of one fact inform each other weakly: the others take a share of a card's change. */
function carryOver(slot: Slot, ratio: number): void {
  if (slot.ofFact.length < 2) return;
  const share = ratio ** facets.carry;
  for (const other of slot.ofFact) {
    if (other !== slot) other.memory = scaled(other.memory, share);
  }
}

function scaled({ stability, difficulty, decay, last, reviews, lapses }: Memory, share: number): Memory {
  const carried = boundedStability(stability * share);
  return { stability: carried, difficulty, decay, last, due: dueAfter(last, carried), reviews, lapses };
}
