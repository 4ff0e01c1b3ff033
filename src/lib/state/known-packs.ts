import { topics } from 'virtual:topics';

import type { PackHash } from '#core/assignment/assignment.ts';
import type { KnownPack } from '#core/assignment/code.ts';
import type { TopicId } from '#core/fact/topic.ts';
import { keepPack } from '#lib/storage/kept-packs.ts';

/** The packs of this build: what an assignment can be made from and taken with. */
export const knownPacks: readonly KnownPack[] = topics.map(({ id, version, hash }) => ({
  topic: id as TopicId,
  version,
  hash: hash as PackHash,
}));

/** Keeps facts that something was made from for the time when the app has newer ones. */
export async function keepFacts(hash: PackHash): Promise<void> {
  const pack = knownPacks.find((known) => known.hash === hash);
  const url = topics.find((topic) => topic.hash === hash)?.url;
  if (pack && url !== undefined) await keepPack(pack, url);
}
