import { searchEntries } from '#core/explore/search-entries.ts';
import type { SearchEntry } from '#core/explore/search-entries.ts';
import type { Base } from '#core/fact/base.ts';
import { foldText } from '#core/item/words.ts';

/** Finds what holds every word of a query, or begins with it, the best first. */
export type Find = (query: string) => readonly SearchEntry[];

/** Indexes everything in the base. The library comes only when somebody searches. */
export async function openSearch(base: Base): Promise<Find> {
  const { default: MiniSearch } = await import('minisearch');
  const entries = new Map(searchEntries(base).map((entry) => [entry.key, entry]));
  const index = new MiniSearch<SearchEntry>({
    idField: 'key',
    fields: ['title', 'also', 'text'],
    tokenize: (text) => foldText(text).split(' '),
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 2, also: 2 },
      // A name is looked for more often than a sentence that holds it.
      boostDocument: (key) => (String(key).startsWith('fact ') ? 1 : 2),
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  });
  index.addAll([...entries.values()]);
  return (query) => index.search(query).flatMap(({ id }) => entries.get(String(id)) ?? []);
}
