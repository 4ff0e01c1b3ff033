import type { TopicId } from '#core/fact/topic.ts';
import { packHash } from '#core/assignment/code.ts';
import type { KnownPack } from '#core/assignment/code.ts';
import type { PackHash } from '#core/assignment/assignment.ts';

import { packsCacheName } from './packs-cache.ts';

/*
 * The very facts that quizzes were handed out or taken with, for the time when the app has newer ones: an attempt is
 * gone on with, and marked, by its own facts only. In the browser's cache, beside the files of the app.
 */

const addressOf = ({ topic, version, hash }: KnownPack): string => `/kept-packs/${topic}/${version}/${hash}`;

/** Keeps the text of a pack, which `textOf` gives, unless it is there, or this browser has no cache. */
export async function keepPack(pack: KnownPack, textOf: () => Promise<string>): Promise<void> {
  try {
    const cache = await caches.open(packsCacheName);
    if (await cache.match(addressOf(pack))) return;
    const text = await textOf();
    if (packHash(text) === pack.hash) await cache.put(addressOf(pack), new Response(text));
  } catch {
    // No room, or no cache: while the app has these facts nothing is missing, and later it is told.
  }
}

export async function keptPacks(): Promise<readonly KnownPack[]> {
  try {
    const requests = await (await caches.open(packsCacheName)).keys();
    return requests.flatMap(({ url }) => packAt(url) ?? []);
  } catch {
    return []; // no cache: nothing was kept
  }
}

/** The text of a pack that was kept; undefined when it is not there, or is not what it was. */
export async function keptText(pack: KnownPack): Promise<string | undefined> {
  const found = await (await caches.open(packsCacheName)).match(addressOf(pack));
  const text = await found?.text();
  return text !== undefined && packHash(text) === pack.hash ? text : undefined;
}

function packAt(url: string): KnownPack | undefined {
  const [, topic, version, hash] = /\/kept-packs\/([^/]+)\/([^/]+)\/([0-9a-f]{16})$/.exec(url) ?? [];
  return topic && version && hash ? { topic: topic as TopicId, version, hash: hash as PackHash } : undefined;
}
