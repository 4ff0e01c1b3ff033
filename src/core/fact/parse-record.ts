import { isRecord } from '../shape.ts';
import { idList, nearest } from './nearest.ts';
import type { Finding, Path, Problem } from './parse-problem.ts';

/** A piece of unchecked content, its place, and the list in which its problems are noted. */
export interface Raw {
  readonly value: unknown;
  readonly path: Path;
  readonly problems: Problem[];
}

/** Notes a problem at the place and gives back the stand-in that lets reading go on. */
export function refuse<T>(raw: Raw, standIn: T, finding: Finding): T {
  raw.problems.push({ path: raw.path, ...finding });
  return standIn;
}

/** What `read` makes of the content, or undefined when it noted a problem on the way. */
export function flawless<T>(raw: Raw, read: () => T): T | undefined {
  const before = raw.problems.length;
  const result = read();
  return raw.problems.length === before ? result : undefined;
}

/**
 * The fields of a mapping, absent ones with the value undefined; keys that are neither listed nor `also` are problems.
 * What is no mapping is one problem, not one for each missing field.
 */
export function readRecord<K extends string>(
  raw: Raw,
  keys: readonly K[],
  also: readonly string[] = [],
): Readonly<Record<K, Raw>> {
  const fields = mappingOf(raw);
  const parent = isRecord(raw.value) ? raw : refuse(raw, { ...raw, problems: [] }, notMapping(raw));
  for (const key of Object.keys(fields)) {
    if (![...keys, ...also].includes(key)) refuseKey(child(raw, key, fields[key]), key, keys);
  }
  const entries = keys.map((key) => [key, child(parent, key, fields[key])] as const);
  return Object.fromEntries(entries) as Record<K, Raw>;
}

/** The keys and values of a mapping, none if it is something else. */
export const mappingOf = ({ value }: Raw): Readonly<Record<string, unknown>> =>
  isRecord(value) ? value : {};

const notMapping = (raw: Raw): Finding =>
  wrongType(raw, 'keys with values', 'write it as `key: value` lines or { key: value }');

function refuseKey(raw: Raw, key: string, keys: readonly string[]): void {
  const guess = nearest(key, keys);
  refuse(raw, undefined, {
    code: 'unknown-key',
    message: `the key "${key}" does not belong here`,
    remedy: guess ? `write "${guess}", or remove it` : `remove it; the keys are ${idList(keys)}`,
  });
}

export const child = (raw: Raw, key: string | number, value: unknown): Raw => ({
  value,
  path: [...raw.path, key],
  problems: raw.problems,
});

/** The elements of a list; an absent list is empty. */
export function readList(raw: Raw): readonly Raw[] {
  if (raw.value === undefined) return [];
  if (Array.isArray(raw.value)) return raw.value.map((value, index) => child(raw, index, value));
  return refuse(raw, [], wrongType(raw, 'a list', 'write it as `[a, b]` or as `- ` lines'));
}

export function readText(raw: Raw): string {
  if (typeof raw.value === 'string' && raw.value.trim() !== '') return raw.value;
  return refuse(raw, '', wrongType(raw, 'text', 'give it a text in quotes'));
}

export const readTexts = (raw: Raw): readonly string[] => readList(raw).map(readText);

export function readFlag(raw: Raw): boolean {
  if (raw.value === undefined) return false;
  if (typeof raw.value === 'boolean') return raw.value;
  return refuse(raw, false, wrongType(raw, 'true or false', 'write true or false without quotes'));
}

export function readNumber(raw: Raw): number {
  if (typeof raw.value === 'number' && Number.isFinite(raw.value)) return raw.value;
  return refuse(raw, 0, wrongType(raw, 'a number', 'write a plain number without quotes or separators'));
}

export function readOneOf<T extends string>(raw: Raw, choices: readonly [T, ...T[]]): T {
  const found = choices.find((choice) => choice === raw.value);
  if (found !== undefined) return found;
  const guess = typeof raw.value === 'string' ? nearest(raw.value, choices) : undefined;
  const remedy = guess ? `write ${guess}` : `write one of ${choices.join(', ')}`;
  return refuse(raw, choices[0], wrongType(raw, `one of ${choices.length} words`, remedy));
}

/** `{ key: value }` where the content has the key, else nothing. */
export function readOptional<K extends string, T>(key: K, raw: Raw, read: (raw: Raw) => T): { [P in K]?: T } {
  const field: { [P in K]?: T } = {};
  if (raw.value !== undefined) field[key] = read(raw);
  return field;
}

/** The words for a value of a wrong type; a value that is not there is "missing". */
export function wrongType(raw: Raw, expected: string, remedy: string): Finding {
  const key = raw.path.at(-1) ?? 'the file';
  const name = typeof key === 'number' ? `entry ${key + 1}` : `"${key}"`;
  if (raw.value === undefined) return { code: 'missing', message: `${name} is missing`, remedy };
  if (raw.value === null)
    return { code: 'missing', message: `${name} is empty`, remedy: `${remedy}, or remove it` };
  const shown = JSON.stringify(raw.value);
  const value = shown.length > 60 ? `${shown.slice(0, 57)}...` : shown;
  return { code: 'wrong-type', message: `${name} must be ${expected}, not ${value}`, remedy };
}
