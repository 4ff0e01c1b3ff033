import { isCopyDue } from '#core/log/safe-copy.ts';
import type { CopyMark } from '#core/log/safe-copy.ts';
import type { Day } from '#core/memory/day.ts';
import { keepCopyMark, readCopyMark } from '#lib/storage/safe-copy.ts';

/** What is known of the learner's copies in files: outside the browser, they survive everything. */
export class Copies {
  #copied = $state.raw<CopyMark>();
  #putOff = $state.raw<CopyMark>();

  constructor() {
    this.#copied = readCopyMark('copied');
    this.#putOff = readCopyMark('putOff');
  }

  /** The last one; undefined when there is none that this browser knows of. */
  get last(): CopyMark | undefined {
    return this.#copied;
  }

  /** Whether it is time to ask for one. */
  isDue(answers: number, today: Day, first?: number): boolean {
    return isCopyDue(
      answers,
      [this.#copied, this.#putOff].flatMap((mark) => mark ?? []),
      today,
      first,
    );
  }

  made(mark: CopyMark): void {
    this.#copied = mark;
    keepCopyMark('copied', mark);
  }

  putOff(mark: CopyMark): void {
    this.#putOff = mark;
    keepCopyMark('putOff', mark);
  }
}
