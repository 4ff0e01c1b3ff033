import type { TopicPack } from 'virtual:topics';

import { indexTopic } from '#core/fact/base.ts';
import type { Base } from '#core/fact/base.ts';
import type { Card } from '#core/fact/fact.ts';
import { cardsInPack, packFormat, packVersion, parsePack } from '#core/fact/pack.ts';
import { ok, refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';
import { isRecord } from '#core/shape.ts';

/** A topic ready for use, with every card that can be asked of it. */
export interface LoadedTopic {
  readonly base: Base;
  readonly cards: readonly Card[];
}

/** Why a topic cannot be opened. */
export type TopicProblem =
  /** There is no connection, and the pack is not kept on the device. */
  | { readonly type: 'offline' }
  /** The server does not have it: most often the page is older than the server. */
  | { readonly type: 'refused'; readonly status: number }
  | { readonly type: 'newer-format'; readonly v: number }
  | { readonly type: 'damaged'; readonly reason: string };

/** Fetches a pack, from the device where it is kept there, and makes it ready for use. */
export async function loadTopic(
  { url }: Pick<TopicPack, 'url'>,
  fetchPack: typeof fetch = fetch,
): Promise<Result<LoadedTopic, TopicProblem>> {
  const content = await fetchText(url, fetchPack);
  return content.ok ? readPack(content.value) : content;
}

async function fetchText(url: string, fetchPack: typeof fetch): Promise<Result<string, TopicProblem>> {
  try {
    const response = await fetchPack(url);
    return response.ok ? ok(await response.text()) : refused({ type: 'refused', status: response.status });
  } catch {
    return refused({ type: 'offline' });
  }
}

/** `parsePack` trusts what is inside a pack, so a damaged one can fail it anywhere. */
function readPack(content: string): Result<LoadedTopic, TopicProblem> {
  try {
    const pack: unknown = JSON.parse(content);
    if (isRecord(pack) && pack.format === packFormat && typeof pack.v === 'number' && pack.v > packVersion) {
      return refused({ type: 'newer-format', v: pack.v });
    }
    return ok({ base: indexTopic(parsePack(pack)), cards: cardsInPack(pack) });
  } catch (error) {
    return refused({ type: 'damaged', reason: String(error) });
  }
}
