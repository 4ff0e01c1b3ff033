import { join } from 'node:path';
import { parsePack } from '#core/fact/pack.ts';
import { isRecord } from '#core/shape.ts';
import { compileTopic } from './compile-topic.ts';
import type { Compilation } from './compile-topic.ts';
import { missing, readPredicates, topicFolders } from './topic-files.ts';
import type { Entries } from './topic-files.ts';
import type { ContentProblem } from './yaml-file.ts';

/** Reads every topic below `contentDir`: packs of the sound ones, and all problems with file, line and remedy. */
export function compileTopics(contentDir: string): Compilation {
  const predicates = readPredicates(contentDir);
  const folders = topicFolders(contentDir);
  const none =
    folders.length === 0 ? missing(contentDir, join(contentDir, 'topics/<topic>/topic.yaml')).problems : [];
  const compilations = folders.map((folder) => compileTopic(contentDir, folder, predicates));
  return {
    packs: compilations.flatMap(({ packs }) => packs),
    problems: inOrder([...none, ...predicates.problems, ...compilations.flatMap(({ problems }) => problems)]),
    findings: () =>
      inOrder([
        ...unusedPredicates(compilations, predicates),
        ...compilations.flatMap(({ findings }) => findings()),
      ]),
    lone: () => inOrder(compilations.flatMap(({ lone }) => lone())),
  };
}

/** Entries of the vocabulary that no topic uses. */
function unusedPredicates(
  compilations: readonly Compilation[],
  predicates: Entries,
): readonly ContentProblem[] {
  const packs = compilations.flatMap(({ packs }) => packs.map(({ json }) => parsePack(JSON.parse(json))));
  const used = new Set<unknown>(packs.flatMap((topic) => topic.predicates.map(({ id }) => id)));
  return predicates.values.flatMap((value, index) => {
    const id = isRecord(value) ? value['id'] : undefined;
    const origin = predicates.origins[index];
    if (!origin || used.has(id)) return [];
    const message = `no fact uses the predicate "${String(id)}"`;
    return [{ file: origin.file.name, line: origin.file.lineOf(origin.path), message, remedy: 'remove it' }];
  });
}

/** By file and line, each problem once: topics share predicates. */
function inOrder(problems: readonly ContentProblem[]): readonly ContentProblem[] {
  const byText = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...byText.values()].toSorted((a, b) => compare(a.file, b.file) || a.line - b.line);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
