import { between, firstOf, listOf, oneOf, record, shortText } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { Pair, Response } from './response.ts';

/** More than any item has of options, tiles or cards: what is longer was not made by an answer. */
export const mostParts = 64;

/** A typed response is cut to less before it is marked or kept. */
const longestText = 1000;

/** Ids of options, tiles and targets are a letter or a number or a short word. */
const id = shortText(16);

/** Reads a response from outside; one of another shape, or larger than any item asks for, is refused. */
export const responseShape: Shape<Response> = firstOf<Response>(
  record<{ type: 'choice'; option: string }, { repair: string }>(
    { type: oneOf(['choice']), option: id },
    { repair: id },
  ),
  record({ type: oneOf(['multiple']), options: listOf(id, mostParts) }),
  record({ type: oneOf(['text']), text: shortText(longestText) }),
  record({ type: oneOf(['number']), value: between(-Number.MAX_VALUE, Number.MAX_VALUE) }),
  record({ type: oneOf(['order']), order: listOf(id, mostParts) }),
  record({ type: oneOf(['match']), pairs: listOf(record<Pair>({ tile: id, target: id }), mostParts) }),
  record({ type: oneOf(['date']), iso: shortText(10) }),
  record({ type: oneOf(['reveal']), rating: oneOf(['again', 'hard', 'good', 'easy']) }),
  record({ type: oneOf(['pass']) }),
);
