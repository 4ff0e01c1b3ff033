import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Plugin, normalizePath } from 'vite';

import { compileTopics } from '../cli/content/compile.ts';

const moduleId = 'virtual:topics';
const resolvedId = `\0${moduleId}`;

/**
 * Compiles `content/` to one compact JSON pack a topic and offers the list of packs as `virtual:topics`.
 * A pack is an asset of its own: it is fetched when its topic is opened, and its name changes only with its content.
 */
export function contentPlugin(): Plugin {
  const contentDir = resolve('content');
  const packDir = resolve('.svelte-kit/content');

  return {
    name: 'harmattan:content',
    resolveId: (id) => (id === moduleId ? resolvedId : undefined),
    load(id) {
      if (id !== resolvedId) return undefined;
      return topicsModule(compileContent(contentDir), packDir);
    },
    configureServer(server) {
      server.watcher.add(contentDir);
      server.watcher.on('all', (_event, path) => {
        const topics = server.moduleGraph.getModuleById(resolvedId);
        if (!topics || !normalizePath(path).startsWith(`${normalizePath(contentDir)}/`)) return;
        server.moduleGraph.invalidateModule(topics);
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}

type Pack = ReturnType<typeof compileTopics>['packs'][number];

function compileContent(contentDir: string): readonly Pack[] {
  const { packs, problems } = compileTopics(contentDir);
  if (problems.length === 0) return packs;
  const lines = problems.map(({ file, line, message, remedy }) => `${file}:${line} ${message}\n    ${remedy}`);
  throw new Error(`content/ has ${problems.length} problem(s):\n${lines.join('\n')}`);
}

function topicsModule(packs: readonly Pack[], packDir: string): string {
  mkdirSync(packDir, { recursive: true });
  const imports: string[] = [];
  const entries: string[] = [];
  packs.forEach(({ id, title, version, json }, index) => {
    const file = join(packDir, `${id}.json`);
    writeFileSync(file, json);
    imports.push(`import url${index} from ${JSON.stringify(`${normalizePath(file)}?url&no-inline`)};`);
    const listed = JSON.stringify({ id, title, version, hash: hashOf(json), bytes: Buffer.byteLength(json) });
    entries.push(`{ ...${listed}, url: url${index} }`);
  });
  return `${imports.join('\n')}\nexport const topics = [${entries.join(', ')}];\n`;
}

/** What names the very facts of a pack, as `packHash` of the core computes it. */
export const hashOf = (pack: string): string => createHash('sha256').update(pack).digest('hex').slice(0, 16);
