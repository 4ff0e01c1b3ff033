import type { Handout } from '#core/assignment/assignment-event.ts';
import { decodeAssignment, packOfCode } from '#core/assignment/assignment-code.ts';
import type { AssignmentId } from '#core/assignment/assignment.ts';
import type { ClassResults, Policy } from '#core/assignment/class-results.ts';
import { classResults } from '#core/assignment/collect.ts';
import { bytesOfBase64url } from '#core/assignment/lettering.ts';
import { assignmentEntries } from '#core/assignment/student-entries.ts';
import type { Result } from '#core/result.ts';
import { knownPacks } from './assignments.svelte.ts';
import type { Assignments } from './assignments.svelte.ts';
import { receive } from './receive.ts';
import type { Received, ReceiveProblem } from './receive.ts';

/** Collecting the results of one of the quizzes that were handed out. */
export class Collector {
  readonly #assignments: Assignments;
  #wanted = $state<string | null>(null);
  /** One after another: two cameras' worth of codes must not race for the same place. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(assignments: Assignments, wanted: string | null) {
    this.#assignments = assignments;
    this.#wanted = wanted;
  }

  /** The latest first. */
  readonly handouts: readonly Handout[] = $derived.by(() =>
    [...this.#assignments.log.handouts.values()].toReversed(),
  );
  readonly chosen: Handout | undefined = $derived.by(
    () => this.handouts.find(({ id }) => id === this.#wanted) ?? this.handouts[0],
  );
  /** Its facts are not in this build: its results can be kept, not marked. */
  readonly isOtherPack: boolean = $derived.by(
    () => this.chosen !== undefined && !knownPacks.some(({ hash }) => hash === this.chosen?.pack),
  );
  readonly #read = $derived.by(() => {
    const { base } = this.#assignments.app;
    const code = this.chosen && bytesOfBase64url(this.chosen.code);
    if (!code || !base || base.topic.id !== this.chosen?.topic) return undefined;
    const pack = packOfCode(code, knownPacks);
    const read = pack.ok ? decodeAssignment(code, pack.value, base.topic) : undefined;
    return read?.ok ? { ...read.value, base } : undefined;
  });
  readonly #items = $derived.by(() => {
    if (!this.#read) return undefined;
    const { base, assignment } = this.#read;
    return assignmentEntries(base, this.#assignments.app.allCards, assignment).length;
  });

  choose(id: string): void {
    this.#wanted = id;
  }

  openTopic(): void {
    const pack = knownPacks.find(({ hash }) => hash === this.chosen?.pack);
    if (pack) this.#assignments.openTopic(pack);
  }

  /** Undefined until the facts are here. */
  results(policy: Policy): ClassResults | undefined {
    if (!this.#read) return undefined;
    const { base } = this.#read;
    const cards = this.#assignments.app.allCards;
    return classResults({ base, cards }, this.#read, this.#assignments.log.collected, policy);
  }

  take(text: string): Promise<Result<Received, ReceiveProblem>> {
    const itemsOf = (id: AssignmentId): number | undefined =>
      id === this.chosen?.id ? this.#items : undefined;
    const taking = this.#queue.then(() => receive(this.#assignments, text, itemsOf));
    this.#queue = taking.catch(() => undefined);
    return taking;
  }
}
