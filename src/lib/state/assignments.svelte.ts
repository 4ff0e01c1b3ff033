import { topics } from 'virtual:topics';

import type { TopicId } from '#core/fact/topic.ts';
import { payloadOf } from '#core/assignment/assignment-event.ts';
import type { AssignmentEvent, OwnKeys } from '#core/assignment/assignment-event.ts';
import { assignmentLogOf } from '#core/assignment/assignment-log.ts';
import type { AssignmentLog } from '#core/assignment/assignment-log.ts';
import type { PackHash } from '#core/assignment/assignment.ts';
import type { KnownPack } from '#core/assignment/code.ts';
import { inOrder } from '#core/log/order.ts';
import { keepPack } from '#lib/storage/kept-packs.ts';
import type { App } from './app.svelte.ts';

/** The packs of this build: what an assignment can be made from and taken with. */
export const knownPacks: readonly KnownPack[] = topics.map(({ id, version, hash }) => ({
  topic: id as TopicId,
  version,
  hash: hash as PackHash,
}));

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

  /** Keeps the facts of a quiz for the time when the app has newer ones. */
  async keepFacts(hash: PackHash): Promise<void> {
    const pack = knownPacks.find((known) => known.hash === hash);
    const url = topics.find((topic) => topic.hash === hash)?.url;
    if (pack && url !== undefined) await keepPack(pack, url);
  }
}
