import type { CardId, FactId } from '../fact/fact.ts';
import type { TopicId } from '../fact/topic.ts';
import type { FormId, ItemId } from '../item/item.ts';
import type { DeviceId, Envelope, EventId } from '../log/envelope.ts';
import type { Certainty, PartialMarks, Response } from './response.ts';

export type { DeviceId, EventId };
export type SessionId = string & { readonly brand: 'SessionId' };

/** One answer. Everything needed to mark it again later is here; memory is replayed from it. */
export interface ReviewPayload {
  readonly session: SessionId;
  /** Place in the session's or quiz's order, from 0. */
  readonly position: number;
  readonly card: CardId;
  readonly item: ItemId;
  readonly form: FormId;
  readonly seed: number;
  readonly generator: number;
  readonly response: Response;
  /** 0..1 as marked when given. */
  readonly marks: number;
  /** Chance of a right response by guessing, 0..1. */
  readonly guess: number;
  readonly tookMs: number;
  /** For an item that asks several cards: what each of them earned. */
  readonly parts?: readonly PartialMarks[];
  /** How sure the learner said to be. */
  readonly certainty?: Certainty;
  /** Whether a smaller item asked the card; see `item/easier.ts`. */
  readonly easier?: true;
  /** How many hints were taken before it; absent for none. */
  readonly hints?: number;
}

/** How much a ban takes away: the very question, the form for this card, all about the fact, the form everywhere. */
export const banScopes = ['item', 'card-form', 'fact', 'form'] as const;
export type BanScope = (typeof banScopes)[number];

export const banReasons = ['wrong', 'unclear', 'given-away', 'one-sided', 'other'] as const;
export type BanReason = (typeof banReasons)[number];

/** The longest note with a ban, in characters. */
export const longestNote = 500;

/** What is not to be asked any more and why, with the item that gave rise to it: its authors can make it again. */
export interface BanPayload {
  readonly scope: BanScope;
  readonly reason: BanReason;
  readonly note?: string;
  readonly topic: TopicId;
  readonly topicVersion: string;
  readonly fact: FactId;
  readonly card: CardId;
  readonly form: FormId;
  readonly seed: number;
  readonly generator: number;
  /** What the item shows, as a short name; see `item/face.ts`. */
  readonly face: string;
  readonly stem: string;
}

/** What can happen. Events are never changed or removed: undo is an event too. */
export type EventBody =
  | { readonly type: 'review'; readonly payload: ReviewPayload }
  | { readonly type: 'undo'; readonly payload: { readonly event: EventId } }
  /** A card is set aside, or asked again. */
  | { readonly type: 'suspend'; readonly payload: { readonly card: CardId } }
  | { readonly type: 'resume'; readonly payload: { readonly card: CardId } }
  /** The learner's own words beside a fact; the latest count, empty ones remove them. */
  | { readonly type: 'note'; readonly payload: { readonly fact: FactId; readonly text: string } }
  /** Something is not to be asked any more, or may be again. */
  | { readonly type: 'ban'; readonly payload: BanPayload }
  | { readonly type: 'unban'; readonly payload: { readonly ban: EventId } }
  /** The learner has been told what took the place of a fact. */
  | { readonly type: 'told'; readonly payload: { readonly fact: FactId } }
  /** Something happened on a teacher's desk: read by `teach/parse-teach-event.ts`. */
  | {
      readonly type: 'teach';
      readonly payload: { readonly v: number; readonly kind: string; readonly body: unknown };
    }
  /** A deck of one's own was added to, or removed: read by `own/deck-event.ts`. */
  | {
      readonly type: 'deck';
      readonly payload: { readonly v: number; readonly kind: string; readonly body: unknown };
    }
  /** A quiz was handed out, taken, handed in or collected: read by `assignment/parse-assignment-event.ts`. */
  | {
      readonly type: 'assignment';
      readonly payload: { readonly v: number; readonly kind: string; readonly body: unknown };
    };

/** An entry of the log that this program understands. */
export type LogEvent = EventBody & Omit<Envelope, 'type' | 'payload'>;
