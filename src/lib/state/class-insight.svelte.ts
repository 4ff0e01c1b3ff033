import type { ClassResults, Policy } from '#core/assignment/class-results.ts';
import type { Base } from '#core/fact/base.ts';
import type { Marking } from '#core/assignment/collect.ts';
import { correctionsSince } from '#core/insight/corrections.ts';
import type { Correction } from '#core/insight/corrections.ts';
import { followUp } from '#core/insight/follow-up.ts';
import { markTable, standingRows } from '#core/insight/mark-table.ts';
import { misconceptionsOf } from '#core/insight/misconceptions.ts';
import type { Misconception } from '#core/insight/misconceptions.ts';
import { ruledResults, standingRulings } from '#core/insight/ruled-results.ts';
import { touchedClass } from '#core/insight/touched-class.ts';
import type { TouchedClass } from '#core/insight/touched-class.ts';
import { itemFigures } from '#core/statistics/item-figures.ts';
import type { ItemFigures } from '#core/statistics/item-figures.ts';
import { testFigures } from '#core/statistics/test-figures.ts';
import type { TestFigures } from '#core/statistics/test-figures.ts';
import type { Entry } from '#core/session/plan.ts';
import type { Ruling } from '#core/teach/ruling.ts';
import type { QuizId } from '#core/teach/teacher-quiz.ts';
import type { App } from './app.svelte.ts';
import type { TeacherDesk } from './teacher-desk.svelte.ts';

/** What a ruling decides, without the item that it is about. */
export type Decision =
  | { readonly kind: 'void' | 'lift' }
  | { readonly kind: 'accept'; readonly text: string };

/** Where the results of a class come from. */
export interface ResultsSource {
  results(policy: Policy): ClassResults | undefined;
  /** The facts that they are marked by. */
  readonly marking: Marking | undefined;
}

/** A fact of the quiz that was corrected since, and which questions and attempts that touches. */
export interface CorrectedHere {
  readonly correction: Correction;
  readonly touched: TouchedClass;
}

/** One item of the quiz as it was handed out, with what was decided about it. */
export interface RuledColumn {
  readonly entry: Entry;
  readonly rulings: readonly Ruling[];
  readonly isVoid: boolean;
}

/** What the results of a class say. All of it follows from the results and the rulings, and so changes with them. */
export class ClassInsight {
  readonly #app: App;
  readonly #desk: TeacherDesk;
  readonly #base: Base;
  readonly #source: ResultsSource;
  policy = $state<Policy>('best');

  constructor(app: App, desk: TeacherDesk, base: Base, source: ResultsSource) {
    this.#app = app;
    this.#desk = desk;
    this.#base = base;
    this.#source = source;
  }

  /** As collected, before any ruling. */
  readonly plain: ClassResults | undefined = $derived.by(() => this.#source.results(this.policy));
  readonly results: ClassResults | undefined = $derived.by(
    () => this.plain && ruledResults(this.plain, this.#desk.rulings, this.policy),
  );
  readonly #marks = $derived(this.results && markTable(this.results));
  readonly items: readonly ItemFigures[] = $derived(this.#marks ? itemFigures(this.#marks) : []);
  readonly test: TestFigures | undefined = $derived(this.#marks && testFigures(this.#marks));
  readonly misconceptions: readonly Misconception[] = $derived(
    this.results ? misconceptionsOf(standingRows(this.results)) : [],
  );
  /** Every item, also those that are void. */
  readonly columns: readonly RuledColumn[] = $derived.by(() => this.#columnsNow());
  readonly corrections: readonly CorrectedHere[] = $derived.by(() => this.#correctionsNow());

  async rule({ card, form }: Entry, decision: Decision): Promise<void> {
    if (!this.plain) return;
    const ruling = { assignment: this.plain.id, card, form, ...decision };
    await this.#desk.tell({ kind: 'ruling', ruling });
  }

  remark(touched: TouchedClass): Promise<void> {
    return this.#desk.remark([touched]);
  }

  lift(touched: TouchedClass): Promise<void> {
    return this.#desk.lift([touched]);
  }

  /** Keeps a quiz on exactly what these students, or this class, mix up; undefined when nothing can be asked so. */
  async followUp(title: string, misconceptions = this.misconceptions): Promise<QuizId | undefined> {
    const fresh = this.#desk.fresh(this.#base, title);
    const entries = followUp(this.#base, this.#app.allCards, misconceptions, fresh.seed);
    if (entries.length === 0) return undefined;
    const places = entries.map((entry) => ({ entry, pinned: true }));
    await this.#desk.save({ ...fresh, places, settings: { ...fresh.settings, feedback: 'now' } });
    return fresh.id;
  }

  #correctionsNow(): readonly CorrectedHere[] {
    const { plain } = this;
    const { marking } = this.#source;
    if (!plain || !marking || marking.base === this.#base) return [];
    return correctionsSince(marking.base, this.#base).flatMap((correction) => {
      const touched = touchedClass(this.#base, { results: plain, marking }, correction, this.#desk.rulings);
      return touched ? [{ correction, touched }] : [];
    });
  }

  #columnsNow(): readonly RuledColumn[] {
    const { plain } = this;
    if (!plain) return [];
    return plain.columns.map((entry) => {
      const rulings = standingRulings(this.#desk.rulings, plain, entry);
      return { entry, rulings, isVoid: rulings.some(({ kind }) => kind === 'void') };
    });
  }
}
