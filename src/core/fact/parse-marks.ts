import { indexTopic, predicateOf, valueKey } from './base.ts';
import type { Base } from './base.ts';
import { excludes } from './compare.ts';
import type { Fact } from './fact.ts';
import { meets } from './interval.ts';
import type { Draft } from './parse-draft.ts';
import { child, refuse } from './parse-record.ts';
import type { Predicate } from './predicate.ts';
import { aboutKey } from './slot.ts';
import type { Topic } from './topic.ts';

/**
 * Refuses facts that cannot both be so by the marks of their predicate, unless they say that they conflict,
 * and facts whose own object is denied. Wants a draft without other problems.
 */
export function checkMarks(draft: Draft, topic: Topic): void {
  const base = indexTopic(topic);
  const raws = new Map(draft.facts.placed.map(({ record, raw }) => [record.id, raw]));
  for (const fact of topic.facts) {
    const raw = raws.get(fact.id);
    if (!raw) continue;
    const denied = fact.denials.findIndex(({ value }) => !excludes(base, value, fact.object));
    if (denied >= 0)
      refuse(child(child(raw, 'denials', fact.denials), denied, undefined), undefined, deniedItself);
  }
  for (const [earlier, later] of rivals(base)) {
    const raw = raws.get(later.id);
    if (!raw || earlier.conflictsWith.includes(later.id)) continue;
    const marks = predicateOf(base, later);
    if (marks.functional && twoValues(base, earlier, later)) {
      refuse(child(raw, 'object', later.object), undefined, twoOf('values', 'functional', earlier, marks));
    }
    if (marks.inverseFunctional && twoSubjects(base, earlier, later)) {
      refuse(
        child(raw, 'subject', later.subject),
        undefined,
        twoOf('subjects', 'inverseFunctional', earlier, marks),
      );
    }
  }
}

const deniedItself = {
  code: 'contradiction',
  message: "the denial denies the fact's own object",
  remedy: 'deny another value, or remove the denial',
} as const;

/** Pairs of live facts with one predicate and one `about` that may hold at one moment. */
function rivals(base: Base): readonly (readonly [Fact, Fact])[] {
  return [...base.factsByPredicate.values()].flatMap((facts) =>
    facts.flatMap((later, index) =>
      facts
        .slice(0, index)
        .filter((earlier) => aboutKey(earlier) === aboutKey(later) && meetsIn(base, earlier, later))
        .map((earlier) => [earlier, later] as const),
    ),
  );
}

const meetsIn = (base: Base, a: Fact, b: Fact): boolean => !predicateOf(base, a).temporal || meets(a, b);

const twoValues = (base: Base, a: Fact, b: Fact): boolean =>
  a.subject === b.subject && excludes(base, a.object, b.object);

const twoSubjects = (base: Base, a: Fact, b: Fact): boolean =>
  valueKey(a.object) === valueKey(b.object) &&
  excludes(base, { type: 'entity', id: a.subject }, { type: 'entity', id: b.subject });

function twoOf(what: 'values' | 'subjects', mark: string, earlier: Fact, { id, temporal }: Predicate) {
  const apart = temporal ? ', give them times that do not overlap' : '';
  return {
    code: what === 'values' ? 'two-values' : 'two-subjects',
    message: `"${id}" is ${mark}, so it cannot have two ${what} at one time; the other is in fact ${earlier.id}`,
    remedy: `correct one${apart}, or write \`conflictsWith: [${earlier.id}]\` where the sources disagree`,
  } as const;
}
