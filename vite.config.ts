import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

import { chunkGroups } from './src/build/chunks.js';
import { contentPlugin } from './src/build/content-plugin.ts';
import { derivationPlugin } from './src/build/derivation.js';
import { mapPlugin } from './src/build/map-plugin.ts';
import { messageOptions, oneLanguage } from './src/build/messages.js';

export default defineConfig({
  plugins: [
    contentPlugin(),
    derivationPlugin(),
    mapPlugin(),
    paraglideVitePlugin(messageOptions),
    oneLanguage(),
    sveltekit(),
  ],
  environments: {
    client: {
      build: {
        // Styles only: naming every script that a page will fetch costs each first visit kilobytes, and all are cached.
        modulePreload: { resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')) },
        rolldownOptions: {
          checks: { pluginTimings: false },
          output: { codeSplitting: { groups: chunkGroups() } },
        },
      },
    },
  },
  // Modules, as in the page: what several workers share is one file.
  worker: { format: 'es', rolldownOptions: { checks: { pluginTimings: false } } },
  test: {
    setupFiles: ['tests/properties.ts'],
    // A busy machine is no failure: what hangs is caught all the same.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // All of the machine: left to itself it keeps one of two cores free.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        // The core keeps no state, so that its tests need not load it anew for each file.
        test: {
          name: 'core',
          include: ['tests/core/**/*.test.ts'],
          isolate: false,
          benchmark: { include: [] },
        },
      },
      {
        extends: true,
        test: {
          name: 'rest',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/core/**', 'tests/e2e/**'],
          benchmark: { include: ['tests/bench/**/*.bench.ts'] },
        },
      },
    ],
  },
});
