import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

import { contentPlugin } from './src/build/content-plugin.ts';
import { messageOptions, oneLanguage } from './src/build/messages.js';

const sharedChunks = {
  name: 'shared',
  minShareCount: 2,
  entriesAware: true,
  entriesAwareMergeThreshold: 20_000,
};

export default defineConfig({
  plugins: [contentPlugin(), paraglideVitePlugin(messageOptions), oneLanguage(), sveltekit()],
  environments: {
    client: {
      build: {
        rolldownOptions: {
          checks: { pluginTimings: false },
          // Few files, so that few are fetched and cached: what several pages share is merged up to this size.
          output: { codeSplitting: { groups: [sharedChunks] } },
        },
      },
    },
  },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
  },
});
