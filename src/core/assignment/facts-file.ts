import { indexTopic } from '../fact/base.ts';
import { cardsInPack, packFormat, packVersion, parsePack } from '../fact/pack.ts';
import type { Topic } from '../fact/topic.ts';
import { fileLimits } from '../guard/limits.ts';
import type { ImportProblem } from '../guard/problem.ts';
import { readJson } from '../guard/read-json.ts';
import { ok, refused } from '../result.ts';
import type { Result } from '../result.ts';
import { isRecord } from '../shape.ts';
import { packHash } from './code.ts';
import type { KnownPack } from './code.ts';

/** Facts that go from device to device as a file: the text of a pack, and which one it is. */
export interface FactsFile {
  readonly pack: KnownPack;
  readonly text: string;
}

export type FactsProblem = { readonly type: 'not-facts' } | { readonly type: 'newer-facts' };

/**
 * Reads the facts of a quiz that somebody passed on. Whether they are the ones that a quiz was made from, only their
 * hash can tell.
 */
export function readFactsFile(text: string): Result<FactsFile, FactsProblem | ImportProblem> {
  const raw = readJson(text, fileLimits.depth);
  if (!raw.ok) return raw.problem.type === 'hostile' ? raw : refused({ type: 'not-facts' });
  if (!isRecord(raw.value) || raw.value.format !== packFormat) return refused({ type: 'not-facts' });
  if (typeof raw.value.v === 'number' && raw.value.v > packVersion) return refused({ type: 'newer-facts' });
  const topic = soundTopic(raw.value);
  if (!topic) return refused({ type: 'not-facts' });
  return ok({ pack: { topic: topic.id, version: topic.version, hash: packHash(text) }, text });
}

/** Undefined unless everything can be found in it, its names can stand in an address, and its links lead to pages. */
function soundTopic(raw: unknown): Topic | undefined {
  try {
    const topic = parsePack(raw);
    indexTopic(topic);
    cardsInPack(raw);
    const isNamed = /^[a-z0-9-]{1,60}$/.test(topic.id) && /^\d{4}(?:-\d\d){0,2}$/.test(topic.version);
    const leadsToPages = topic.sources.every(({ url }) => url === undefined || /^https?:\/\//.test(url));
    return isNamed && leadsToPages ? topic : undefined;
  } catch {
    return undefined; // `parsePack` trusts what is inside
  }
}
