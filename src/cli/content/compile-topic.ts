import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { indexTopic } from '#core/fact/base.ts';
import { writePack } from '#core/fact/pack.ts';
import type { Path } from '#core/fact/parse-problem.ts';
import { isRecord } from '#core/shape.ts';
import { parseTopic } from '#core/fact/parse.ts';
import type { Topic } from '#core/fact/topic.ts';
import { cardsOf } from '#core/item/generate.ts';
import { languageTags } from '#core/language/index.ts';
import { missing, nameOf, readFacts, readOptionalList, readTopicList } from './topic-files.ts';
import type { Entries, Origin } from './topic-files.ts';
import { findingsOf } from './findings/index.ts';
import { loneFacts } from './findings/origins.ts';
import { readRuns } from './findings/echoes.ts';
import type { Finding } from './findings/finding.ts';
import { usedOnly } from './used-only.ts';
import { readYaml } from './yaml-file.ts';
import type { ContentProblem, YamlFile } from './yaml-file.ts';

/** A topic ready to be loaded by the app. */
export interface Pack {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly json: string;
}

export interface Compilation {
  readonly packs: readonly Pack[];
  readonly problems: readonly ContentProblem[];
  /** The facts as they were read. */
  readonly facts: Entries;
  /** What the build accepts but `check` does not: leftovers, stumbles, facts due for review. */
  readonly findings: () => readonly ContentProblem[];
  /** Facts that rest on one origin only: worth knowing, no fault. */
  readonly lone: () => readonly ContentProblem[];
}

/** Reads one folder of content/topics; gives no pack when anything is wrong. */
export function compileTopic(content: string, folder: string, predicates: Entries): Compilation {
  const path = join(folder, 'topic.yaml');
  if (!existsSync(path)) return nothing(missing(content, path).problems);
  const head = readYaml(path, nameOf(content, path));
  if (head.problems.length > 0) return nothing(head.problems);
  const lists = {
    entities: readTopicList(content, folder, 'entities'),
    predicates,
    sources: readTopicList(content, folder, 'sources'),
    facts: readFacts(content, folder, subtopicIds(head.value)),
    terms: readOptionalList(content, folder, 'glossary'),
    conflicts: readOptionalList(content, folder, 'conflicts'),
  };
  const { entities, sources, facts, terms, conflicts } = lists;
  const unread = [entities, sources, facts, terms, conflicts].flatMap(({ problems }) => problems);
  if (unread.length > 0 || predicates.problems.length > 0) return nothing(unread, facts);
  return check(head, content, basename(folder), lists);
}

const noFacts: Entries = { values: [], origins: [], problems: [] };

/** No pack, and nothing more to find: what is there cannot be used. */
const nothing = (problems: readonly ContentProblem[], facts = noFacts): Compilation => ({
  packs: [],
  problems,
  facts,
  findings: () => [],
  lone: () => [],
});

type Lists = Readonly<
  Record<'entities' | 'predicates' | 'sources' | 'facts' | 'terms' | 'conflicts', Entries>
>;

function check(head: YamlFile, content: string, folder: string, lists: Lists): Compilation {
  const values = Object.entries(lists).map(([name, entries]) => [name, entries.values]);
  const raw = { ...(isRecord(head.value) ? head.value : {}), ...Object.fromEntries(values) };
  const result = parseTopic(raw);
  const problems = [
    ...headProblems(head, folder),
    ...(result.ok ? [] : result.problems.map((problem) => placed(head, lists, problem))),
  ];
  if (!result.ok || problems.length > 0) return nothing(problems, lists.facts);
  const { id, title, version } = result.topic;
  return {
    packs: [{ id, title, version, json: packOf(usedOnly(result.topic)) }],
    problems,
    facts: lists.facts,
    findings: () =>
      findingsOf(result.topic, { today: todayNumber(), runs: readRuns(content) }).map((finding) =>
        placed(head, lists, finding),
      ),
    lone: () => loneFacts(result.topic).map((finding) => placed(head, lists, finding)),
  };
}

const packOf = (topic: Topic): string => writePack(topic, cardsOf(indexTopic(topic)));

/** What is wrong between topic.yaml and the place it lies in, which the core cannot see. */
function headProblems(head: YamlFile, folder: string): readonly ContentProblem[] {
  const fields = isRecord(head.value) ? head.value : {};
  const { id, language } = fields;
  const refuse = (key: string, message: string, remedy: string): ContentProblem[] => [
    { file: head.name, line: head.lineOf([key]), message, remedy },
  ];
  const lists = ['entities', 'predicates', 'sources', 'facts', 'terms', 'conflicts'].filter(
    (name) => name in fields,
  );
  return [
    ...lists.flatMap((name) => refuse(name, `the key "${name}" does not belong here`, homes)),
    ...(typeof id === 'string' && id !== folder
      ? refuse('id', `the topic "${id}" lies in the folder "${folder}"`, 'give both one name')
      : []),
    ...(typeof language === 'string' && !languageTags.includes(language)
      ? refuse('language', `there is no grammar for the language "${language}"`, grammar(language))
      : []),
  ];
}

const homes = 'write it in entities.yaml, sources.yaml, a file in facts/ or content/predicates';
const grammar = (language: string): string =>
  `write one of ${languageTags.join(', ')}, or add src/core/language/${language}.ts`;

/** The problem where its author wrote the words, with the name of the record it is in. */
function placed(head: YamlFile, lists: Lists, { path, message, remedy }: Finding): ContentProblem {
  const { file, path: place } = originOf(head, lists, path);
  const [list, index] = path;
  const record = list === 'facts' ? lists.facts.values[Number(index)] : undefined;
  const owner = isRecord(record) && typeof record['id'] === 'string' ? `fact ${record['id']}: ` : '';
  return { file: file.name, line: file.lineOf(place), message: owner + message, remedy };
}

function originOf(head: YamlFile, lists: Lists, path: Path): Origin {
  const [list, index, ...rest] = path;
  const entries = Object.entries(lists).find(([name]) => name === list)?.[1];
  const origin = entries?.origins[Number(index)];
  if (!origin) return { file: head, path };
  return { file: origin.file, path: rest[0] === 'subtopic' ? rest : [...origin.path, ...rest] };
}

/** Today as yyyymmdd, in local time. */
function todayNumber(): number {
  const now = new Date();
  return now.getFullYear() * 10_000 + (now.getMonth() + 1) * 100 + now.getDate();
}

function subtopicIds(head: unknown): readonly string[] {
  const subtopics: unknown = isRecord(head) ? head['subtopics'] : undefined;
  return Array.isArray(subtopics)
    ? subtopics.map((subtopic) => String(isRecord(subtopic) ? subtopic['id'] : ''))
    : [];
}
