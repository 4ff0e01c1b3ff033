import type { Path } from '#core/fact/parse-problem.ts';

/** Something that a sound topic leaves to mend, where its author finds it. */
export interface Finding {
  readonly path: Path;
  readonly message: string;
  readonly remedy: string;
}

export const finding = (path: Path, message: string, remedy: string): Finding => ({
  path,
  message,
  remedy,
});
