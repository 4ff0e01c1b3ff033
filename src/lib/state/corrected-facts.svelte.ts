import { topics } from 'virtual:topics';

import type { AssignmentId } from '#core/assignment/assignment.ts';
import type { ClassSheets } from '#core/assignment/class-sheets.ts';
import type { Marking } from '#core/assignment/collect.ts';
import type { Base } from '#core/fact/base.ts';
import type { FactId } from '#core/fact/fact.ts';
import type { Class, TouchedClass } from '#core/insight/touched-class.ts';
import { touchesOf } from '#core/insight/touched.ts';
import type { Touch } from '#core/insight/touched.ts';
import { mended } from '#core/teach/compose.ts';
import { keptSheets } from '#lib/storage/kept-sheets.ts';
import type { App } from './app.svelte.ts';
import type { Assignments } from './assignments.svelte.ts';
import { classOfHandout, isMadeHere, readHandout } from './class-of-handout.ts';
import { keptFacts } from './pack-facts.svelte.ts';
import type { TeacherDesk } from './teacher-desk.svelte.ts';

/** What of a teacher's work asks facts that were corrected since, and putting it right. */
export class CorrectedFacts {
  readonly #app: App;
  readonly #desk: TeacherDesk;
  readonly #assignments: Assignments;
  readonly #base: Base;
  #kept = $state.raw<ReadonlyMap<string, Marking>>();
  #sheets: ReadonlyMap<AssignmentId, ClassSheets> = new Map();

  constructor(app: App, desk: TeacherDesk, assignments: Assignments, base: Base) {
    this.#app = app;
    this.#desk = desk;
    this.#assignments = assignments;
    this.#base = base;
    void this.#look();
  }

  readonly #now: Marking = $derived.by(() => ({ base: this.#base, cards: this.#app.allCards }));
  readonly #classes: readonly Class[] = $derived.by(() => this.#classesNow());
  /** All of it, dealt with or not. */
  readonly all: readonly Touch[] = $derived.by(() => this.#touchesNow());

  isDealtWith({ correction }: Touch): boolean {
    return this.#app.log.shelf.told.has(correction.old);
  }

  remark(classes: readonly TouchedClass[]): Promise<void> {
    return this.#desk.remark(classes);
  }

  lift(classes: readonly TouchedClass[]): Promise<void> {
    return this.#desk.lift(classes);
  }

  /** Puts other items where the fact was asked, as new versions of the quizzes; the old ones stay. */
  async replace(quizzes: Touch['quizzes']): Promise<void> {
    for (const { quiz } of quizzes) await this.#desk.save(mended(this.#now, quiz));
  }

  async dealWith({ correction }: Touch): Promise<void> {
    await this.#app.log.record({ type: 'told', payload: { fact: correction.old satisfies FactId } });
  }

  /** Finds the earlier facts, and the items of quizzes that this version of the app would make otherwise. */
  async #look(): Promise<void> {
    const kept = await keptFacts(this.#base.topic.id);
    const sheets = new Map<AssignmentId, ClassSheets>();
    for (const handout of this.#assignments.log.handouts.values()) {
      const marking = kept.get(handout.pack);
      const read = marking && readHandout(handout, marking);
      const own = read && !isMadeHere(read.assignment) && (await keptSheets(handout.id));
      if (own) sheets.set(handout.id, own);
    }
    this.#sheets = sheets;
    this.#kept = kept;
  }

  #classesNow(): readonly Class[] {
    const { handouts, collected } = this.#assignments.log;
    const current = topics.find(({ id }) => id === this.#base.topic.id)?.hash;
    return [...handouts.values()].flatMap((handout) => {
      const marking = handout.pack === current ? undefined : this.#kept?.get(handout.pack);
      return (marking && classOfHandout(handout, marking, collected, this.#sheets.get(handout.id))) ?? [];
    });
  }

  #touchesNow(): readonly Touch[] {
    const { quizzes, rulings, prints } = this.#desk;
    if (!this.#kept || quizzes.length + prints.length + this.#classes.length === 0) return [];
    const desk = { quizzes, rulings, prints };
    return touchesOf(this.#now, { desk, classes: this.#classes, factsOf: (name) => this.#kept?.get(name) });
  }
}
