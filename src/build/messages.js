import { resolve } from 'node:path';

/**
 * How Paraglide compiles the messages. Everything is local: its format plugin is an installed package, and the language
 * is decided at build time, so that no cookie, header or address is read.
 * @type {import('@inlang/paraglide-js').CompilerOptions}
 */
export const messageOptions = {
  project: './src/lib/i18n/project.inlang',
  outdir: './src/lib/i18n/paraglide',
  strategy: ['baseLocale'],
  isServer: 'import.meta.env.SSR',
  disableAsyncLocalStorage: true,
  emitReadme: false,
  emitGitIgnore: false,
  emitPrettierIgnore: false,
};

/**
 * Keeps Paraglide's choice of a language out of the program while there is only one; a second language ends this plugin.
 * @returns {import('vite').Plugin}
 */
export function oneLanguage() {
  return {
    name: 'harmattan:one-language',
    enforce: 'pre',
    resolveId(source, importer = '') {
      const isRuntime = source.endsWith('/runtime.js') && importer.includes('/src/lib/i18n/');
      return isRuntime ? resolve('src/lib/i18n/one-language.ts') : undefined;
    },
  };
}
