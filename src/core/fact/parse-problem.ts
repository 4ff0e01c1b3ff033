/** Where in the raw content: keys and list positions from the top. */
export type Path = readonly (string | number)[];

export type ProblemCode =
  | 'unknown-key'
  | 'missing'
  | 'wrong-type'
  | 'bad-id'
  | 'duplicate-id'
  | 'unknown-id'
  | 'self-reference'
  | 'bad-date'
  | 'date-order'
  | 'domain'
  | 'range'
  | 'no-source'
  | 'no-as-of'
  | 'no-speaker'
  | 'contradiction'
  | 'two-values'
  | 'two-subjects'
  | 'pattern'
  | 'hole';

/** What is wrong with content, where, and what its author does about it. */
export interface Problem {
  readonly path: Path;
  readonly code: ProblemCode;
  readonly message: string;
  readonly remedy: string;
}

/** What a check has to say about one place. */
export type Finding = Omit<Problem, 'path'>;
