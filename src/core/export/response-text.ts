import type { Item } from '../item/item.ts';
import type { Response } from '../review/response.ts';

/** What somebody answered, in the words of the item and without words of its own; empty for a pass. */
export function responseText(item: Item, response: Response): string {
  switch (response.type) {
    case 'choice':
      return [
        textIn(item.options, response.option),
        textIn(item.repair?.options ?? [], response.repair ?? ''),
      ]
        .filter((text) => text !== '')
        .join(': ');
    case 'multiple':
      return response.options.map((id) => textIn(item.options, id)).join('; ');
    case 'text':
      return response.text;
    case 'number':
      return String(response.value);
    case 'order':
      return response.order.map((id) => textIn(tilesOf(item), id)).join('; ');
    case 'match':
      return response.pairs
        .map(({ tile, target }) => `${textIn(tilesOf(item), tile)}: ${textIn(targetsOf(item), target)}`)
        .join('; ');
    case 'date':
      return response.iso;
    case 'reveal':
      return response.rating;
    case 'pass':
      return '';
  }
}

interface Named {
  readonly id: string;
  readonly text: string;
}

const textIn = (things: readonly Named[], id: string): string =>
  things.find((thing) => thing.id === id)?.text ?? '';
const tilesOf = ({ layout }: Item): readonly Named[] =>
  layout === undefined || layout.type === 'axis' ? [] : layout.tiles;
const targetsOf = ({ layout }: Item): readonly Named[] => (layout?.type === 'match' ? layout.targets : []);
