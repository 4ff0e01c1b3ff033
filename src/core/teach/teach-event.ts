import type { QuizId, TeacherQuiz } from './teacher-quiz.ts';
import type { Ruling } from './ruling.ts';

/** What happens on a teacher's desk, kept in the log as the payload of a `teach` event. */
export type TeachEvent =
  /** A quiz was made or changed: the whole quiz, so that every version can be read by itself. */
  | { readonly kind: 'quiz'; readonly quiz: TeacherQuiz }
  | { readonly kind: 'quiz-removed'; readonly quiz: QuizId }
  | { readonly kind: 'ruling'; readonly ruling: Ruling };

/** The payload as the log keeps it. Its body is read by `parseTeachEvent`, only where a teacher works. */
export interface TeachPayload {
  readonly v: number;
  readonly kind: string;
  readonly body: unknown;
}

/** Do not change the shape of a body without another version and a reader for this one. */
export const teachVersion = 1;

export const payloadOf = (event: TeachEvent): TeachPayload => ({
  v: teachVersion,
  kind: event.kind,
  body: event.kind === 'ruling' ? event.ruling : event.quiz,
});
