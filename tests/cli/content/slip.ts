/** One slip of an author, and what the compiler has to say about it. */
export interface Slip {
  readonly name: string;
  /** The edit: `find` in `file` becomes `put`. */
  readonly file: string;
  readonly find: string;
  readonly put: string;
  /** Words of the edited file that stand on the reported line; of `in`, where that is another file. */
  readonly at: string;
  readonly in?: string;
  readonly message: string;
  readonly remedy: string;
}

export const slip = (
  name: string,
  file: string,
  find: string,
  put: string,
  finding: Omit<Slip, 'name' | 'file' | 'find' | 'put'>,
): Slip => ({ name, file, find, put, ...finding });

export const topic = 'topics/mali/topic.yaml';
export const entities = 'topics/mali/entities.yaml';
export const sources = 'topics/mali/sources.yaml';
export const visits = 'topics/mali/facts/visits.yaml';
export const places = 'topics/mali/facts/places.yaml';
export const predicates = 'predicates/all.yaml';
