import { cardId, facets, factOfCard, importances } from '../fact/fact.ts';
import type { CardId, Facet, FactId } from '../fact/fact.ts';
import type { Topic } from '../fact/topic.ts';
import { formIds } from '../item/item.ts';
import { answerings, difficulties } from '../session/plan.ts';
import type { Entry } from '../session/plan.ts';
import type { Content, Section } from './assignment.ts';
import { bitAt, bitsOf, chosenBy, packBits, unzigzag, varint, zigzag } from './bytes.ts';
import type { Reader } from './bytes.ts';

/** What no quiz has more of: items in all, parts of a blueprint, parallel versions. */
export const mostItems = 200;
export const mostSections = 32;
const mostVersions = 26;

/** What is asked, as bytes. Subtopics and facts are named by their place in the pack, which the pack's hash fixes. */
export function contentBytes(content: Content, seed: number, topic: Topic): readonly number[] {
  if (content.type === 'entries') {
    const entries = content.entries.flatMap((entry) => entryBytes(entry, seed, topic));
    return [...varint(content.entries.length), ...entries];
  }
  const sections = content.sections.flatMap((section) => sectionBytes(section, topic));
  return [content.version, ...varint(content.sections.length), ...sections];
}

/** Undefined when it asks for what the pack does not have, or for too much. */
export function readContent(
  type: Content['type'],
  seed: number,
  topic: Topic,
  reader: Reader,
): Content | undefined {
  if (type === 'entries') {
    const count = reader.varint();
    const entries = listed(count <= mostItems ? count : 0, () => readEntry(seed, topic, reader));
    return entries && entries.length > 0 ? { type, entries } : undefined;
  }
  const version = reader.byte();
  const count = reader.varint();
  const sections = listed(count <= mostSections ? count : 0, () => readSection(topic, reader));
  const items = sections?.reduce((sum, section) => sum + section.count, 0) ?? 0;
  const fits = version < mostVersions && items > 0 && items <= mostItems;
  return sections && fits ? { type, version, sections } : undefined;
}

/** Undefined as soon as one is. */
function listed<T>(count: number, read: () => T | undefined): readonly T[] | undefined {
  const list = Array.from({ length: count }, read);
  const found = list.filter((value) => value !== undefined);
  return found.length === count ? found : undefined;
}

const seedSpan = 2 ** 32;

function entryBytes({ card, form, seed }: Entry, base: number, { facts }: Topic): readonly number[] {
  const fact = facts.findIndex(({ id }) => id === factOfCard(card));
  const facet = facets.indexOf(card.slice(card.lastIndexOf('/') + 1) as Facet);
  if (fact < 0 || facet < 0) throw new RangeError(`Pick cards of the topic, not "${card}"`);
  const shift = (seed - base + seedSpan) % seedSpan;
  const nearest = shift < seedSpan / 2 ? shift : shift - seedSpan;
  return [...varint(fact), facet * 32 + formIds.indexOf(form), ...varint(zigzag(nearest))];
}

function readEntry(base: number, { facts }: Topic, reader: Reader): Entry | undefined {
  const fact: FactId | undefined = facts[reader.varint()]?.id;
  const byte = reader.byte();
  const [facet, form] = [facets[Math.floor(byte / 32)], formIds[byte % 32]];
  const seed = (base + unzigzag(reader.varint()) + seedSpan) % seedSpan;
  if (!fact || !facet || !form) return undefined;
  const card: CardId = cardId(fact, facet);
  return { card, form, seed };
}

function sectionBytes(section: Section, topic: Topic): readonly number[] {
  const { forms, count, difficulty, answering, importances: wanted = [] } = section;
  const subtopics = topic.subtopics.map(({ id }) => id);
  const bits = [bitsOf(subtopics, section.subtopics), bitsOf(formIds, forms), bitsOf(importances, wanted)];
  const flags =
    packBits(bits.map((set) => set > 0)) +
    8 * (difficulty ? difficulties.indexOf(difficulty) + 1 : 0) +
    32 * (answering ? answerings.indexOf(answering) + 1 : 0);
  return [flags, ...varint(count), ...bits.flatMap((set) => (set > 0 ? varint(set) : []))];
}

function readSection(topic: Topic, reader: Reader): Section | undefined {
  const flags = reader.byte();
  const count = reader.varint();
  const set = (place: number): number => (bitAt(flags, place) ? reader.varint() : 0);
  const subtopics = chosenBy(
    topic.subtopics.map(({ id }) => id),
    set(0),
  );
  const forms = chosenBy(formIds, set(1));
  const wanted = chosenBy(importances, set(2));
  const difficulty = difficulties[(Math.floor(flags / 8) % 4) - 1];
  const answering = answerings[(Math.floor(flags / 32) % 4) - 1];
  if (!subtopics || !forms || !wanted || count === 0) return undefined;
  return {
    subtopics,
    forms,
    count,
    ...(wanted.length > 0 && { importances: wanted }),
    ...(difficulty && { difficulty }),
    ...(answering && { answering }),
  };
}
