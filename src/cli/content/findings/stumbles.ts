import type { Base } from '#core/fact/base.ts';
import { facets } from '#core/fact/fact.ts';
import type { Topic } from '#core/fact/topic.ts';
import { choiceStemOf, statementOf, stemOf } from '#core/item/sentence.ts';
import { finding } from './finding.ts';
import type { Finding } from './finding.ts';

type Stumble = readonly [RegExp, string];

/** English only: what trips the reader of a sentence that a pattern made. */
const stumbles: readonly Stumble[] = [
  [/\s\s/, 'two spaces'],
  [/\s[.,;:?]/, 'a space before a mark'],
  [/[.,;:?]{2}/, 'two marks in a row'],
  [/\b([a-z]+) \1\b/i, 'a word twice'],
  [/\ba (?!uni|ura|use|one\b|once|euro|EU|UN|US|UK|U-)[aeiou]\w/i, '"a" before a vowel'],
  [/\ban (?:US|EU|UN|UK|uni|use|one\b|once|euro)/, '"an" before a "yoo" or "w"'],
  [/'s's|s's\b/, 'a doubled possessive'],
];

/** Sentences and questions that trip the reader, each at its fact. */
export function stumblingSentences(base: Base): readonly Finding[] {
  const { topic } = base;
  const known = [...stumbles, ...missingArticles(topic)];
  return topic.facts.flatMap((fact, index) => {
    // Not from items: one that stumbles is never made.
    const stems = facets.flatMap(
      (facet) => stemOf(base, fact, facet) ?? choiceStemOf(base, fact, facet) ?? [],
    );
    const sentences = [statementOf(base, fact), ...stems];
    return sentences.flatMap((sentence) => {
      const stumble = known.find(([pattern]) => pattern.test(sentence));
      if (!stumble) return [];
      const message = `${stumble[1]} in "${sentence}"`;
      return [finding(['facts', index], message, 'mend the pattern or the names in it')];
    });
  });
}

/** Countries and bodies that need "the" before their name, as patterns for sentences that lack it. */
function missingArticles({ entities }: Topic): readonly Stumble[] {
  return entities.flatMap(({ kind, article, name }): readonly Stumble[] => {
    if (article === '' || (kind !== 'country' && kind !== 'organisation')) return [];
    const words = name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    return [[new RegExp(`\\b(?:in|of|by|from|to|with|and) ${words}\\b`), `no article before "${name}"`]];
  });
}
