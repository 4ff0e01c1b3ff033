import type { Handout } from '#core/assignment/assignment-event.ts';
import type { AssignmentId, Student } from '#core/assignment/assignment.ts';
import type { ClassResults, Policy } from '#core/assignment/class-results.ts';
import type { KnownPack } from '#core/assignment/code.ts';
import type { ClassSheets } from '#core/assignment/class-sheets.ts';
import { classResults } from '#core/assignment/collect.ts';
import type { ClassMarker, Marking } from '#core/assignment/collect.ts';
import type { Result } from '#core/result.ts';
import type { Assignments } from './assignments.svelte.ts';
import { isMadeHere, markerFor, readHandout } from './class-of-handout.ts';
import { PackFacts } from './pack-facts.svelte.ts';
import { receive } from './receive.ts';
import type { Received, ReceiveProblem } from './receive.ts';

/** Collecting the results of one of the quizzes that were handed out. */
export class Collector {
  readonly #assignments: Assignments;
  readonly #facts: PackFacts;
  #wanted = $state<string | null>(null);
  /** Of the quiz whose items had to be looked for; null where they were not kept. */
  #sheets = $state.raw<{ readonly id: AssignmentId; readonly sheets: ClassSheets | null }>();
  /** The quiz whose items were looked after. */
  #keeps: AssignmentId | undefined;
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
    return read && marking && { ...read, marking };
  });
  readonly #marker: ClassMarker | undefined = $derived.by(() => this.#markerNow());

  /** The facts that the results are marked by; undefined until they are here. */
  get marking(): Marking | undefined {
    return this.#read?.marking;
  }

  /**
   * Its items are made by rules that this version of the app does not have, and were not kept: its results can be
   * kept, not marked.
   */
  readonly isOtherGenerator: boolean = $derived.by(
    () => this.#read !== undefined && this.#needsSheets && this.#sheets?.sheets === null,
  );

  choose(id: string): void {
    this.#wanted = id;
  }

  /** Fetches the facts of the chosen quiz, and its items where this version of the app would make others. */
  open(): void {
    if (this.#pack) this.#facts.open(this.#pack);
    if (!this.#read) return;
    if (this.#needsSheets) void this.#fetchSheets(this.#read.id);
    else void this.#keepItemsOnce();
  }

  /** Undefined until the facts are here. */
  results(policy: Policy): ClassResults | undefined {
    const [read, marker] = [this.#read, this.#marker];
    return (
      read && marker && classResults(read.marking, read, this.#assignments.log.collected, policy, marker)
    );
  }

  take(text: string): Promise<Result<Received, ReceiveProblem>> {
    const itemsOf = (id: AssignmentId): number | undefined =>
      id === this.chosen?.id ? this.#marker?.columns.length : undefined;
    const taking = this.#queue.then(async () => {
      const received = await receive(this.#assignments, text, itemsOf);
      if (received.ok && received.value.assignment === this.#read?.id)
        await this.#keepItemsOf(received.value.student);
      return received;
    });
    this.#queue = taking.catch(() => undefined);
    return taking;
  }

  get #needsSheets(): boolean {
    return this.#read !== undefined && !isMadeHere(this.#read.assignment);
  }

  #markerNow(): ClassMarker | undefined {
    if (!this.#read) return undefined;
    const { id, marking, assignment } = this.#read;
    const kept = this.#sheets?.id === id ? this.#sheets.sheets : null;
    return markerFor(marking, assignment, kept ?? undefined);
  }

  async #fetchSheets(id: AssignmentId): Promise<void> {
    if (this.#sheets?.id === id) return;
    const { keptSheets } = await import('#lib/storage/kept-sheets.ts');
    const sheets = (await keptSheets(id)) ?? null;
    if (this.#read?.id === id) this.#sheets = { id, sheets };
  }

  /** What was begun when the quiz was handed out, and may not have ended. */
  async #keepItemsOnce(): Promise<void> {
    const id = this.#read?.id;
    if (this.#keeps === id) return;
    this.#keeps = id;
    await this.#keepItems(this.chosen?.students ?? []);
  }

  /** Where each student has a set: whoever was not on the class list is known from now on. */
  async #keepItemsOf(student: Student): Promise<void> {
    if (!this.#read?.assignment.itemSets) await this.#keepItems([student]);
  }

  async #keepItems(students: readonly Student[]): Promise<void> {
    if (!this.#read) return;
    const { id, marking, assignment } = this.#read;
    const { keepItems } = await import('./sheet-keeper.ts');
    await keepItems(marking, id, assignment, students);
  }
}
