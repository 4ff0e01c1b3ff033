export type DeckId = string & { readonly brand: 'DeckId' };

/** An option of somebody's own item. */
export interface OwnOption {
  readonly text: string;
  readonly correct: boolean;
  /** Shown to whoever wrongly chooses it. */
  readonly feedback?: string;
}

/** How somebody's own item is answered. Texts are plain: what was markup in a file has become text. */
export type OwnBody =
  /** Turned over and judged by whoever learns it. */
  | { readonly type: 'card'; readonly back: string }
  | { readonly type: 'truth'; readonly right: boolean; readonly feedback?: string }
  /** One option is right. */
  | { readonly type: 'choice'; readonly options: readonly OwnOption[] }
  /** One or more are. */
  | { readonly type: 'multiple'; readonly options: readonly OwnOption[] }
  /** Every wording that counts as right, the usual one first. */
  | { readonly type: 'text'; readonly accepted: readonly string[] }
  | { readonly type: 'number'; readonly amount: number; readonly tolerance: number }
  /** In the right order. */
  | { readonly type: 'order'; readonly tiles: readonly string[] }
  /** Each row with the place of its target. */
  | {
      readonly type: 'match';
      readonly rows: readonly { readonly text: string; readonly target: number }[];
      readonly targets: readonly string[];
    };

/** Something that a teacher or learner brought along to be asked: nobody vouches for it, it has no source. */
export interface OwnItem {
  /** Tells it apart in its deck, and the same at the next import of the same file. */
  readonly id: string;
  readonly stem: string;
  readonly body: OwnBody;
  readonly explanation: string;
  readonly tags: readonly string[];
}

/** How much of each an item may hold; more is passed over when a file is read. */
export const ownLimits = {
  items: 5000,
  stem: 4000,
  text: 1000,
  explanation: 8000,
  options: 30,
  title: 120,
} as const;
