import { sha1Of } from '../file/sha1.ts';
import { utf8Of } from '../file/utf8.ts';
import type { CarriedItem } from './carried.ts';
import { htmlOf } from './html.ts';

/** An item as a note of Anki; the fields are HTML. */
export interface AnkiNote {
  /** The same for the same card and form, so that a later import takes the note's place and keeps its history. */
  readonly guid: string;
  readonly front: string;
  readonly back: string;
  /** Why it is so, and where that stands. */
  readonly more: string;
  readonly tags: readonly string[];
}

export function noteOf({ card, form, stem, body, explanation, sources, tags }: CarriedItem): AnkiNote {
  const { below, back } =
    body.kind === 'card' ? body : { below: [], back: body.kind === 'text' ? body.accepted.slice(0, 1) : [] };
  return {
    guid: guidOf(`${card}|${form}`),
    front: lines([stem, ...below]),
    back: lines(back),
    more: lines([explanation, ...sources]),
    tags: tags.map((tag) => tag.replace(/\s+/g, '-')),
  };
}

const lines = (texts: readonly string[]): string =>
  texts
    .filter((text) => text !== '')
    .map(htmlOf)
    .join('<br>');

/** Ten letters and digits, as long as Anki's own. */
export const guidOf = (name: string): string =>
  BigInt(`0x${sha1Of(utf8Of(name)).slice(0, 13)}`)
    .toString(36)
    .padStart(10, '0')
    .slice(0, 10);
