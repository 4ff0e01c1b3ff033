import { join } from 'node:path';
import { compileTopic } from './compile-topic.ts';
import type { Compilation } from './compile-topic.ts';
import { missing, readPredicates, topicFolders } from './topic-files.ts';
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
  };
}

/** By file and line, each problem once: topics share predicates. */
function inOrder(problems: readonly ContentProblem[]): readonly ContentProblem[] {
  const byText = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...byText.values()].toSorted((a, b) => compare(a.file, b.file) || a.line - b.line);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
