import type { DeviceId, SessionId } from '#core/review/event.ts';
import type { QuizId } from '#core/teach/teacher-quiz.ts';

// The one place that reads randomness.

export const newDeviceId = (): DeviceId => randomHex(16) as DeviceId;
export const newSessionId = (): SessionId => randomHex(16) as SessionId;
export const newQuizId = (): QuizId => randomHex(8) as QuizId;
/** 32 bits: what a plan's items derive from. */
export const newSeed = (): number => Number.parseInt(randomHex(4), 16);

/** Random bytes, for salts and for words that nobody can guess. */
export const randomBytes = (length: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(length));
/** What names an attempt: 16 hex digits. */
export const newAttemptId = (): SessionId => randomHex(8) as SessionId;

function randomHex(bytes: number): string {
  const values = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(values, (value) => value.toString(16).padStart(2, '0')).join('');
}
