import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardsInPack, parsePack, writePack } from '#core/fact/pack.ts';
import { indexTopic } from '#core/fact/base.ts';
import { cardsOf } from '#core/item/generate.ts';
import type { Fact } from '#core/fact/fact.ts';
import type { Topic } from '#core/fact/topic.ts';
import { compileTopics } from '../../../src/cli/content/compile.ts';
import { sample } from '../../cli/content/sample.ts';

const packs = ['content', sample].flatMap((folder) => compileTopics(join(folder)).packs);
const topics = packs.map(({ json }) => parsePack(JSON.parse(json)));

/** A topic with some of the facts, and with what they leave to the defaults said otherwise. */
const variant = (topic: Topic) =>
  fc
    .array(
      fc.record({
        fact: fc.constantFrom(...topic.facts),
        change: fc.record(
          {
            ask: fc.constantFrom('plain', 'never'),
            importance: fc.constantFrom('core', 'supporting', 'detail'),
            rank: fc.constantFrom('preferred', 'normal', 'deprecated'),
            supersedes: fc.subarray(topic.facts.map((fact) => fact.id)),
            neverOffer: fc.subarray(topic.facts.map((fact) => fact.object)),
          },
          { requiredKeys: [] },
        ),
      }),
    )
    .map((changes): Topic => ({
      ...topic,
      facts: changes.map(({ fact, change }): Fact => ({ ...fact, ...change })),
    }));

describe('writePack()', () => {
  test.each(topics)('is undone by parsePack() for $id', (topic) => {
    fc.assert(
      fc.property(variant(topic), (changed) => {
        expect(parsePack(JSON.parse(writePack(changed)))).toEqual(changed);
      }),
      { numRuns: 30 },
    );
  });

  test.each(packs)('gives the same bytes for the topic read back from $id', ({ json }) => {
    expect(writePack(parsePack(JSON.parse(json)), cardsInPack(JSON.parse(json)))).toBe(json);
  });

  test("leaves out authors' notes", () => {
    expect(packs.every(({ json }) => !json.includes('"note"'))).toBe(true);
  });
});

test.each(packs)('cardsInPack() gives the cards that can be asked of $id', ({ json }) => {
  const pack: unknown = JSON.parse(json);
  expect(cardsInPack(pack)).toEqual(cardsOf(indexTopic(parsePack(pack))));
});

describe('parsePack()', () => {
  test.each([null, 'text', {}, { format: 'other', v: 1 }, { format: 'harmattan-topic', v: 2 }])(
    'refuses %j with what it wants',
    (json) => expect(() => parsePack(json)).toThrow(/Load a "harmattan-topic" pack of version 1/),
  );
});
