import adapter from '@sveltejs/adapter-static';

import { writeHostFiles } from './host-files.js';
import { retireWorker, writePrecache } from './precache.js';

const folder = 'build';

/**
 * adapter-static, with two steps between writing the files and compressing them: the worker gets its list of files,
 * and the folder gets the header rules for hosts that read them from a file.
 * @param {string} base
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function adapterWithPrecache(base) {
  const inner = adapter({ pages: folder, fallback: '404.html', precompress: true });
  return {
    ...inner,
    async adapt(builder) {
      await inner.adapt({
        ...builder,
        async compress(directory) {
          if (process.env.RETIRE_WORKER) retireWorker(directory);
          else writePrecache(directory, base);
          writeHostFiles(directory, base);
          await builder.compress(directory);
        },
      });
    },
  };
}
