import type { Base } from '#core/fact/base.ts';
import type { TouchedClass } from '#core/insight/touched-class.ts';
import { deskOf } from '#core/teach/desk.ts';
import type { Desk, KeptQuiz } from '#core/teach/desk.ts';
import { payloadOf } from '#core/teach/teach-event.ts';
import type { TeachEvent } from '#core/teach/teach-event.ts';
import { copyOf, newQuiz } from '#core/teach/teacher-quiz.ts';
import type { Print, QuizId, TeacherQuiz } from '#core/teach/teacher-quiz.ts';
import { newQuizId, newSeed } from '#lib/storage/random.ts';
import type { App } from './app.svelte.ts';
import { keepFacts, knownPacks } from './known-packs.ts';

/** What a teacher keeps on this device, read from the log and written to it. */
export class TeacherDesk {
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  readonly #desk: Desk = $derived.by(() => deskOf(this.#app.log.others));

  /** The quizzes about the open topic, the one changed last first. */
  get quizzes(): readonly KeptQuiz[] {
    return this.#desk.quizzes.filter(({ quiz }) => quiz.topic === this.#app.topic?.id);
  }

  get rulings(): Desk['rulings'] {
    return this.#desk.rulings;
  }

  /** What was printed of the open topic, the latest first. */
  get prints(): Desk['prints'] {
    return this.#desk.prints.filter(({ print }) => print.topic === this.#app.topic?.id);
  }

  find(id: string | null): KeptQuiz | undefined {
    return this.#desk.quizzes.find(({ quiz }) => quiz.id === id);
  }

  /** A quiz that is not kept yet. */
  fresh({ topic }: Base, title: string): TeacherQuiz {
    return newQuiz(newQuizId(), topic, newSeed(), title);
  }

  async save(quiz: TeacherQuiz): Promise<void> {
    await this.tell({ kind: 'quiz', quiz });
    const pack = knownPacks.find(
      ({ topic, version }) => topic === quiz.topic && version === quiz.topicVersion,
    );
    if (pack) await keepFacts(pack.hash);
  }

  /** Notes what went to a printer, once for each different print. */
  async print(print: Omit<Print, 'pack'>): Promise<void> {
    const pack = knownPacks.find(({ topic }) => topic === print.topic);
    if (!pack) return;
    const made = { ...print, pack: pack.hash };
    const last = this.prints.find(({ print: { quiz } }) => quiz === print.quiz);
    if (JSON.stringify(last?.print) === JSON.stringify(made)) return;
    await this.tell({ kind: 'printed', print: made });
    await keepFacts(pack.hash);
  }

  /** Keeps a copy and gives back its name. */
  async copy(quiz: TeacherQuiz, title: string): Promise<QuizId> {
    const copy = copyOf(quiz, newQuizId(), title);
    await this.save(copy);
    return copy.id;
  }

  async remove({ id }: TeacherQuiz): Promise<void> {
    await this.tell({ kind: 'quiz-removed', quiz: id });
  }

  /** Marks all answers to what asks a corrected fact by what is right now. The rulings stay in the log and can be lifted. */
  async remark(classes: readonly TouchedClass[]): Promise<void> {
    for (const ruling of classes.flatMap(({ remark }) => remark)) await this.tell({ kind: 'ruling', ruling });
  }

  /** Takes that back. */
  async lift(classes: readonly TouchedClass[]): Promise<void> {
    for (const { assignment, card, form } of classes.flatMap(({ remark }) => remark)) {
      await this.tell({ kind: 'ruling', ruling: { assignment, card, form, kind: 'lift' } });
    }
  }

  async tell(event: TeachEvent): Promise<void> {
    await this.#app.log.record({ type: 'teach', payload: payloadOf(event) });
  }
}
