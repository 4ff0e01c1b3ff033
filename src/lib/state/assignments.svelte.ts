import { payloadOf } from '#core/assignment/assignment-event.ts';
import type { AssignmentEvent, OwnKeys } from '#core/assignment/assignment-event.ts';
import { assignmentLogOf } from '#core/assignment/assignment-log.ts';
import type { AssignmentLog } from '#core/assignment/assignment-log.ts';
import type { Assignment, AssignmentId, Student } from '#core/assignment/assignment.ts';
import { inOrder } from '#core/log/order.ts';
import type { App } from './app.svelte.ts';
import { keepFacts } from './known-packs.ts';

/** Quizzes handed out, taken and collected on this device, read from the log and written to it. */
export class Assignments {
  readonly app: App;

  constructor(app: App) {
    this.app = app;
  }

  readonly log: AssignmentLog = $derived.by(() =>
    assignmentLogOf(
      inOrder(this.app.log.others).flatMap((event) => (event.type === 'assignment' ? [event.payload] : [])),
    ),
  );

  async tell(event: AssignmentEvent): Promise<void> {
    await this.app.log.record({ type: 'assignment', payload: payloadOf(event) });
  }

  /** The keys of this device; made when they are needed for the first time. */
  async keys(): Promise<OwnKeys> {
    const [first] = this.log.keys;
    if (first) return first;
    const { newKeys } = await import('#lib/crypto/keys.ts');
    const keys = await newKeys();
    await this.tell({ kind: 'keys', body: keys });
    return keys;
  }

  readonly keepFacts = keepFacts;

  /** Keeps what is asked, for the time when an update makes other items. */
  async keepItems(id: AssignmentId, assignment: Assignment, students: readonly Student[]): Promise<void> {
    const { base, allCards: cards } = this.app;
    if (base?.topic.id !== assignment.topic) return;
    const { keepItems } = await import('./sheet-keeper.ts');
    await keepItems({ base, cards }, id, assignment, students);
  }
}
