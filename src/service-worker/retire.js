/*
 * The way back: `RETIRE_WORKER=1 npm run build` writes this worker instead of ours. It removes the caches of
 * releases and itself, so that every browser loads the site from the network again. The learner's records are not touched,
 * nor the facts and items that are kept for quizzes of other versions.
 */
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(retire()));

async function retire() {
  const names = (await caches.keys()).filter((name) => /^harmattan-(?:shell|rest)-/.test(name));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
