import type { Print, QuizId, TeacherQuiz } from './teacher-quiz.ts';
import type { Ruling } from './ruling.ts';

/** What happens on a teacher's desk, kept in the log as the payload of a `teach` event. */
export type TeachEvent =
  /** A quiz was made or changed: the whole quiz, so that every version can be read by itself. */
  | { readonly kind: 'quiz'; readonly quiz: TeacherQuiz }
  | { readonly kind: 'quiz-removed'; readonly quiz: QuizId }
  /** It went to a printer: what stands on paper stays as it is. */
  | { readonly kind: 'printed'; readonly print: Print }
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
  body: bodyOf(event),
});

function bodyOf(event: TeachEvent): unknown {
  if (event.kind === 'ruling') return event.ruling;
  return event.kind === 'printed' ? event.print : event.quiz;
}
