import type { Base } from '#core/fact/base.ts';
import { makeItem } from '#core/item/generate.ts';
import type { Item } from '#core/item/item.ts';
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
  const cards = new Map(app.allCards.map((card) => [card.id, card]));
  const bench = { base, cards: app.allCards };
  return versionEntries(bench, quiz, version, kind).flatMap(({ card: id, form, seed }) => {
    const card = cards.get(id);
    return (card && makeItem(base, card, form, seed)) ?? [];
  });
}
