import type { Base } from '#core/fact/base.ts';
import type { Item } from '#core/item/item.ts';
import { itemMaker } from '#core/item/recipe.ts';
import { versionEntries } from '#core/teach/paper-version.ts';
import type { VersionKind } from '#core/teach/paper-version.ts';
import type { TeacherQuiz } from '#core/teach/teacher-quiz.ts';
import type { App } from './app.svelte.ts';

/** The items of one printed version of a quiz. */
export function paperItems(
  app: App,
  base: Base,
  quiz: TeacherQuiz,
  version: number,
  kind: VersionKind,
): readonly Item[] {
  const make = itemMaker(base, app.allCards);
  const bench = { base, cards: app.allCards };
  return versionEntries(bench, quiz, version, kind).flatMap((entry) => make(entry) ?? []);
}
