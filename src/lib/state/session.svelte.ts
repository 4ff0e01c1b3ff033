import type { Base } from '#core/fact/base.ts';
import type { Card, CardId } from '#core/fact/fact.ts';
import { itemMaker } from '#core/item/recipe.ts';
import type { Item } from '#core/item/item.ts';
import type { EventBody, ReviewPayload } from '#core/review/event.ts';
import { mayShow } from '#core/review/allowed.ts';
import { mayAskIn } from '#core/review/bans.ts';
import { grade } from '#core/review/grade.ts';
import { eventId } from '#core/log/envelope.ts';
import type { ReviewEvent } from '#core/review/log.ts';
import type { Certainty, Response, Score } from '#core/review/response.ts';
import type { Entry, SessionPlan } from '#core/session/plan.ts';
import { stepOf } from '#core/session/step.ts';
import type { Step } from '#core/session/step.ts';
import { problemOf } from '#lib/storage/problem.ts';
import type { App } from './app.svelte.ts';
import { hintsTakenFor, keepHintsTaken } from './hints-taken.ts';
import type { OpenItem } from './hints-taken.ts';

/** The item on the screen after the learner responded to it. */
export interface Answered {
  readonly item: Item;
  readonly response: Response;
  readonly score: Score;
  readonly position: number;
  /** How sure the learner was, where that was asked. */
  readonly certainty?: Certainty;
  /** How many hints were taken before it; absent for none. */
  readonly hints?: number;
  /** Whether a smaller item stood for the whole. */
  readonly easier?: true;
}

/** Makes the item of an entry: the same for the same entry, undefined where none comes out. */
export type ItemMaker = (entry: Entry) => Item | undefined;

/**
 * One sitting on the screen, study or quiz. It closes the loop of the whole program: an entry of the plan becomes an
 * item, the learner's response gets a score, both become a review in the log; memory, queue and the next step follow
 * from the log by themselves.
 */
export class Session {
  readonly plan: SessionPlan;
  readonly #app: App;
  readonly #make: ItemMaker;
  readonly #cards: ReadonlyMap<CardId, Card>;
  readonly #items = new Map<string, Item | undefined>();
  #answered = $state.raw<Answered>();
  /** What has been handed to storage and is not yet on the disk. */
  #unsaved = $state.raw<EventBody>();
  #failed = $state(false);
  #keeping: Promise<void> = Promise.resolve();
  #turn = $state(0);
  #hintsTaken = $state(0);
  #shownAt = performance.now();

  /** Asks the items of a pack, or of whatever else makes them. */
  constructor(app: App, source: Base | ItemMaker, plan: SessionPlan) {
    this.plan = plan;
    this.#app = app;
    this.#make = typeof source === 'function' ? source : itemMaker(source, app.allCards);
    this.#cards = new Map(app.allCards.map((card) => [card.id, card]));
    this.#hintsTaken = hintsTakenFor(this.#openItem);
  }

  readonly reviews: readonly ReviewEvent[] = $derived.by(() =>
    this.#app.log.reviews.filter(({ payload }) => payload.session === this.plan.id),
  );
  readonly step: Step = $derived.by(() =>
    stepOf(
      this.plan,
      this.reviews.map(({ payload }) => payload),
      (entry) => this.#isBanned(entry),
    ),
  );
  readonly item: Item | undefined = $derived.by(
    () => this.#answered?.item ?? (this.step.type === 'ask' ? this.itemOf(this.step.entry) : undefined),
  );
  /** Place of the item on the screen, from 0. */
  readonly position: number = $derived.by(() => this.#answered?.position ?? this.reviews.length);
  /** The answer whose explanation is on the screen. */
  readonly explained: Answered | undefined = $derived.by(() =>
    this.#answered && this.#explains(this.#answered.response) ? this.#answered : undefined,
  );
  /** Everything answered so far, in order; without items that newer content cannot make any more. */
  readonly answers: readonly Answered[] = $derived.by(() =>
    this.reviews.flatMap(({ payload: { response, position, certainty, hints, ...entry } }) => {
      const item = this.itemOf(entry);
      return item
        ? [
            {
              item,
              response,
              score: grade(item, response),
              position,
              ...(certainty && { certainty }),
              ...(hints && { hints }),
            },
          ]
        : [];
    }),
  );

  /** Goes up whenever an item comes to the screen, also when it is the same one again. */
  get turn(): number {
    return this.#turn;
  }

  get saving(): 'saved' | 'saving' | 'failed' {
    if (this.#failed) return 'failed';
    return this.#unsaved ? 'saving' : 'saved';
  }

  /** Whether a smaller item on the screen stands for the whole. */
  get isEasier(): boolean {
    if (this.#answered) return this.#answered.easier === true;
    return this.step.type === 'ask' && this.step.entry.easier === true;
  }

  /** How many hints were taken for the item on the screen. */
  get hintsTaken(): number {
    return this.#hintsTaken;
  }

  /** Whether the last answer can be taken back: in study always, in a quiz never. */
  get canUndo(): boolean {
    return this.plan.kind === 'study' && this.reviews.length > 0 && this.saving === 'saved';
  }

  takeHint(): void {
    if (this.#answered) return;
    this.#hintsTaken += 1;
    keepHintsTaken(this.#openItem, this.#hintsTaken);
  }

  async answer(response: Response, certainty?: Certainty): Promise<void> {
    const { item, position } = this;
    if (!item || this.#answered) return;
    const score = grade(item, response);
    const hints = this.#hintsTaken;
    this.#answered = {
      item,
      response,
      score,
      position,
      ...(certainty && { certainty }),
      ...(hints > 0 && { hints }),
      ...(this.isEasier && { easier: true }),
    };
    await this.#keep({ type: 'review', payload: this.#review(this.#answered) });
  }

  /** Goes on to the next item, which is ready by now; never before this one is safe. */
  async next(): Promise<void> {
    await this.#keeping;
    if (this.saving === 'saved') this.#goOn();
  }

  /** Takes the last answer back and shows its item again. */
  async undo(): Promise<void> {
    await this.#keeping;
    const last = this.reviews.at(-1);
    if (!last || !this.canUndo) return;
    await this.#keep({ type: 'undo', payload: { event: eventId(last) } });
  }

  /** Tries again to save what could not be saved. */
  async retry(): Promise<void> {
    if (this.#unsaved) await this.#keep(this.#unsaved);
  }

  /** The item of an entry. A repeat for which no fair item comes out is asked as it was. */
  itemOf(entry: Entry): Item | undefined {
    const name = `${entry.card} ${entry.form} ${entry.seed} ${entry.easier}`;
    if (!this.#items.has(name)) {
      this.#items.set(name, this.#make(entry) ?? this.#make({ ...entry, seed: this.plan.seed }));
    }
    return this.#items.get(name);
  }

  get #openItem(): OpenItem {
    return { session: this.plan.id, position: this.reviews.length };
  }

  #isBanned(entry: Entry): boolean {
    // What a teacher asks is asked of everybody.
    if (this.plan.kind === 'assignment') return false;
    const card = this.#cards.get(entry.card);
    const { bans } = this.#app;
    if (!card) return false;
    if (!mayAskIn(bans, card, entry.form)) return true;
    const item = bans.faces.size + bans.facts.size > 0 ? this.itemOf(entry) : undefined;
    return item !== undefined && !mayShow(bans, item);
  }

  /** A flashcard has shown its answer already; a quiz may keep the explanations for its end. */
  #explains(response: Response): boolean {
    return this.plan.feedback === 'now' && response.type !== 'reveal';
  }

  #keep(body: EventBody): Promise<void> {
    this.#unsaved = body;
    this.#failed = false;
    this.#keeping = this.#write(body);
    return this.#keeping;
  }

  async #write(body: EventBody): Promise<void> {
    try {
      await this.#app.log.record(body);
    } catch (error) {
      this.#failed = true;
      if (!problemOf(error)) throw error;
      return;
    }
    this.#unsaved = undefined;
    if (body.type !== 'review' || !this.#explains(body.payload.response)) this.#goOn();
    else this.#prepareNext();
  }

  #goOn(): void {
    this.#answered = undefined;
    this.#hintsTaken = hintsTakenFor(this.#openItem);
    this.#turn += 1;
    this.#shownAt = performance.now();
    if (this.step.type === 'finished') void this.#close();
  }

  /** Marks the sitting as over. That follows from the log as well, so a full disk does no harm here. */
  async #close(): Promise<void> {
    try {
      await this.#app.log.saveSession(this.plan, 'closed');
      await this.#app.log.refit();
    } catch (error) {
      if (!problemOf(error)) throw error;
    }
  }

  /** Makes the next item while the learner still reads about this one. */
  #prepareNext(): void {
    if (this.step.type === 'ask') this.itemOf(this.step.entry);
  }

  #review({ item, response, score, position, certainty, hints, easier }: Answered): ReviewPayload {
    return {
      session: this.plan.id,
      position,
      card: item.card,
      item: item.id,
      form: item.form,
      seed: item.seed,
      generator: item.generator,
      response,
      marks: score.marks,
      ...(score.parts && { parts: score.parts }),
      ...(certainty && { certainty }),
      ...(hints && { hints }),
      ...(easier && { easier }),
      guess: item.guess,
      tookMs: Math.round(performance.now() - this.#shownAt),
    };
  }
}
