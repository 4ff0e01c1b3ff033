import { sourceOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Fact, FactId, Importance, SubtopicId } from '../fact/fact.ts';
import type { Source } from '../fact/source.ts';
import type { Subtopic } from '../fact/topic.ts';
import { dateOf } from './fact-date.ts';
import { toldOf } from './told.ts';

/** A sub-topic as prose: what is timeless first, then year by year. */
export interface Briefing {
  readonly title: string;
  readonly chapters: readonly Chapter[];
  /** The sources that the sentences rest on; a mark `n` means `notes[n - 1]`. */
  readonly notes: readonly Source[];
  /** What can be studied: facts that still hold and may be asked. */
  readonly facts: readonly FactId[];
}

export interface Chapter {
  /** "2023"; undefined for what has no date. */
  readonly year?: string;
  readonly paragraphs: readonly (readonly Sentence[])[];
}

export interface Sentence {
  readonly fact: FactId;
  readonly text: string;
  readonly marks: readonly number[];
  /** A later fact has replaced it. */
  readonly superseded: boolean;
}

/** The briefing of a sub-topic; undefined when the topic has none of that name. */
export function briefingOf(base: Base, id: string): Briefing | undefined {
  const subtopic = base.topic.subtopics.find((candidate) => candidate.id === id);
  if (!subtopic) return undefined;
  const facts = inOrder(base, subtopic.id);
  const notes = [...new Set(facts.flatMap(({ fact }) => fact.references.map(({ source }) => source)))];
  const numbers = new Map(notes.map((source, index) => [source, index + 1]));
  const sentenceOf = ({ fact }: Dated): Sentence => ({
    fact: fact.id,
    text: toldOf(base, fact),
    marks: [...new Set(fact.references.flatMap(({ source }) => numbers.get(source) ?? []))],
    superseded: isSuperseded(base, fact),
  });
  return {
    title: subtopic.title,
    chapters: chaptersOf(facts).map(({ year, paragraphs }) => ({
      ...(year !== '' && { year }),
      paragraphs: paragraphs.map((paragraph) => paragraph.map(sentenceOf)),
    })),
    notes: notes.map((source) => sourceOf(base, source)),
    facts: facts
      .filter(({ fact }) => fact.ask !== 'never' && !isSuperseded(base, fact))
      .map(({ fact }) => fact.id),
  };
}

/** How many facts each sub-topic tells, in the topic's order; those without any are left out. */
export function contentsOf(base: Base): readonly (Subtopic & { readonly facts: number })[] {
  const counts = new Map<SubtopicId, number>();
  for (const { subtopic } of base.topic.facts) counts.set(subtopic, (counts.get(subtopic) ?? 0) + 1);
  return base.topic.subtopics.flatMap((subtopic) => {
    const facts = counts.get(subtopic.id);
    return facts === undefined ? [] : [{ ...subtopic, facts }];
  });
}

const isSuperseded = (base: Base, { id, rank }: Fact): boolean =>
  rank === 'deprecated' || base.superseded.has(id);

interface Dated {
  readonly fact: Fact;
  /** ISO date, "" when there is none. */
  readonly iso: string;
}

const weight: Readonly<Record<Importance, number>> = { core: 0, supporting: 1, detail: 2 };

/** By date, then importance. What is timeless is told subject by subject, the one with the weightiest fact first. */
function inOrder(base: Base, subtopic: SubtopicId): readonly Dated[] {
  const facts = base.topic.facts
    .filter((fact) => fact.subtopic === subtopic)
    .map((fact) => ({ fact, iso: dateOf(base, fact)?.iso ?? '' }))
    .toSorted((a, b) => compare(a.iso, b.iso) || weight[a.fact.importance] - weight[b.fact.importance]);
  const timeless = facts.filter(({ iso }) => iso === '');
  const subjects = [...new Set(timeless.map(({ fact }) => fact.subject))];
  return [
    ...subjects.flatMap((subject) => timeless.filter(({ fact }) => fact.subject === subject)),
    ...facts.filter(({ iso }) => iso !== ''),
  ];
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** A paragraph is a month, or part of one: more sentences than this are hard to read on a phone. */
const longestParagraph = 5;

interface DraftChapter {
  readonly year: string;
  readonly paragraphs: Dated[][];
}

function chaptersOf(facts: readonly Dated[]): readonly DraftChapter[] {
  const chapters: DraftChapter[] = [];
  for (const dated of facts) {
    const chapter = chapters.at(-1);
    if (chapter?.year !== dated.iso.slice(0, 4)) {
      chapters.push({ year: dated.iso.slice(0, 4), paragraphs: [[dated]] });
      continue;
    }
    const paragraph = chapter.paragraphs.at(-1);
    if (paragraph && goesOn(paragraph, dated)) paragraph.push(dated);
    else chapter.paragraphs.push([dated]);
  }
  return chapters;
}

/** Single sentences of neighbouring months share a paragraph rather than stand alone. */
function goesOn(paragraph: readonly Dated[], { iso }: Dated): boolean {
  const sameMonth = paragraph.at(-1)?.iso.slice(0, 7) === iso.slice(0, 7);
  return paragraph.length < (sameMonth ? longestParagraph : 2);
}
