import { posix, resolve } from 'node:path';
import { normalizePath } from 'vite';

/** Where the first screen starts: Kit's client, the frame around every page, the error page, and Home. */
const starts = [
  'node_modules/@sveltejs/kit/src/runtime/client/entry.js',
  'src/routes/+layout.svelte',
  'src/routes/+error.svelte',
  'src/routes/+page.svelte',
];

/** What Home fetches once it is painted: the facts and what may be asked of them. */
const engine = ['src/lib/state/engine.ts'];

/** What Home fetches after that on a first visit. */
const firstVisit = ['src/lib/components/home/PreTest.svelte'];

/** Little files that pages share which share nothing else: each by itself, else they would bring more along. */
const alone = [
  'core/log/clock-run.ts',
  'core/session/plan.ts',
  'lib/storage/read-journal.ts',
  'lib/storage/second-copy.ts',
  'lib/pwa/sitting-lock.ts',
  'lib/state/hand-over.ts',
];

/** What several pages share goes into one file where the same pages share it, or where it is small: in bytes. */
const merged = { minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 2000 };

/**
 * Few files, so that few are fetched and cached: what the first screen starts with is one file, and what other pages
 * share is merged up to a size. A message goes with the pages that show it, so the first group leaves messages out.
 * @returns {import('rolldown').CodeSplittingGroup[]}
 */
export function chunkGroups() {
  /** @type {ReadonlySet<string> | undefined} */
  let startModules;
  /** @type {ReadonlySet<string> | undefined} */
  let engineModules;
  /** @type {ReadonlySet<string> | undefined} */
  let firstVisitModules;
  return [
    {
      name: (id, context) => {
        startModules ??= importedFrom(starts, context);
        return startModules.has(id) && !id.includes('/paraglide/messages/') ? 'start' : null;
      },
      priority: 2,
    },
    {
      // By itself, so that no page that shares some of it draws more into Home.
      name: (id, context) => {
        engineModules ??= importedFrom(engine, context);
        return engineModules.has(id) ? 'engine' : null;
      },
      priority: 1,
    },
    // Words are merged with words only: a sentence that two pages share must not bring code along. Before
    // the first visit, which would take its words into its own file.
    { name: 'words', test: /\/paraglide\/messages\//, priority: 1, ...merged },
    {
      name: (id, context) => {
        firstVisitModules ??= importedFrom(firstVisit, context);
        return firstVisitModules.has(id) && !id.includes('/paraglide/messages/') ? 'first-visit' : null;
      },
      priority: 1,
    },
    // The list of maps is on the page that shows one and in the items that ask for a place; else these would be one file.
    { name: 'maps', test: /virtual:maps$/, priority: 1 },
    // Listing cards and studying them share these rules; else the list would bring the start of a sitting along.
    { name: 'selection', test: /\/(?:core\/card\/selection|lib\/state\/known)\.ts$/, priority: 1 },
    ...alone.map((file) => ({ name: posix.basename(file, '.ts'), test: new RegExp(`/src/${file}$`), priority: 1 })),
    // Plain controls go together: one of them must not draw the screen of a sitting into a page that only reads.
    { name: 'controls', test: /\/src\/lib\/components\/\w+\.svelte/, priority: 1, ...merged },
    { name: 'shared', ...merged },
  ];
}

/**
 * The modules with everything they import statically, and so on.
 * @param {readonly string[]} files
 * @param {import('rolldown').ChunkingContext} context
 */
function importedFrom(files, context) {
  const found = new Set(files.map((file) => normalizePath(resolve(file))));
  for (const id of found) {
    for (const imported of context.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  }
  return found;
}
