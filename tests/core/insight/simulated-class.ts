import { misconceptionsOf } from '#core/insight/misconceptions.ts';
import type { Misconception, Sheet } from '#core/insight/misconceptions.ts';
import type { Item } from '#core/item/item.ts';
import { seededRandom, shuffle } from '#core/item/random.ts';
import type { Random } from '#core/item/random.ts';
import { studentOf } from '#core/assignment/assignment.ts';
import { grade } from '#core/review/grade.ts';
import type { Response } from '#core/review/response.ts';

/** A wrong option that a share of the class holds to be right. */
export interface Planted {
  readonly item: Item;
  readonly option: string;
}

/**
 * A class in which everybody knows each item with a chance of their own, about the class's ability; who does not know it
 * guesses. In planted items, `held` of the class choose the planted option instead, whatever they know.
 */
export function simulatedClass(
  items: readonly Item[],
  planted: readonly Planted[],
  { students, held, ability }: { readonly students: number; readonly held: number; readonly ability: number },
  random: Random,
): readonly Sheet[] {
  return Array.from({ length: students }, (_, index) => {
    const knows = Math.min(0.95, Math.max(0.05, ability + (random() - 0.5) * 0.5));
    const cells = items.map((item) => {
      const own = planted.find((one) => one.item === item);
      const response =
        own && random() < held
          ? ({ type: 'choice', option: own.option } as const)
          : honest(item, knows, random);
      const score = grade(item, response);
      return { item, response, score, marks: score.marks };
    });
    return { student: studentOf(`Student ${index + 1}`), cells };
  });
}

function honest(item: Item, knows: number, random: Random): Response {
  if (random() < knows) return { type: 'choice', option: item.key };
  const option = item.options[Math.floor(random() * item.options.length)]?.id ?? item.key;
  return { type: 'choice', option };
}

/** What a search for misconceptions found in simulated classes. */
export interface Findings {
  /** Share of the planted confusions that were found. */
  readonly found: number;
  /** Share of what was found that nobody had planted. */
  readonly falseShare: number;
  /** Share of the classes in which something was found that nobody had planted. */
  readonly falseClasses: number;
}

/** Simulates classes with a quiz of their own each, plants confusions in its first items and looks for them. */
export function searchClasses(
  bank: readonly Item[],
  setup: {
    readonly classes: number;
    readonly planted: number;
    readonly held: number;
    readonly ability: number;
  },
  seed: string,
): Findings {
  const random = seededRandom(seed);
  let [found, falseFinds, falseClasses] = [0, 0, 0];
  for (let round = 0; round < setup.classes; round += 1) {
    const quiz = shuffle(bank, random).slice(0, 20);
    const planted = quiz.slice(0, setup.planted).map((item) => plantIn(item, random));
    const sheets = simulatedClass(quiz, planted, { students: 30, ...setup }, random);
    const finds = misconceptionsOf(sheets);
    const real = finds.filter((find) => planted.some((one) => isFound(one, find)));
    found += real.length;
    falseFinds += finds.length - real.length;
    if (finds.length > real.length) falseClasses += 1;
  }
  return {
    found: found / Math.max(1, setup.classes * setup.planted),
    falseShare: falseFinds / Math.max(1, falseFinds + found),
    falseClasses: falseClasses / setup.classes,
  };
}

function plantIn(item: Item, random: Random): Planted {
  const [wrong] = shuffle(
    item.options.filter(({ correct }) => !correct),
    random,
  );
  return { item, option: wrong?.id ?? '' };
}

const isFound = ({ item, option }: Planted, { card, taken }: Misconception): boolean =>
  item.card === card && item.options.find(({ id }) => id === option)?.text === taken.text;
