import { topics } from 'virtual:topics';

import type { PackHash } from '#core/assignment/assignment.ts';
import type { KnownPack } from '#core/assignment/code.ts';
import type { TopicId } from '#core/fact/topic.ts';
import { keepPack, keptText } from '#lib/storage/kept-packs.ts';

/** The packs of this build: what an assignment can be made from and taken with. */
export const knownPacks: readonly KnownPack[] = topics.map(({ id, version, hash }) => ({
  topic: id as TopicId,
  version,
  hash: hash as PackHash,
}));

/** Whether the app itself has these facts. */
export const isCurrent = (hash: PackHash): boolean => knownPacks.some((known) => known.hash === hash);

/** Keeps facts that something was made from for the time when the app has newer ones. */
export async function keepFacts(hash: PackHash): Promise<void> {
  const pack = knownPacks.find((known) => known.hash === hash);
  if (pack) await keepPack(pack, () => textOfPack(hash));
}

/** The text of a pack of this build; throws where it cannot be fetched. */
async function textOfPack(hash: PackHash): Promise<string> {
  const url = topics.find((topic) => topic.hash === hash)?.url;
  if (url === undefined) throw new RangeError(`Fetch a pack of this build, not "${hash}"`);
  return (await fetch(url)).text();
}

/** The text of facts, to be passed on: of this build or kept; undefined where they are not on this device. */
export async function factsText(pack: KnownPack): Promise<string | undefined> {
  return isCurrent(pack.hash) ? textOfPack(pack.hash) : keptText(pack);
}
