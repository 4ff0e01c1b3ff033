import { sourceOf } from '../fact/base.ts';
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
