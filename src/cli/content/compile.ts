import { join } from 'node:path';
import { parsePack } from '#core/fact/pack.ts';
import { isRecord } from '#core/shape.ts';
import { compileTopic } from './compile-topic.ts';
import type { Compilation } from './compile-topic.ts';
import { missing, readPredicates, topicFolders } from './topic-files.ts';
import type { Entries } from './topic-files.ts';
import type { ContentProblem } from './yaml-file.ts';

/** Reads every topic below `contentDir`: packs of the sound ones, and all problems with file, line and remedy. */
export function compileTopics(contentDir: string): Omit<Compilation, 'facts'> {
  const predicates = readPredicates(contentDir);
  const folders = topicFolders(contentDir);
  const none =
    folders.length === 0 ? missing(contentDir, join(contentDir, 'topics/<topic>/topic.yaml')).problems : [];
  const compilations = folders.map((folder) => compileTopic(contentDir, folder, predicates));
  return {
    packs: compilations.flatMap(({ packs }) => packs),
    problems: inOrder([
      ...none,
      ...predicates.problems,
      ...compilations.flatMap(({ problems }) => problems),
      ...sharedFactIds(compilations),
    ]),
    findings: () =>
      inOrder([
        ...unusedPredicates(compilations, predicates),
        ...compilations.flatMap(({ findings }) => findings()),
      ]),
    lone: () => inOrder(compilations.flatMap(({ lone }) => lone())),
  };
}

/** A learner's memory hangs on the id of a fact alone, so no two topics may share one. */
function sharedFactIds(compilations: readonly Compilation[]): readonly ContentProblem[] {
  const owners = new Map<string, Compilation>();
  return compilations.flatMap((compilation) =>
    compilation.facts.values.flatMap((fact, index) => {
      const id = isRecord(fact) ? fact['id'] : undefined;
      const origin = compilation.facts.origins[index];
      if (typeof id !== 'string' || !origin) return [];
      const owner = owners.get(id);
      if (!owner) owners.set(id, compilation);
      if (!owner || owner === compilation) return [];
      const message = `fact ${id}: another topic has a fact with this id`;
      const line = origin.file.lineOf([...origin.path, 'id']);
      return [{ file: origin.file.name, line, message, remedy: 'give it an id that no topic uses' }];
    }),
  );
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
