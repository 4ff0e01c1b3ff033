import type { TopicId } from '../fact/topic.ts';
import type { SessionId } from '../review/event.ts';
import { anything, between, listOf, record, shortText, text, whole } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { assignmentEventVersion } from './assignment-event.ts';
import type {
  AssignmentEvent,
  AssignmentPayload,
  HandedIn,
  Handout,
  KeyPair,
  OwnKeys,
  TakenUp,
} from './assignment-event.ts';
import type { AssignmentId, PackHash, Student } from './assignment.ts';
import { publicKey } from './public-key.ts';

/** Reads what an `assignment` event says; undefined where a newer program wrote it or it makes no sense. */
export function parseAssignmentEvent({ v, kind, body }: AssignmentPayload): AssignmentEvent | undefined {
  if (v > assignmentEventVersion) return undefined;
  switch (kind) {
    case 'keys':
      return made(keys(body), (read) => ({ kind, body: read }));
    case 'handed-out':
      return made(handout(body), (read) => ({ kind, body: read }));
    case 'collected':
      return made(collected(body), (read) => ({ kind, body: read }));
    case 'taken-up':
      return made(takenUp(body), (read) => ({ kind, body: read }));
    case 'handed-in':
      return made(handedIn(body), (read) => ({ kind, body: read }));
    case 'trusted':
      return made(trusted(body), (read) => ({ kind, body: read }));
    case 'released':
      return made(released(body), (read) => ({ kind, body: read }));
    default:
      return undefined;
  }
}

const made = <T>(value: T | undefined, event: (value: T) => AssignmentEvent): AssignmentEvent | undefined =>
  value === undefined ? undefined : event(value);

const code: Shape<string> = text(/^[\w-]{8,12000}$/);
const id = text<AssignmentId>(/^[0-9a-f]{16}$/);
const student = shortText<Student>(96);
const topic = shortText<TopicId>(100);
const title = shortText(100);
const word = shortText(100);
const session = text<SessionId>(/^[\w-]{1,64}$/);
const mostStudents = 1000;

const keyPair = record<KeyPair>({ public: publicKey, private: text(/^[\w-]{40,400}$/) });
const keys: Shape<OwnKeys> = record({ signing: keyPair, sealing: keyPair });

const handout: Shape<Handout> = record<
  Omit<Handout, 'start' | 'release' | 'extraTime'>,
  Required<Pick<Handout, 'start' | 'release' | 'extraTime'>>
>(
  {
    id,
    topic,
    pack: text<PackHash>(/^[0-9a-f]{16}$/),
    title,
    code,
    students: listOf(student, mostStudents),
  },
  {
    start: word,
    release: word,
    extraTime: listOf(record({ student, percent: between(1, 255) }), mostStudents),
  },
);

const collected = record({ code });

const takenUp: Shape<TakenUp> = record<Omit<TakenUp, 'sheet'>, Required<Pick<TakenUp, 'sheet'>>>(
  {
    attempt: session,
    assignment: id,
    topic,
    title,
    student,
    code,
    startedUtcMs: whole(),
    extendedBy: between(0, 255),
  },
  { sheet: anything },
);

const handedIn: Shape<HandedIn> = record({ attempt: session, code });
const trusted = record({ signing: publicKey });
const released = record({ assignment: id });
