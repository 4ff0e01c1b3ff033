import { adapterWithPrecache } from './src/build/adapter.js';
import { styleHashes } from './src/build/style-hashes.js';
import { buildVersion } from './src/build/version.js';

const base = process.env.BASE_PATH ?? '';

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    adapter: adapterWithPrecache(base),
    // Absolute addresses: the fallback page is served at any depth.
    paths: { base, relative: false },
    version: { name: buildVersion() },
    serviceWorker: { register: false },
    prerender: { entries: ['*', '/shell/'], handleHttpError: 'fail' },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self'],
        'style-src-attr': ['unsafe-hashes', ...styleHashes],
        'img-src': ['self', 'data:', 'blob:'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'manifest-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['none'],
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html', 'harmattan-script'],
      },
    },
  },
};
