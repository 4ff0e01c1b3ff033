import type { Base } from '../../fact/base.ts';
import { refute } from '../../fact/truth.ts';
import type { Form, Task } from '../draft.ts';
import type { Certificate } from '../item.ts';
import type { Target } from '../layout.ts';
import { letter } from '../options.ts';
import { areExclusive, pairingGroupOf, pairingsNear } from '../pairing.ts';
import type { Pairing } from '../pairing.ts';
import { shuffle } from '../random.ts';
import { statementOf } from '../sentence.ts';

const mostPairs = 4;
const fewestPairs = 3;

/** Pairs of one kind to be joined, with one target too many so that the last pair is not given away. */
export const matching: Form = {
  id: 'matching',
  interaction: 'match',
  effort: 0.5,
  make(task) {
    const { base, fact, random } = task;
    const group = pairingGroupOf(base, fact);
    const near = group && pairingsNear(base, group, fact, random);
    if (!group || !near || task.facet !== 'object') return undefined;
    const [own, others] = near;
    const exclusive = mutuallyExclusive(base, own, others);
    const pairs = exclusive.slice(0, Math.min(mostPairs, exclusive.length - 1));
    const spare = exclusive[pairs.length];
    if (pairs.length < fewestPairs || !spare) return undefined;
    const targets = arranged([...pairs, spare], task);
    const tiles = shuffle(pairs, random);
    const idOf = (pairing: Pairing): string => letter(targets.indexOf(pairing));
    return {
      stem: group.stem,
      options: [],
      key: tiles.map(({ name, text }) => `${name}: ${text}`).join('; '),
      accepted: [],
      guess: 1 / arrangements(targets.length, tiles.length),
      others: pairs.slice(1).map(({ card }) => card),
      restsOn: [spare.fact.id],
      layout: {
        type: 'match',
        tiles: tiles.map(({ name, fact: of, card }, index) => ({
          id: String(index + 1),
          text: name,
          fact: of.id,
          card: card.id,
          truth: statementOf(base, of),
        })),
        targets: targets.map((pairing) => targetOf(task, pairing, pairing === spare, idOf(pairing))),
        shared: false,
        solution: Object.fromEntries(tiles.map((pairing, index) => [String(index + 1), idOf(pairing)])),
      },
      explanation: tiles.map((pairing) => statementOf(base, pairing.fact)).join(' '),
    };
  },
};

/** The first pairing and those others of which every two exclude each other, at most one more than is joined. */
function mutuallyExclusive(base: Base, own: Pairing, others: readonly Pairing[]): readonly Pairing[] {
  const chosen = [own];
  for (const other of others) {
    if (chosen.length > mostPairs) break;
    if (chosen.every((one) => one.text !== other.text && areExclusive(base, one, other))) chosen.push(other);
  }
  return chosen;
}

/** Dates and amounts ascending, all else shuffled. */
function arranged(pairings: readonly Pairing[], { random }: Task): readonly Pairing[] {
  const rank = ({ value }: Pairing): number | string | undefined =>
    value.type === 'quantity' ? value.amount : value.type === 'date' ? value.date.iso : undefined;
  if (pairings.some((pairing) => rank(pairing) === undefined)) return shuffle(pairings, random);
  return pairings.toSorted((a, b) => ((rank(a) ?? 0) < (rank(b) ?? 0) ? -1 : 1));
}

function targetOf({ base, fact, language }: Task, pairing: Pairing, spare: boolean, id: string): Target {
  const target = { id, text: pairing.text };
  const refutation = spare ? refute(base, fact, 'object', pairing.value) : undefined;
  if (!refutation) return target;
  const certificate: Certificate = {
    law: refutation.law,
    refutedBy: refutation.by.id,
    belongsTo: pairing.fact.id,
    text: language.misplaced(statementOf(base, pairing.fact)),
  };
  return { ...target, certificate };
}

/** In how many ways `few` of `all` targets can be given one each. */
const arrangements = (all: number, few: number): number =>
  few === 0 ? 1 : all * arrangements(all - 1, few - 1);
