import type { Base } from '#core/fact/base.ts';
import type { SubtopicId } from '#core/fact/fact.ts';
import type { FormId } from '#core/item/item.ts';
import type { Answering, Difficulty, QuizSpec, SessionPlan } from '#core/session/plan.ts';
import { askableFacts, formsFor, quizEntries } from '#core/session/quiz.ts';
import { newSeed } from '#lib/storage/random.ts';
import type { App } from './app.svelte.ts';
import type { Answered, Session } from './session.svelte.ts';
import { startQuiz } from './start-quiz.ts';

export interface SubtopicChoice {
  readonly id: SubtopicId;
  readonly title: string;
  /** Facts that can be asked in the chosen forms. */
  readonly facts: number;
}

/** More is no sitting any more. */
const mostItems = 100;

/** What a learner wants a quiz to be. As it starts out, one tap is enough. */
export class QuizSetup {
  readonly #app: App;
  readonly #base: Base;
  readonly #seed = newSeed();
  #subtopics = $state.raw<readonly SubtopicId[]>([]);
  #forms = $state.raw<readonly FormId[]>([]);
  /** The forms a quiz may use: those that fit the topic and that the program can mark. */
  readonly offered: readonly FormId[];
  /** How many items are wanted. */
  count = $state(10);
  feedback = $state<SessionPlan['feedback']>('end');
  difficulty = $state<Difficulty>('mixed');
  answering = $state<Answering | 'both'>('both');

  constructor(app: App, base: Base) {
    this.#app = app;
    this.#base = base;
    this.#subtopics = base.topic.subtopics.map(({ id }) => id);
    this.offered = formsFor(base, app.cards, this.#seed);
    this.#forms = this.offered;
  }

  readonly choices: readonly SubtopicChoice[] = $derived.by(() =>
    this.#base.topic.subtopics.map(({ id, title }) => ({ id, title, facts: this.#factsIn(id) })),
  );
  readonly #possible: number = $derived.by(() =>
    this.choices.reduce((sum, { id, facts }) => sum + (this.#subtopics.includes(id) ? facts : 0), 0),
  );
  /** How many items may be wished: at most one for each fact. */
  readonly most: number = $derived(Math.min(this.#possible, mostItems));
  /** How many items there will be. */
  readonly size: number = $derived.by(() => {
    const wanted = Math.min(this.count, this.most);
    // Items that would give each other away are left out, which is felt only where there is little to choose from.
    return 2 * wanted <= this.#possible ? wanted : this.#planned(wanted);
  });

  get subtopics(): readonly SubtopicId[] {
    return this.#subtopics;
  }

  get forms(): readonly FormId[] {
    return this.#forms;
  }

  chooseSubtopics(subtopics: readonly SubtopicId[]): void {
    this.#subtopics = subtopics;
  }

  chooseForms(forms: readonly FormId[]): void {
    this.#forms = forms;
  }

  get spec(): QuizSpec {
    return this.#specOf(this.#subtopics, this.size);
  }

  start(): Promise<Session> {
    return startQuiz(this.#app, this.#base, this.spec, this.feedback);
  }

  #factsIn(subtopic: SubtopicId): number {
    if (this.#forms.length === 0) return 0;
    const spec = { ...this.#specOf([subtopic], Infinity), bans: this.#app.bans };
    return askableFacts(this.#base, this.#app.activeCards, spec);
  }

  #planned(count: number): number {
    if (this.#forms.length === 0) return 0;
    const spec = { ...this.#specOf(this.#subtopics, count), bans: this.#app.bans };
    return quizEntries(this.#base, this.#app.activeCards, spec).length;
  }

  #specOf(subtopics: readonly SubtopicId[], count: number): QuizSpec {
    return {
      subtopics,
      forms: this.#forms,
      count,
      seed: this.#seed,
      difficulty: this.difficulty,
      ...(this.answering !== 'both' && { answering: this.answering }),
    };
  }
}

/** A quiz in figures. */
export interface QuizScore {
  readonly total: number;
  readonly right: number;
  readonly almost: number;
  readonly wrong: number;
  readonly passed: number;
  /** Not answered yet. */
  readonly open: number;
}

export function scoreOf({ step, answers }: Session): QuizScore {
  const passed = answers.filter(({ response }) => response.type === 'pass').length;
  const count = (verdict: Answered['score']['verdict']): number =>
    answers.filter(({ score }) => score.verdict === verdict).length;
  return {
    total: step.of,
    right: count('right'),
    almost: count('almost'),
    wrong: count('wrong') - passed,
    passed,
    open: step.of - answers.length,
  };
}
