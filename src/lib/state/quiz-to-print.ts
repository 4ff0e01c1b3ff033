import type { Base } from '#core/fact/base.ts';
import type { SubtopicId } from '#core/fact/fact.ts';
import { formIds } from '#core/item/item.ts';
import type { Item } from '#core/item/item.ts';
import { itemMaker } from '#core/item/recipe.ts';
import { answerings, difficulties } from '#core/session/plan.ts';
import type { Entry, QuizSpec } from '#core/session/plan.ts';
import { quizEntries } from '#core/session/quiz.ts';
import type { App } from './app.svelte.ts';

/** The part of an address that says which quiz to print: wishes that give the same quiz everywhere. */
export function printAddress({ subtopics, forms, count, seed, difficulty, answering }: QuizSpec): string {
  const wishes = {
    count: String(count),
    seed: String(seed),
    forms: forms.join(' '),
    of: subtopics.join(' '),
    ...(difficulty && { difficulty }),
    ...(answering && { answering }),
  };
  return new URLSearchParams(wishes).toString();
}

/** The items of the quiz that an address names: one that was taken, or one by its wishes. Empty when there is none. */
export function quizToPrint(app: App, base: Base, address: URLSearchParams): readonly Item[] {
  const make = itemMaker(base, app.allCards);
  return entriesOf(app, base, address).flatMap((entry) => make(entry) ?? []);
}

function entriesOf(app: App, base: Base, address: URLSearchParams): readonly Entry[] {
  const id = address.get('quiz');
  if (id !== null) return app.log.sessions.find(({ plan }) => plan.id === id)?.plan.entries ?? [];
  const spec = readSpec(address);
  return spec ? quizEntries(base, app.activeCards, { ...spec, bans: app.bans }) : [];
}

/** Longer than this is no quiz on paper. */
const mostItems = 200;

function readSpec(address: URLSearchParams): QuizSpec | undefined {
  const words = (name: string): string[] =>
    (address.get(name) ?? '').split(' ').filter((word) => word !== '');
  const [count, seed] = [Number(address.get('count')), Number(address.get('seed'))];
  if (!Number.isSafeInteger(count) || !Number.isSafeInteger(seed) || count < 1) return undefined;
  const difficulty = difficulties.find((known) => known === address.get('difficulty'));
  const answering = answerings.find((known) => known === address.get('answering'));
  return {
    count: Math.min(count, mostItems),
    seed,
    forms: formIds.filter((form) => words('forms').includes(form)),
    subtopics: words('of') as SubtopicId[],
    ...(difficulty && { difficulty }),
    ...(answering && { answering }),
  };
}
