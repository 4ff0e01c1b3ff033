import type { Base } from '../fact/base.ts';
import type { Card, CardId } from '../fact/fact.ts';
import { easierForms, makeEasier } from '../item/easier.ts';
import { makeItem } from '../item/generate.ts';
import { formIds } from '../item/item.ts';
import type { FormId } from '../item/item.ts';
import { seededRandom, shuffle } from '../item/random.ts';
import type { Memory } from '../memory/replay.ts';
import { makeAllowed, mayShow } from '../review/allowed.ts';
import { mayAskIn, noBans } from '../review/bans.ts';
import { noAids } from './aids.ts';
import type { Aids } from './aids.ts';
import { seedOffering } from './contrast.ts';
import { studyPlan } from './plan.ts';
import type { Entry, SessionPlan, Sitting } from './plan.ts';

/** A sitting over cards in the order given, each in the form that suits how well it is known. */
export function planStudy(
  base: Base,
  cards: readonly Card[],
  memories: ReadonlyMap<CardId, Memory>,
  sitting: Sitting,
  aids: Aids = noAids,
): SessionPlan {
  const entries = cards.flatMap((card) => {
    const entry = entryFor(base, card, memories.get(card.id), sitting.seed, aids);
    return entry ? [{ entry, easier: easierEntry(base, card, sitting.seed, aids) }] : [];
  });
  // What comes in two steps takes the first in its place, and the whole once the others are through.
  return studyPlan(base, sitting, [
    ...entries.map(({ entry, easier }) => easier ?? entry),
    ...entries.flatMap(({ entry, easier }) => (easier ? [entry] : [])),
  ]);
}

/** The smaller item that comes first, for a card that will not stick. */
function easierEntry(
  base: Base,
  card: Card,
  seed: number,
  { stubborn, lures, bans = noBans }: Aids,
): Entry | undefined {
  if (!stubborn.has(card.id)) return undefined;
  for (const form of easierForms) {
    if (!mayAskIn(bans, card, form)) continue;
    const make = (one: number) => makeEasier(base, card, form, one);
    const own = seedOffering(make, seed, lures.get(card.id) ?? new Set()) ?? seed;
    const item = make(own);
    if (item && mayShow(bans, item)) return { card: card.id, form, seed: own, easier: true };
  }
  return undefined;
}

/** Reviews and new cards in one order, the fewer spread evenly among the more. */
export function spread<T>(due: readonly T[], fresh: readonly T[]): readonly T[] {
  const place = (list: readonly T[]) =>
    list.map((value, index) => ({ value, at: (index + 0.5) / list.length }));
  return [...place(due), ...place(fresh)].toSorted((a, b) => a.at - b.at).map(({ value }) => value);
}

type Stage = 'fresh' | 'young' | 'growing' | 'firm';

interface Rungs {
  /** Forms in the order in which they are tried, those of one rung in any order. */
  readonly usual: readonly (readonly FormId[])[];
  /** Forms that look at the card from another side, tried first now and then. */
  readonly varied: readonly FormId[];
}

/** Recognition while a memory is young, recall when it holds, and other sides of a fact as soon as it is known. */
const ladder: Readonly<Record<Stage, Rungs>> = {
  fresh: { usual: [['single-choice'], ['true-false'], ['flashcard', 'cloze', 'gap-card']], varied: [] },
  young: {
    usual: [['single-choice'], ['true-false'], ['flashcard', 'cloze', 'gap-card']],
    varied: ['who-said', 'as-of', 'odd-one-out', 'map', 'matching'],
  },
  growing: {
    usual: [
      ['cloze', 'single-choice', 'true-false'],
      ['flashcard', 'gap-card'],
    ],
    varied: [
      'what-followed',
      'before-after',
      'odd-one-out',
      'who-said',
      'as-of',
      'evidence-pick',
      'source-comparison',
      'corrected-fact',
      'map',
      'matching',
      'categorise',
      'multiple-response',
      'correct-timeline',
    ],
  },
  firm: {
    usual: [['typed', 'cloze'], ['flashcard', 'gap-card'], ['single-choice']],
    varied: [
      'two-hop',
      'duration',
      'count',
      'before-after',
      'corrected-fact',
      'ordering',
      'timeline',
      'numeric',
    ],
  },
};

/** How often another side is looked for. */
const varietyRate = 0.3;

function entryFor(
  base: Base,
  card: Card,
  memory: Memory | undefined,
  seed: number,
  { lures, tired, bans = noBans }: Aids,
): Entry | undefined {
  const order = formOrder(card, memory, seed, tired.get(card.id));
  const form = order.find((candidate) => makeAllowed(base, bans, card, candidate, seed) !== undefined);
  const own = lures.get(card.id);
  if (!form) return undefined;
  return {
    card: card.id,
    form,
    seed: (own && seedOffering((one) => makeItem(base, card, form, one), seed, own)) ?? seed,
  };
}

/** The forms to try for a card. One that is missed again and again is looked at from another side first. */
function formOrder(
  card: Card,
  memory: Memory | undefined,
  seed: number,
  tired: FormId | undefined,
): readonly FormId[] {
  const random = seededRandom(`form|${seed}|${card.id}`);
  const { usual, varied } = ladder[stageOf(memory)];
  const first = random() < varietyRate || tired ? shuffle(varied, random) : [];
  const order = [...first, ...usual.flatMap((rung) => shuffle(rung, random)), ...formIds];
  return tired ? [...order.filter((form) => form !== tired), tired] : order;
}

function stageOf(memory: Memory | undefined): Stage {
  if (!memory) return 'fresh';
  if (memory.stability < 2) return 'young';
  return memory.stability < 8 ? 'growing' : 'firm';
}
