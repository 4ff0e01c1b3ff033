import { beforeAll, describe, expect, test } from 'vitest';
import { indexTopic, objectKey } from '#core/fact/base.ts';
import type { Base } from '#core/fact/base.ts';
import { claimOf } from '#core/fact/claim.ts';
import type { Fact, FactId } from '#core/fact/fact.ts';
import { judge } from '#core/fact/judge.ts';
import { entitiesNamed } from '#core/fact/names.ts';
import { valueIn } from '#core/fact/slot.ts';
import { judgeWith } from '#core/fact/truth.ts';
import type { EntityId, Value } from '#core/fact/value.ts';
import { distractorsFor } from '#core/item/distractors.ts';
import { itemsOf, makeItem, possibleCards } from '#core/item/generate.ts';
import type { Certificate, Item } from '#core/item/item.ts';
import { randomInt, seededRandom, shuffle } from '#core/item/random.ts';
import type { Random } from '#core/item/random.ts';
import { statementOf } from '#core/item/sentence.ts';
import { english } from '#core/language/en.ts';
import { syntheticTopic } from './core/synthetic.ts';
import { nigerBase } from './niger.ts';

let base: Base;
let bank: readonly Item[];

beforeAll(() => {
  base = nigerBase();
  bank = itemsOf(base, 3);
});

describe('judge() on the Niger topic', () => {
  test('entails every fact that none has replaced, except where sources differ', () => {
    for (const fact of base.topic.facts) {
      if (fact.rank === 'deprecated' || base.superseded.has(fact.id)) continue;
      const expected = (base.rivals.get(fact.id) ?? []).length > 0 ? ['entailed', 'disputed'] : ['entailed'];
      expect(expected).toContain(judge(base, claimOf(fact)).verdict);
    }
  });

  test('refutes every wrong option of a choice, read back from its words', () => {
    let read = 0;
    for (const { form, facts, facet, options } of bank) {
      const fact = facts[0] && base.facts.get(facts[0]);
      if (form !== 'single-choice' || !fact) continue;
      const key = valueIn(fact, facet);
      for (const { correct, text } of options) {
        const value = key && readBack(text, key);
        if (correct || !value) continue;
        read += 1;
        expect(judgeWith(base, fact, facet, value).verdict, `${fact.id}: ${text}`).toBe('refuted');
      }
    }
    expect(read).toBeGreaterThan(400);
  });
});

/** The value that an option of the key's type names; undefined where the words alone do not tell. */
function readBack(text: string, key: Value): Value | undefined {
  if (key.type === 'date') {
    const date = english.readDate(text);
    return date && { type: 'date', date };
  }
  const [id, ...others] = key.type === 'entity' ? entitiesNamed(base, text) : [];
  return id && others.length === 0 ? { type: 'entity', id } : undefined;
}

test('judge() refutes every distractor over synthetic topics', () => {
  for (const size of [40, 400]) {
    const invented = indexTopic(syntheticTopic(size));
    for (const { id, fact: factId, facet } of possibleCards(invented).slice(0, 200)) {
      const fact = invented.facts.get(factId);
      for (const { value } of fact ? distractorsFor(invented, fact, facet, seededRandom(id)) : []) {
        expect(fact && judgeWith(invented, fact, facet, value).verdict).toBe('refuted');
      }
    }
  }
});

describe('500 corrupted facts', () => {
  test('change or remove every item that depends on them', () => {
    const random = seededRandom('corrupt');
    const order = shuffle(base.topic.facts, random);
    const lost: string[] = [];
    let dependents = 0;
    for (let turn = 0; turn < 5; turn += 1) {
      const chosen = shuffle(order, random).slice(0, 100);
      const corrupted = new Map(chosen.map((fact) => [fact.id, corrupt(fact, random)]));
      const changed = indexTopic({
        ...base.topic,
        facts: base.topic.facts.map((fact) => corrupted.get(fact.id) ?? fact),
      });
      for (const item of dependentsOf(new Set(corrupted.keys()))) {
        dependents += 1;
        if (isSame(changed, item)) lost.push(`${item.form} ${item.card}`);
      }
    }
    expect(dependents).toBeGreaterThan(1500);
    expect(lost).toEqual([]);
  });
});

test('corrupted records of conflicts change or remove every comparison of sources', () => {
  const conflicts = base.topic.conflicts.map((conflict) => ({
    ...conflict,
    values: conflict.values.map((reported) => ({ ...reported, value: `${reported.value} elsewhere` })),
  }));
  const changed = indexTopic({ ...base.topic, conflicts });
  const comparisons = bank.filter(({ form }) => form === 'source-comparison');
  expect(comparisons.length).toBeGreaterThan(0);
  expect(comparisons.filter((item) => isSame(changed, item))).toEqual([]);
});

/** Items that ask a fact or rest on it (but for those that rest on a recorded conflict), and a part of those that only quote it in a proof. */
function dependentsOf(ids: ReadonlySet<FactId>): readonly Item[] {
  return bank.filter((item, index) => {
    if (item.form === 'source-comparison') return false;
    if (item.facts.some((id) => ids.has(id))) return true;
    const proofs = [...item.options, ...(item.repair?.options ?? [])].flatMap(
      ({ certificate }) => certificate ?? [],
    );
    return index % 4 === 0 && proofs.some((proof) => quotes(proof, ids));
  });
}

/** Whether a proof tells one of the facts in so many words. */
function quotes({ refutedBy, belongsTo = refutedBy, text }: Certificate, ids: ReadonlySet<FactId>): boolean {
  return [refutedBy, belongsTo].some((id) => {
    const fact = ids.has(id) ? base.facts.get(id) : undefined;
    return fact !== undefined && text.includes(statementOf(base, fact));
  });
}

function isSame(changed: Base, item: Item): boolean {
  const [fact] = item.facts;
  const again = fact && makeItem(changed, { id: item.card, fact, facet: item.facet }, item.form, item.seed);
  return JSON.stringify(again) === JSON.stringify(item);
}

/** The same fact with another object of the same type. */
function corrupt(fact: Fact, random: Random): Fact {
  return { ...fact, object: otherThan(fact, random) };
}

function otherThan({ object: value, predicate }: Fact, random: Random): Value {
  switch (value.type) {
    case 'entity': {
      const kind = base.entities.get(value.id)?.kind ?? 'thing';
      // One that no such fact names, so that two corrupted facts cannot make up for one another.
      const isFree = (id: EntityId): boolean =>
        !base.factsByObject.has(objectKey(predicate, { type: 'entity', id }));
      const peers = (base.entitiesByKind.get(kind) ?? []).filter(({ id }) => isFree(id));
      const peer = peers[randomInt(peers.length, random)];
      return peer ? { type: 'entity', id: peer.id } : { type: 'text', text: 'something else', accept: [] };
    }
    case 'date':
      return { type: 'date', date: { ...value.date, iso: `18${value.date.iso.slice(2)}` } };
    case 'quantity':
      return { ...value, amount: value.amount * 3 + 1 };
    case 'text':
      return { ...value, text: `${value.text} elsewhere` };
  }
}
