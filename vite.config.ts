import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

import { contentPlugin } from './src/build/content-plugin.ts';
import { messageOptions } from './src/build/messages.js';

export default defineConfig({
  plugins: [contentPlugin(), paraglideVitePlugin(messageOptions), sveltekit()],
  server: { port: 5173 },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
  },
});
