import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Plugin } from 'vite';

import type { Control, Spot } from './controls.ts';

/** Builds the pages that the campaign drives, made well or broken as a control asks. */
export async function buildHarness(outDir: string, control?: Control): Promise<void> {
  const broken = control?.spots && breaking(control.id, control.spots);
  const root = fileURLToPath(new URL('harness', import.meta.url));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [svelte({ configFile: false }), ...(broken ? [broken.plugin] : [])],
    worker: { format: 'es', plugins: () => (broken ? [broken.plugin] : []) },
    resolve: { alias: { vitest: `${root}/tests-in-page.ts` } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      minify: false,
      rolldownOptions: { input: [`${root}/index.html`, `${root}/contract.html`] },
    },
  });
  if (broken && !broken.isDone()) throw new Error(`The control ${control?.id} found nothing to break`);
}

function breaking(id: string, spots: readonly Spot[]): { readonly plugin: Plugin; isDone(): boolean } {
  const left = new Set(spots);
  return {
    isDone: () => left.size === 0,
    plugin: {
      name: `broken-${id}`,
      enforce: 'pre',
      transform(source, path) {
        const here = spots.filter(({ file }) => path.split('?')[0]?.endsWith(file));
        const broken = here.reduce((text, spot) => {
          if (text.includes(spot.from)) left.delete(spot);
          return text.replace(spot.from, spot.to);
        }, source);
        return here.length === 0 ? undefined : { code: broken, map: null };
      },
    },
  };
}
