import type { ClassResults, Policy } from '#core/assignment/class-results.ts';
import type { Base } from '#core/fact/base.ts';
import { correctionsOf } from '#core/insight/corrections.ts';
import type { Correction } from '#core/insight/corrections.ts';
import { followUp } from '#core/insight/follow-up.ts';
import { markTable, standingRows } from '#core/insight/mark-table.ts';
import { misconceptionsOf } from '#core/insight/misconceptions.ts';
import type { Misconception } from '#core/insight/misconceptions.ts';
import { ruledResults, standingRulings } from '#core/insight/ruled-results.ts';
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
  readonly #results: (policy: Policy) => ClassResults | undefined;
  policy = $state<Policy>('best');

  constructor(
    app: App,
    desk: TeacherDesk,
    base: Base,
    results: (policy: Policy) => ClassResults | undefined,
  ) {
    this.#app = app;
    this.#desk = desk;
    this.#base = base;
    this.#results = results;
  }

  /** As collected, before any ruling. */
  readonly plain: ClassResults | undefined = $derived.by(() => this.#results(this.policy));
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
  readonly corrections: readonly Correction[] = $derived.by(() =>
    this.plain ? correctionsOf(this.#base, this.#app.allCards, this.plain.columns) : [],
  );

  async rule({ card, form }: Entry, decision: Decision): Promise<void> {
    if (!this.plain) return;
    const ruling = { assignment: this.plain.id, card, form, ...decision };
    await this.#desk.tell({ kind: 'ruling', ruling });
  }

  /** Marks an item by the fact that took the place of its own. */
  async correct({ entry, text, by }: Correction): Promise<void> {
    if (!this.plain) return;
    const { card, form } = entry;
    const ruling = { assignment: this.plain.id, card, form, kind: 'correct', text, by } as const;
    await this.#desk.tell({ kind: 'ruling', ruling });
  }

  isCorrected({ entry }: Correction): boolean {
    const column = this.columns.find(({ entry: own }) => own.card === entry.card && own.form === entry.form);
    return column?.rulings.some(({ kind }) => kind === 'correct') ?? false;
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

  #columnsNow(): readonly RuledColumn[] {
    const { plain } = this;
    if (!plain) return [];
    return plain.columns.map((entry) => {
      const rulings = standingRulings(this.#desk.rulings, plain, entry);
      return { entry, rulings, isVoid: rulings.some(({ kind }) => kind === 'void') };
    });
  }
}
