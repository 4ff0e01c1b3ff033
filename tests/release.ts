import { createHash } from 'node:crypto';
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { filesUnder } from '../src/build/files.js';
import { writePrecache } from '../src/build/precache.js';

const hashed = /^_app\/immutable\//;
const readable = /\.(?:js|css|html|json)$/;

/** The worker as the build leaves it, before it gets its list of files. */
export const builtWorker = '.svelte-kit/output/client/service-worker.js';

const markOf = (release: number): string => `<!-- release ${release} -->`;

/**
 * Turns a copied build into a later release: every file with a hash in its name gets another one, the old ones are
 * gone, the pages carry a mark, and the worker lists what there is.
 */
export function publishRelease(folder: string, release: number, worker: string = builtWorker): void {
  const files = filesUnder(folder).filter((file) => {
    if (!/\.(?:br|gz)$/.test(file)) return true;
    rmSync(`${folder}/${file}`);
    return false;
  });
  const names = new Map(
    files.filter((file) => hashed.test(file)).map((file) => [nameOf(file), renamed(file, release)]),
  );
  for (const file of files) {
    if (readable.test(file)) rewrite(`${folder}/${file}`, names, release);
    if (hashed.test(file))
      renameSync(
        `${folder}/${file}`,
        `${folder}/${file.replace(nameOf(file), names.get(nameOf(file)) ?? '')}`,
      );
  }
  cpSync(worker, `${folder}/service-worker.js`);
  writePrecache(folder, '');
}

const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/** `a.Bc1d.js` becomes `a.Bc1d-r2.js`, of the third release `a.Bc1d-r3.js`. */
const renamed = (file: string, release: number): string =>
  nameOf(file).replace(/(?:-r\d+)?(\.\w+)$/, `-r${release}$1`);

/** Names are whole file names; a page's policy must name the sum of its changed script. */
function rewrite(path: string, names: ReadonlyMap<string, string>, release: number): void {
  const name = /[\w~.-]+\.(?:js|css|json|png|svg)\b/g;
  const text = readFileSync(path, 'utf8').replace(name, (found) => names.get(found) ?? found);
  writeFileSync(path, path.endsWith('.html') ? page(text, release) : text);
}

function page(html: string, release: number): string {
  const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  const sum = createHash('sha256').update(script).digest('base64');
  return html
    .replace(/script-src 'self' 'sha256-[^']*'/, () => `script-src 'self' 'sha256-${sum}'`)
    .replace(/<!-- release \d+ -->/, '')
    .replace('</head>', `${markOf(release)}</head>`);
}
