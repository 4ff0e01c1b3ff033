import { hashText } from '../item/random.ts';
import { parseOwnItem } from '../own/parse-own-item.ts';
import { ownLimits } from '../own/own-item.ts';
import type { OwnBody, OwnItem } from '../own/own-item.ts';
import { ok, refused } from '../result.ts';
import type { Result } from '../result.ts';

/** What a file holds: items to be asked, and what of it cannot be. */
export interface DeckFile {
  /** Of the file's own, or empty. */
  readonly title: string;
  readonly items: readonly OwnItem[];
  readonly passedOver: readonly PassedOver[];
  /** How many items were learnt in the other program and start afresh here; absent for none. */
  readonly afresh?: number;
}

export const passingReasons = ['kind', 'key', 'shape', 'media'] as const;

/** Something in a file that is not taken over, and why. */
export interface PassedOver {
  /** Its beginning, or where it stands. */
  readonly place: string;
  /** Of a kind that the app does not ask; without a right answer; empty, too long or otherwise unfit; only its pictures and sounds. */
  readonly why: (typeof passingReasons)[number];
}

/** Why nothing of a file is taken. */
export type DeckProblem =
  /** It is no file of that format; a line where one is known. */
  | { readonly type: 'not-this-format'; readonly line?: number }
  | { readonly type: 'no-items' }
  | { readonly type: 'too-many-items' }
  /** A newer Anki package that is damaged, or newer than this program knows: it says how to make another. */
  | { readonly type: 'newer-anki' };

export type ReadDeck = Result<DeckFile, DeckProblem>;

/** An item as a format gives it, before it is looked at. */
export interface Draft {
  /** The file's own name for it. */
  readonly name?: string;
  readonly stem: string;
  /** Undefined where the format has a kind that the app does not ask; `key` where nothing says what is right. */
  readonly body: OwnBody | 'key' | undefined;
  readonly explanation?: string;
  readonly tags?: readonly string[];
  /** Pictures or sounds belong to it, which stay behind. */
  readonly hasMedia?: true;
  /** It was learnt in the other program: when it is due there stays behind. */
  readonly hasHistory?: true;
}

/** What a file gives after every draft was looked at as something from outside. */
export function deckFile(title: string, drafts: readonly Draft[]): ReadDeck {
  if (drafts.length > ownLimits.items) return refused({ type: 'too-many-items' });
  const items = new Map<string, OwnItem>();
  const passedOver: PassedOver[] = [];
  let afresh = 0;
  for (const draft of drafts) {
    const item = parseOwnItem({ ...itemOf(draft), body: draft.body });
    if (item) items.set(freeId(item.id, items), { ...item, id: freeId(item.id, items) });
    else passedOver.push({ place: placeOf(draft), why: reasonFor(draft) });
    if (item && draft.hasMedia) passedOver.push({ place: placeOf(draft), why: 'media' });
    if (item && draft.hasHistory) afresh += 1;
  }
  if (items.size === 0 && passedOver.length === 0) return refused({ type: 'no-items' });
  return ok({
    title: tidy(title).slice(0, ownLimits.title),
    items: [...items.values()],
    passedOver,
    ...(afresh > 0 && { afresh }),
  });
}

const reasonFor = ({ body }: Draft): PassedOver['why'] =>
  body === undefined ? 'kind' : body === 'key' ? 'key' : 'shape';

const placeOf = ({ stem, name = '' }: Draft): string => tidy(stem === '' ? name : stem).slice(0, 80);

const itemOf = ({ name, stem, explanation = '', tags = [] }: Draft) => ({
  id: name !== undefined && /^[\w-]{1,60}$/.test(name) ? name : `h${hashText(name ?? stem)}`,
  stem: stem.trim(),
  explanation: explanation.trim(),
  tags: tags.map(tidy).filter((tag) => tag !== ''),
});

/** Two items of one name are two items all the same. */
function freeId(id: string, taken: ReadonlyMap<string, unknown>): string {
  let free = id;
  for (let count = 2; taken.has(free); count += 1) free = `${id}-${count}`;
  return free;
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
