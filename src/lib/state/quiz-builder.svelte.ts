import type { Section, Settings } from '#core/assignment/assignment.ts';
import type { Base } from '#core/fact/base.ts';
import type { Card } from '#core/fact/fact.ts';
import { makeItem } from '#core/item/generate.ts';
import type { Item } from '#core/item/item.ts';
import * as compose from '#core/teach/compose.ts';
import { expectedMinutes } from '#core/teach/expected-time.ts';
import type { Place, TeacherQuiz } from '#core/teach/teacher-quiz.ts';
import { newSeed } from '#lib/storage/random.ts';
import type { App } from './app.svelte.ts';
import type { TeacherDesk } from './teacher-desk.svelte.ts';

/** One item as the builder shows it. */
export interface PlacedItem extends Place {
  readonly item: Item;
  /** Its index among all places of the quiz, those that cannot be asked any more too. */
  readonly at: number;
  /** Whether it asks or tells what another item asks. */
  readonly clashes: boolean;
}

/** A quiz on a teacher's desk while it is being made. */
export class QuizBuilder {
  readonly #app: App;
  readonly #desk: TeacherDesk;
  readonly #base: Base;
  #quiz: TeacherQuiz;
  #kept: TeacherQuiz | undefined;

  constructor(app: App, desk: TeacherDesk, base: Base, quiz: TeacherQuiz) {
    this.#app = app;
    this.#desk = desk;
    this.#base = base;
    this.#quiz = $state.raw(quiz);
    this.#kept = $state.raw(desk.find(quiz.id)?.quiz);
  }

  readonly #bench: compose.Bench = $derived.by(() => ({ base: this.#base, cards: this.#app.allCards }));
  // One by one, so that a new name or setting does not make the items anew.
  readonly #places = $derived.by(() => this.#quiz.places);
  readonly #sections = $derived.by(() => this.#quiz.sections);
  readonly #seed = $derived.by(() => this.#quiz.seed);
  readonly items: readonly PlacedItem[] = $derived.by(() => this.#itemsNow());
  /** How many of its items cannot be asked any more. */
  readonly gone: number = $derived.by(() => compose.gone(this.#bench, { places: this.#places }).length);
  readonly minutes: number = $derived(expectedMinutes(this.items.map(({ item }) => item)));

  get quiz(): TeacherQuiz {
    return this.#quiz;
  }

  /** Whether the quiz is kept as it is on the screen. */
  get isKept(): boolean {
    return this.#kept === this.#quiz;
  }

  /** What cannot change which items there are. */
  change(changes: Partial<Omit<TeacherQuiz, 'id' | 'sections' | 'places'>>): void {
    this.#quiz = { ...this.#quiz, ...changes };
  }

  set(settings: Partial<Settings>): void {
    this.change({ settings: { ...this.#quiz.settings, ...settings } });
  }

  /** Other wishes: what is not pinned is made anew. */
  wish(sections: readonly Section[]): void {
    this.#compose({ ...this.#quiz, sections });
  }

  remake(): void {
    this.#compose({ ...this.#quiz, seed: newSeed() });
  }

  /** Whether there was another item to put there. */
  replace(index: number): boolean {
    const next = compose.replaced(this.#bench, this.#quiz, index);
    if (next) this.#quiz = next;
    return next !== undefined;
  }

  refuse(index: number): void {
    this.#quiz = compose.refusing(this.#bench, this.#quiz, index);
  }

  remove(index: number): void {
    this.#quiz = compose.removed(this.#bench, this.#quiz, index);
  }

  pin(index: number, stays: boolean): void {
    this.#quiz = compose.pinned(this.#bench, this.#quiz, index, stays);
  }

  move(from: number, to: number): void {
    this.#quiz = compose.moved(this.#bench, this.#quiz, from, to);
  }

  /** Whether the card could be asked. */
  pick(card: Card): boolean {
    const next = compose.withCard(this.#bench, this.#quiz, card);
    const added = next !== this.#quiz;
    this.#quiz = next;
    return added;
  }

  /** Other items in place of those that cannot be asked any more. */
  mend(): void {
    this.#quiz = compose.mended(this.#bench, this.#quiz);
  }

  /** Back to a version of before. */
  take(quiz: TeacherQuiz): void {
    this.#quiz = quiz;
  }

  /** Resolves when it is on the disk. */
  async save(): Promise<void> {
    const quiz = this.#quiz;
    if (this.isKept) return;
    await this.#desk.save(quiz);
    this.#kept = quiz;
  }

  #compose(wished: TeacherQuiz): void {
    this.#quiz = compose.composed(this.#bench, wished);
  }

  #itemsNow(): readonly PlacedItem[] {
    const [places, sections, seed] = [this.#places, this.#sections, this.#seed];
    const cards = new Map(this.#bench.cards.map((card) => [card.id, card]));
    const clashing = new Set(compose.clashing(this.#bench, { places }));
    return compose.placesOf(this.#bench, { places, sections, seed }).flatMap((place, at) => {
      const card = cards.get(place.entry.card);
      const item = card && makeItem(this.#base, card, place.entry.form, place.entry.seed);
      return item ? [{ ...place, item, at, clashes: clashing.has(at) }] : [];
    });
  }
}
