import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { immutable, immutablePath, revalidate, securityHeaders } from './headers.js';

/** Files that tell a static host what our own server does by itself; they are no part of the app. */
export const hostFiles = new Set(['_headers', '.nojekyll']);

/**
 * Writes `_headers` (Netlify, Cloudflare Pages) and `.nojekyll` (GitHub Pages drops folders that start with `_`).
 * @param {string} directory
 */
export function writeHostFiles(directory) {
  const rules = Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}\n`);
  writeFileSync(
    join(directory, '_headers'),
    `/*\n${rules.join('')}\n${immutablePath}*\n  cache-control: ${immutable}\n\n` +
      `/service-worker.js\n  cache-control: ${revalidate}\n`,
  );
  writeFileSync(join(directory, '.nojekyll'), '');
}
