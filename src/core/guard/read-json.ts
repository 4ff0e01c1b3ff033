import { ok, refused } from '../result.ts';
import type { Result } from '../result.ts';
import type { ImportProblem } from './problem.ts';

/** Of these a browser makes at most some 400 megabytes; the log of 300,000 answers has fewer. */
export const mostValues = 8_000_000;

/** Keys that reach into the prototypes of objects. */
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * JSON from outside. Its nesting and its size are measured before anything is built of it, for a short text can make
 * very many lists; a schema must still look at it.
 */
export function readJson(
  text: string,
  depth: number,
  values: number = mostValues,
): Result<unknown, ImportProblem> {
  const problem = excessOf(text, depth, values);
  if (problem) return refused(problem);
  const raw = parse(text);
  if (!raw.ok) return raw;
  return hasForbiddenKey(raw.value) ? refused({ type: 'hostile', what: 'key' }) : raw;
}

function parse(text: string): Result<unknown, ImportProblem> {
  try {
    return ok(JSON.parse(text));
  } catch {
    const isCut = /^\s*[[{]/.test(text) && !/[\]}]\s*$/.test(text);
    return refused(isCut ? { type: 'truncated' } : { type: 'unreadable', as: 'json' });
  }
}

/** What of it is more than may be: lists and mappings within each other, or values in all. Signs within texts do not count. */
function excessOf(text: string, mostDeep: number, most: number): ImportProblem | undefined {
  let [depth, values] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at = endOfText(text, at);
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (sign === '[' || sign === '{' || sign === ',') values += 1;
    if (depth > mostDeep) return { type: 'hostile', what: 'depth' };
    if (values > most) return { type: 'too-large', what: 'values' };
  }
  return undefined;
}

/** The place of the quotation mark that ends the text begun at `start`; the end of all where it is cut. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/** Its depth is known to be small. */
function hasForbiddenKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasForbiddenKey);
  return Object.entries(value).some(([key, inner]) => forbiddenKeys.has(key) || hasForbiddenKey(inner));
}
