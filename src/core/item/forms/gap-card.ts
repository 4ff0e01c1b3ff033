import { objectKey, subjectKey } from '../../fact/base.ts';
import type { Base } from '../../fact/base.ts';
import type { Fact } from '../../fact/fact.ts';
import { slotOfFacet } from '../../fact/slot.ts';
import { acceptanceOf } from '../accepted.ts';
import type { Form } from '../draft.ts';
import { valuePhrase } from '../phrase.ts';
import { gap, narrowsObject, statementOf, stemOf, tellsAsMuch } from '../sentence.ts';

/** The fact's own sentence with a hole for words that nobody types alike, such as a clause; the learner judges the recall. */
export const gapCard: Form = {
  id: 'gap-card',
  interaction: 'reveal',
  effort: 0.55,
  make({ base, language, fact, facet, key, single }) {
    const asked = single && stemOf(base, fact, facet) !== undefined && tellsAsMuch(base, fact, facet);
    if (!asked || acceptanceOf(base, language, key)) return undefined;
    if (facet === 'object' && !narrowsObject(base, fact)) return undefined;
    const holed = (of: Fact): string => statementOf(base, of, { slot: slotOfFacet[facet], filling: 'gap' });
    const stem = holed(fact);
    if (!stem.includes(gap) || likeIt(base, fact).some((other) => holed(other) === stem)) return undefined;
    return { stem, options: [], key: valuePhrase(base, language, key), accepted: [], guess: 0 };
  },
};

/** What the same speaker said and the like: the sentence may leave out the topic, by which alone a question tells them apart. */
const likeIt = (base: Base, fact: Fact): readonly Fact[] =>
  [
    ...(base.factsBySubject.get(subjectKey(fact.subject, fact.predicate)) ?? []),
    ...(base.factsByObject.get(objectKey(fact.predicate, fact.object)) ?? []),
  ].filter((other) => other !== fact && !base.superseded.has(other.id));
