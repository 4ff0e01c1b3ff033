import type { Item } from '../item/item.ts';
import type { Response } from '../review/response.ts';

/** What a response says, in the words that a student saw or wrote; empty where it is no single answer in words. */
export function wordsOf({ options, entry }: Item, response: Response): readonly string[] {
  switch (response.type) {
    case 'choice':
      return textsOf(options, [response.option]);
    case 'multiple':
      return textsOf(options, response.options);
    case 'text':
      return [response.text];
    case 'number':
      return [
        entry?.type === 'amount' && entry.unit ? `${response.value} ${entry.unit}` : `${response.value}`,
      ];
    case 'date':
      return [response.iso];
    default:
      return [];
  }
}

const textsOf = (options: Item['options'], ids: readonly string[]): readonly string[] =>
  options.filter(({ id }) => ids.includes(id)).map(({ text }) => text);
