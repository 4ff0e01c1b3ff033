import type { OptionName, Options } from '../options.ts';

/** What a command has to say, and the exit code: 0 done, 1 the content has problems, 2 it was called wrongly. */
export interface Outcome {
  readonly exit: 0 | 1 | 2;
  readonly lines: readonly string[];
  /** One sentence for stderr. */
  readonly complaint?: string;
  /** Answers each line of stdin as it comes, after the lines above. */
  readonly answer?: (line: string) => string;
}

/** One command of the command line: one file in this folder and a line in index.ts. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly takes: readonly OptionName[];
  /** What the one word without -- means, for a command that takes one. */
  readonly file?: string;
  /** More lines for `--help`. */
  readonly details?: readonly string[];
  run(options: Options, contentDir: string, file?: string): Outcome;
}

export const done = (lines: readonly string[]): Outcome => ({ exit: 0, lines });
export const misused = (complaint: string): Outcome => ({ exit: 2, lines: [], complaint });
