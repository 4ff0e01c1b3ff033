import { keepNote, readNote } from './note.ts';

/** Things worth telling a learner once. */
export const hintNames = ['keep', 'backup', 'install', 'offline'] as const;
export type HintName = (typeof hintNames)[number];

/** Which hints a learner has put away. */
export class Hints {
  #seen = $state.raw<readonly string[]>([]);

  start(): void {
    this.#seen = (readNote('harmattan.hints') ?? '').split(' ');
  }

  isSeen(hint: HintName): boolean {
    return this.#seen.includes(hint);
  }

  dismiss(hint: HintName): void {
    this.#seen = [...this.#seen, hint];
    keepNote('harmattan.hints', this.#seen.join(' ').trim());
  }
}
