import type { SessionId } from '../review/event.ts';
import type { AssignmentPayload, HandedIn, Handout, OwnKeys, TakenUp } from './assignment-event.ts';
import type { AssignmentId, PublicKey } from './assignment.ts';
import { bytesOfBase64url } from './lettering.ts';
import { parseAssignmentEvent } from './parse-assignment-event.ts';
import { decodeResult } from './result-code.ts';
import type { ReadResult } from './result-code.ts';

/** What the log says about quizzes handed out, taken and collected. */
export interface AssignmentLog {
  /** All keys that this device has had, the first first: new work is done with it, old work opened with any. */
  readonly keys: readonly OwnKeys[];
  /** The latest of every assignment. */
  readonly handouts: ReadonlyMap<AssignmentId, Handout>;
  /** Every different result, in the order in which they arrived. */
  readonly collected: readonly ReadResult[];
  readonly takenUp: ReadonlyMap<SessionId, TakenUp>;
  readonly handedIn: ReadonlyMap<SessionId, HandedIn>;
  readonly trusted: ReadonlySet<PublicKey>;
  readonly released: ReadonlySet<AssignmentId>;
}

/** Reads the payloads of the log's `assignment` events, in the log's order. What cannot be read is passed over. */
export function assignmentLogOf(payloads: Iterable<AssignmentPayload>): AssignmentLog {
  const keys: OwnKeys[] = [];
  const handouts = new Map<AssignmentId, Handout>();
  const codes = new Set<string>();
  const takenUp = new Map<SessionId, TakenUp>();
  const handedIn = new Map<SessionId, HandedIn>();
  const trusted = new Set<PublicKey>();
  const released = new Set<AssignmentId>();
  for (const payload of payloads) {
    const event = parseAssignmentEvent(payload);
    if (event?.kind === 'keys') keys.push(event.body);
    else if (event?.kind === 'handed-out') handouts.set(event.body.id, event.body);
    else if (event?.kind === 'collected') codes.add(event.body.code);
    else if (event?.kind === 'taken-up') takenUp.set(event.body.attempt, event.body);
    else if (event?.kind === 'handed-in') handedIn.set(event.body.attempt, event.body);
    else if (event?.kind === 'trusted') trusted.add(event.body.signing);
    else if (event?.kind === 'released') released.add(event.body.assignment);
  }
  return { keys, handouts, collected: [...codes].flatMap(readCode), takenUp, handedIn, trusted, released };
}

function readCode(text: string): readonly ReadResult[] {
  const bytes = bytesOfBase64url(text);
  const read = bytes && decodeResult(bytes);
  return read?.ok ? [read.value] : [];
}
