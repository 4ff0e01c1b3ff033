// Do not change: packs that are kept would be lost.
export const packsCacheName = 'harmattan-packs';

/** Deletes the facts that were kept for quizzes. By itself, since whoever erases needs nothing else of them. */
export async function forgetPacks(): Promise<void> {
  await globalThis.caches?.delete(packsCacheName);
}
