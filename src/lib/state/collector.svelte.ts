import type { Handout } from '#core/assignment/assignment-event.ts';
import type { AssignmentId } from '#core/assignment/assignment.ts';
import type { ClassResults, Policy } from '#core/assignment/class-results.ts';
import type { KnownPack } from '#core/assignment/code.ts';
import { classMarker, classResults } from '#core/assignment/collect.ts';
import type { Marking } from '#core/assignment/collect.ts';
import type { Result } from '#core/result.ts';
import type { Assignments } from './assignments.svelte.ts';
import { readHandout } from './class-of-handout.ts';
import { PackFacts } from './pack-facts.svelte.ts';
import { receive } from './receive.ts';
import type { Received, ReceiveProblem } from './receive.ts';

/** Collecting the results of one of the quizzes that were handed out. */
export class Collector {
  readonly #assignments: Assignments;
  readonly #facts: PackFacts;
  #wanted = $state<string | null>(null);
  /** One after another: two cameras' worth of codes must not race for the same place. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(assignments: Assignments, wanted: string | null) {
    this.#assignments = assignments;
    this.#facts = new PackFacts(assignments.app);
    this.#wanted = wanted;
  }

  /** The latest first. */
  readonly handouts: readonly Handout[] = $derived.by(() =>
    [...this.#assignments.log.handouts.values()].toReversed(),
  );
  readonly chosen: Handout | undefined = $derived.by(
    () => this.handouts.find(({ id }) => id === this.#wanted) ?? this.handouts[0],
  );
  readonly #pack: KnownPack | undefined = $derived.by(() =>
    this.#facts.packs?.find(({ hash }) => hash === this.chosen?.pack),
  );
  /** Its facts are not on this device: its results can be kept, not marked. */
  readonly isOtherPack: boolean = $derived.by(
    () => this.chosen !== undefined && this.#facts.packs !== undefined && this.#pack === undefined,
  );
  // The text by itself: it stays the same while results arrive, and with it all that is made from it.
  readonly #code: string | undefined = $derived.by(() => this.chosen?.code);
  readonly #read = $derived.by(() => {
    const [code, pack] = [this.#code, this.#pack];
    const marking = pack && this.#facts.of(pack);
    const read = code !== undefined && marking ? readHandout({ code, pack: pack.hash }, marking) : undefined;
    return read && marking && { ...read, marking, marker: classMarker(marking, read.assignment) };
  });

  /** The facts that the results are marked by; undefined until they are here. */
  get marking(): Marking | undefined {
    return this.#read?.marking;
  }

  /** Its items are made by rules that this version of the app does not have: its results can be kept, not marked. */
  readonly isOtherGenerator: boolean = $derived.by(() => {
    const pack = this.#pack;
    return pack !== undefined && this.#facts.of(pack) !== undefined && this.#read === undefined;
  });

  choose(id: string): void {
    this.#wanted = id;
  }

  /** Fetches the facts of the chosen quiz. */
  open(): void {
    if (this.#pack) this.#facts.open(this.#pack);
  }

  /** Undefined until the facts are here. */
  results(policy: Policy): ClassResults | undefined {
    if (!this.#read) return undefined;
    const { marking, marker } = this.#read;
    return classResults(marking, this.#read, this.#assignments.log.collected, policy, marker);
  }

  take(text: string): Promise<Result<Received, ReceiveProblem>> {
    const itemsOf = (id: AssignmentId): number | undefined =>
      id === this.chosen?.id ? this.#read?.marker.columns.length : undefined;
    const taking = this.#queue.then(() => receive(this.#assignments, text, itemsOf));
    this.#queue = taking.catch(() => undefined);
    return taking;
  }
}
