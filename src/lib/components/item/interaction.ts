import type { Hint } from '#core/item/hint.ts';
import type { Item } from '#core/item/item.ts';
import type { Response, Score } from '#core/review/response.ts';

/** A response with how it was marked. */
export interface Reply {
  readonly response: Response;
  readonly score: Score;
}

/** The hints of an item: those taken, how many are left, and the way to the next. */
export interface Aid {
  readonly hints: readonly Hint[];
  readonly left: number;
  readonly take: () => void;
}

/** What every interaction is given. It shows the item, takes one response, and then shows what became of it. */
export interface InteractionProps {
  readonly item: Item;
  /** There once the item is answered: the interaction then takes nothing more. */
  readonly reply: Reply | undefined;
  /** Whether a tap on an option answers at once or must be confirmed. */
  readonly commit: 'tap' | 'confirm';
  /** Whether single keys (1-4, a-d) may answer. */
  readonly shortcuts: boolean;
  /** Absent where the item has no hints. */
  readonly aid: Aid | undefined;
  readonly respond: (response: Response) => void;
}
