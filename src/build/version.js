import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { filesUnder } from './files.js';

/** Written by tools beside our sources; see .gitignore. */
const generated = ['src/lib/i18n/paraglide/', 'src/lib/i18n/project.inlang/'];

/**
 * The name of this build: the package version and a hash of everything the build is made from, so that two builds of
 * the same sources are byte-identical, with or without git.
 */
export function buildVersion() {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const folders = ['src', 'content', 'static'];
  const sources = folders.flatMap((folder) => filesUnder(folder).map((path) => `${folder}/${path}`));
  const hash = createHash('sha256');
  for (const file of [...sources, 'package-lock.json', 'svelte.config.js', 'vite.config.ts']) {
    if (generated.some((folder) => file.startsWith(folder))) continue;
    hash.update(`${file}\0`).update(readFileSync(file));
  }
  return `${version}-${hash.digest('hex').slice(0, 10)}`;
}
