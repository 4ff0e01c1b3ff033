import type { Wrong } from './fault.ts';

/** An entry of the log as canonical JSON, by what tells it from all others in its run. */
export type Entries = ReadonlyMap<string, string>;

export interface Found {
  /** Every entry in the order of the log, twice where it is there twice. */
  readonly entries: readonly (readonly [name: string, json: string])[];
  /** Whether the learner is told of damage or loss, or sees the recovery screen. */
  readonly told: boolean;
}

/**
 * Compares what was said to be saved with what is there. `tried` holds the names of all answers that were handed over:
 * one of them may be there although nobody heard so. `mayLose`: every copy was taken away, so loss must be told.
 */
export function judge(
  saved: Entries,
  tried: ReadonlySet<string>,
  { entries, told }: Found,
  mayLose = false,
): readonly Wrong[] {
  const counts = new Map<string, number>();
  for (const [name] of entries) counts.set(name, (counts.get(name) ?? 0) + 1);
  const found = new Map(entries);
  const wrongs: Wrong[] = [];
  for (const [name, json] of saved) {
    const now = found.get(name);
    if (now === json) continue;
    // What is there but is not what was written is wrong whatever is told.
    if (now !== undefined && told) wrongs.push({ kind: 'silent', what: `${name} is ${now}` });
    if (!mayLose) wrongs.push({ kind: 'lost', what: now === undefined ? name : `${name} is ${now}` });
    if (!told) wrongs.push({ kind: 'silent', what: name });
  }
  for (const [name, count] of counts) {
    if (!tried.has(name)) wrongs.push({ kind: 'phantom', what: name });
    if (count > 1) wrongs.push({ kind: 'duplicate', what: name });
  }
  return wrongs;
}
