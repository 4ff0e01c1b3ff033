import type { SubtopicId } from './fact.ts';
import { withMutual } from './mutual.ts';
import { draftList, recordsOf } from './parse-draft.ts';
import type { Draft } from './parse-draft.ts';
import { parseConflict } from './parse-conflict.ts';
import { parseEntity } from './parse-entity.ts';
import { parseFact } from './parse-fact.ts';
import { readMapArea } from './parse-place.ts';
import { checkHoles } from './parse-holes.ts';
import { checkKinds } from './parse-kinds.ts';
import { checkLinks } from './parse-links.ts';
import { checkMarks } from './parse-marks.ts';
import { parsePredicate } from './parse-predicate.ts';
import type { Problem } from './parse-problem.ts';
import { flawless, readList, readOptional, readRecord, readText } from './parse-record.ts';
import type { Raw } from './parse-record.ts';
import { parseSource } from './parse-source.ts';
import { parseTerm } from './parse-term.ts';
import { checkTimes } from './parse-times.ts';
import { readDate, readId } from './parse-value.ts';
import type { Subtopic, Topic, TopicId } from './topic.ts';

export type TopicResult =
  | { readonly ok: true; readonly topic: Topic }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const lists = ['subtopics', 'entities', 'predicates', 'sources', 'facts', 'terms', 'conflicts'] as const;

/**
 * Reads a whole topic as authors write it (one mapping with the lists `subtopics`, `entities`, `predicates`,
 * `sources` and `facts`) and checks all that content/README.md promises. Every problem is found in one run,
 * except that predicates' marks are judged only once the rest is sound.
 */
export function parseTopic(value: unknown): TopicResult {
  const problems: Problem[] = [];
  const field = readRecord({ value, path: [], problems }, [
    'id',
    'title',
    'description',
    'language',
    'version',
    'mapArea',
    ...lists,
  ]);
  const draft: Draft = {
    language: readText(field.language),
    subtopics: draftList(readList(field.subtopics), parseSubtopic),
    entities: draftList(readList(field.entities), parseEntity),
    predicates: draftList(readList(field.predicates), parsePredicate),
    sources: draftList(readList(field.sources), parseSource),
    facts: draftList(readList(field.facts), parseFact),
    terms: draftList(readList(field.terms), parseTerm),
    conflicts: draftList(readList(field.conflicts), parseConflict),
  };
  const topic = {
    id: readId<TopicId>(field.id),
    title: readText(field.title),
    description: readText(field.description),
    language: draft.language,
    version: readDate(field.version).iso,
    ...readOptional('mapArea', field.mapArea, readMapArea),
    subtopics: recordsOf(draft.subtopics),
    entities: withMutual('overlaps', recordsOf(draft.entities)),
    predicates: recordsOf(draft.predicates),
    sources: recordsOf(draft.sources),
    facts: withMutual('conflictsWith', recordsOf(draft.facts)),
    terms: recordsOf(draft.terms),
    conflicts: recordsOf(draft.conflicts),
  };
  for (const check of [checkLinks, checkKinds, checkTimes, checkHoles]) check(draft);
  if (problems.length === 0) checkMarks(draft, topic);
  return problems.length === 0 ? { ok: true, topic } : { ok: false, problems };
}

function parseSubtopic(raw: Raw): Subtopic | undefined {
  return flawless(raw, () => {
    const field = readRecord(raw, ['id', 'title']);
    return { id: readId<SubtopicId>(field.id), title: readText(field.title) };
  });
}
