import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Path, Problem } from '#core/fact/parse-problem.ts';
import { readList, readRecord } from '#core/fact/parse-record.ts';
import { isRecord } from '#core/shape.ts';
import { readYaml } from './yaml-file.ts';
import type { ContentProblem, YamlFile } from './yaml-file.ts';

/** Where an entry of a merged list was written. */
export interface Origin {
  readonly file: YamlFile;
  readonly path: Path;
}

/** Entries of one list from one or more files. */
export interface Entries {
  readonly values: readonly unknown[];
  readonly origins: readonly Origin[];
  readonly problems: readonly ContentProblem[];
}

/** The files of content/predicates, merged. */
export const readPredicates = (content: string): Entries =>
  merge(yamlIn(content, join(content, 'predicates')).map(readListFile));

/** Entities or sources of a topic: one file `name.yaml`, or all files of a folder `name`. */
export function readTopicList(content: string, folder: string, name: string): Entries {
  const file = join(folder, `${name}.yaml`);
  const parts = yamlIn(content, join(folder, name));
  const files = existsSync(file) ? [readYaml(file, nameOf(content, file)), ...parts] : parts;
  return files.length === 0 ? missing(content, file) : merge(files.map(readListFile));
}

/** Terms or conflicts of a topic, which may have none. */
export function readOptionalList(content: string, folder: string, name: string): Entries {
  const file = join(folder, `${name}.yaml`);
  return existsSync(file) ? readListFile(readYaml(file, nameOf(content, file))) : merge([]);
}

/** The fact files of a topic, merged in the order of its subtopics; each fact gets its file's subtopic. */
export function readFacts(content: string, folder: string, subtopics: readonly string[]): Entries {
  const files = yamlIn(content, join(folder, 'facts')).map(readFactFile);
  const rank = (subtopic: unknown): number => subtopics.findIndex((id) => id === subtopic);
  return merge(files.toSorted((a, b) => rank(a.subtopic) - rank(b.subtopic)));
}

/** The folders below content/topics, by name. */
export function topicFolders(content: string): readonly string[] {
  const topics = join(content, 'topics');
  if (!existsSync(topics)) return [];
  const entries = readdirSync(topics, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map((entry) => join(topics, entry.name)).sort();
}

/** A file as problems name it: from the folder that holds `content`, with slashes. */
export const nameOf = (content: string, file: string): string =>
  relative(dirname(resolve(content)), resolve(file))
    .split(sep)
    .join('/');

/** Problems of a file's own value, with their lines. */
export function placeIn(file: YamlFile, problems: readonly Problem[]): readonly ContentProblem[] {
  return problems.map(({ path, message, remedy }) => ({
    file: file.name,
    line: file.lineOf(path),
    message,
    remedy,
  }));
}

/** What there is to say about a file that should be there. */
export const missing = (content: string, file: string): Entries => ({
  values: [],
  origins: [],
  problems: [
    {
      file: nameOf(content, file),
      line: 1,
      message: 'the file is missing',
      remedy: `create ${basename(file)}; content/README.md shows what stands in it`,
    },
  ],
});

function yamlIn(content: string, folder: string): readonly YamlFile[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  return names.sort().map((name) => {
    const file = join(folder, name);
    return name.endsWith('.yaml') ? readYaml(file, nameOf(content, file)) : misnamed(nameOf(content, file));
  });
}

const misnamed = (name: string): YamlFile => ({
  name,
  value: undefined,
  problems: [{ file: name, line: 1, message: 'the file is not read', remedy: 'end its name in .yaml' }],
  lineOf: () => 1,
});

function readListFile(file: YamlFile): Entries {
  if (file.problems.length > 0) return { values: [], origins: [], problems: file.problems };
  const problems: Problem[] = [];
  const raws = readList({ value: file.value ?? undefined, path: [], problems });
  return {
    values: raws.map(({ value }) => value),
    origins: raws.map(({ path }) => ({ file, path })),
    problems: placeIn(file, problems),
  };
}

function readFactFile(file: YamlFile): Entries & { readonly subtopic?: unknown } {
  if (file.problems.length > 0) return { values: [], origins: [], problems: file.problems };
  const problems: Problem[] = [];
  const field = readRecord({ value: file.value, path: [], problems }, ['subtopic', 'facts']);
  const raws = readList(field.facts);
  const subtopic = field.subtopic.value;
  return {
    subtopic,
    values: raws.map(({ value }) =>
      isRecord(value) && subtopic !== undefined ? { subtopic, ...value } : value,
    ),
    origins: raws.map(({ path }) => ({ file, path })),
    problems: placeIn(file, problems),
  };
}

function merge(entries: readonly Entries[]): Entries {
  return {
    values: entries.flatMap(({ values }) => values),
    origins: entries.flatMap(({ origins }) => origins),
    problems: entries.flatMap(({ problems }) => problems),
  };
}
