import type { ImportProblem } from '#core/guard/problem.ts';
import type { DeckProblem, PassedOver } from '#core/import/deck-file.ts';
import type { OwnBody } from '#core/own/own-item.ts';
import { m } from '#lib/i18n/messages.ts';
import { importWords } from '#lib/state/problem-words.ts';

/** What is wrong with a file that was to be a deck, and what to do. */
export function deckProblemWords(problem: DeckProblem | ImportProblem): string {
  switch (problem.type) {
    case 'not-this-format':
      return problem.line === undefined ? m.decks_not_known() : m.decks_broken_line({ line: problem.line });
    case 'no-items':
      return m.decks_no_items();
    case 'too-many-items':
      return m.decks_too_many();
    case 'newer-anki':
      return m.decks_newer_anki();
    default:
      return importWords(problem);
  }
}

export const passingWords: Readonly<Record<PassedOver['why'], () => string>> = {
  kind: m.decks_passed_kind,
  key: m.decks_passed_key,
  shape: m.decks_passed_shape,
  media: m.decks_passed_media,
};

/** What is right, in one line. */
export function ownKey(body: OwnBody): string {
  switch (body.type) {
    case 'card':
      return body.back;
    case 'truth':
      return body.right ? m.decks_true() : m.decks_false();
    case 'choice':
    case 'multiple':
      return body.options
        .filter(({ correct }) => correct)
        .map(({ text }) => text)
        .join('; ');
    case 'text':
      return body.accepted[0] ?? '';
    case 'number':
      return String(body.amount);
    case 'order':
      return body.tiles.join('; ');
    case 'match':
      return body.rows.map(({ text, target }) => `${text}: ${body.targets[target] ?? ''}`).join('; ');
  }
}
