import { groupBy, sourceOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Fact } from '../fact/fact.ts';
import type { Citation } from './item.ts';

/** Where a fact is written: its sources with their dates, in the fact's order. */
export function citationsOf(base: Base, fact: Fact): readonly Citation[] {
  return fact.references.map(({ source: id, paragraph }) => {
    const source = sourceOf(base, id);
    return {
      source: id,
      publisher: source.publisher,
      ...(source.title !== undefined && { title: source.title }),
      date: (source.date ?? source.consulted)?.iso ?? '',
      ...(!source.date && { consulted: true as const }),
      ...(paragraph !== undefined && { paragraph }),
      ...(source.url !== undefined && { url: source.url }),
    };
  });
}

/** Each paragraph once: several facts often rest on one. */
export const eachOnce = (citations: readonly Citation[]): readonly Citation[] =>
  citations.filter(
    (citation, index) =>
      index ===
      citations.findIndex(
        ({ source, paragraph }) => source === citation.source && paragraph === citation.paragraph,
      ),
  );

/** A source with all the places in it that are cited. */
export interface CitedSource extends Omit<Citation, 'paragraph'> {
  readonly paragraphs: readonly number[];
}

/** Each source once, in the order of the citations; its paragraphs in the order of the text. */
export const bySource = (citations: readonly Citation[]): readonly CitedSource[] =>
  [...groupBy(citations, ({ source }) => [source]).values()].flatMap((places) =>
    places.slice(0, 1).map(({ paragraph: _, ...source }) => ({
      ...source,
      paragraphs: places.flatMap(({ paragraph = [] }) => paragraph).toSorted((a, b) => a - b),
    })),
  );
