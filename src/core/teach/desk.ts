import { inOrder } from '../log/order.ts';
import type { LogEvent } from '../review/event.ts';
import { parseTeachEvent } from './parse-teach-event.ts';
import type { Ruling } from './ruling.ts';
import type { Print, QuizId, TeacherQuiz } from './teacher-quiz.ts';

/** A quiz as it was saved at one time. */
export interface Saved {
  readonly quiz: TeacherQuiz;
  readonly savedUtcMs: number;
}

/** A quiz with all its versions, the latest first: there is always one. */
export interface KeptQuiz extends Saved {
  readonly versions: readonly Saved[];
}

/** A ruling with when it was made. */
export interface Ruled {
  readonly ruling: Ruling;
  readonly ruledUtcMs: number;
}

/** A print with when it was made. */
export interface Printed {
  readonly print: Print;
  readonly printedUtcMs: number;
}

/** What lies on a teacher's desk. */
export interface Desk {
  /** The one changed last first; removed ones are not among them. */
  readonly quizzes: readonly KeptQuiz[];
  /** All that were ever made, in order. */
  readonly rulings: readonly Ruled[];
  /** The latest first, each print once. */
  readonly prints: readonly Printed[];
}

/** The desk as the log has it: of several devices too, the later saving counts. */
export function deskOf(events: Iterable<LogEvent>): Desk {
  const kept = new Map<QuizId, readonly Saved[]>();
  const rulings: Ruled[] = [];
  const prints = new Map<string, Printed>();
  for (const event of inOrder(events)) {
    const told = event.type === 'teach' ? parseTeachEvent(event.payload) : undefined;
    if (told?.kind === 'ruling') rulings.push({ ruling: told.ruling, ruledUtcMs: event.wallUtcMs });
    else if (told?.kind === 'quiz-removed') kept.delete(told.quiz);
    else if (told?.kind === 'printed') {
      prints.set(JSON.stringify(told.print), { print: told.print, printedUtcMs: event.wallUtcMs });
    } else if (told) {
      const versions = kept.get(told.quiz.id) ?? [];
      kept.delete(told.quiz.id);
      kept.set(told.quiz.id, [{ quiz: told.quiz, savedUtcMs: event.wallUtcMs }, ...versions]);
    }
  }
  const quizzes = [...kept.values()].flatMap((versions) => {
    const [latest] = versions;
    return latest ? [{ ...latest, versions }] : [];
  });
  return { quizzes: quizzes.toReversed(), rulings, prints: [...prints.values()].toReversed() };
}
