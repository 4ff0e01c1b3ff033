import { bench, describe } from 'vitest';
import { indexTopic } from '#core/fact/base.ts';
import type { Base } from '#core/fact/base.ts';
import { parsePack, writePack } from '#core/fact/pack.ts';
import { valueIn } from '#core/fact/slot.ts';
import { judgeWith } from '#core/fact/truth.ts';
import { makeItem } from '#core/item/generate.ts';
import type { FormId } from '#core/item/item.ts';
import { randomInt, seededRandom } from '#core/item/random.ts';
import { card } from '../core/topic.ts';
import { syntheticTopic } from '../core/synthetic.ts';

const queries = 10_000;

/** Asks of random facts what the base says of them with another fact's value in the object slot. */
function ask(base: Base): number {
  const random = seededRandom('scale');
  const { facts } = base.topic;
  let known = 0;
  for (let count = 0; count < queries; count += 1) {
    const fact = facts[randomInt(facts.length, random)];
    const other = facts[randomInt(facts.length, random)];
    const value = other && valueIn(other, 'object');
    if (fact && value && judgeWith(base, fact, 'object', value).verdict !== 'unknown') known += 1;
  }
  return known;
}

/** Makes `count` items of one form, of facts spread over the whole topic; what is measured is the cost of one. */
function make(base: Base, form: FormId, count: number): number {
  const quarter = base.topic.facts.length / 4;
  let made = 0;
  for (let turn = 0; turn < count; turn += 1) {
    const number = Math.floor((turn * quarter) / count);
    const asked = turn % 2 === 0 ? card(`date-${number}`, 'object') : card(`place-${number}`, 'object');
    if (makeItem(base, asked, form, 1)) made += 1;
  }
  return made;
}

/** A form for each way in which items are found: by value, by typing, by neighbours in time. */
const benched = [
  'single-choice',
  'typed',
  'before-after',
  'what-followed',
  'duration',
  'odd-one-out',
] as const;

describe.each([500, 5000, 50_000])('a topic of %d facts', (size) => {
  const topic = syntheticTopic(size);
  const pack = writePack(topic);
  const before = process.memoryUsage().heapUsed;
  const base = indexTopic(parsePack(JSON.parse(pack)));
  const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  console.log(
    `${size} facts: pack ${(pack.length / 1024).toFixed(0)} KiB, base about ${megabytes.toFixed(1)} MiB`,
  );
  bench('write the pack', () => {
    writePack(topic);
  });

  bench('read and index the pack', () => {
    indexTopic(parsePack(JSON.parse(pack)));
  });

  bench('answer 10,000 truth queries', () => {
    ask(base);
  });

  for (const form of benched) {
    bench(`make 100 items: ${form}`, () => {
      make(base, form, 100);
    });
  }
});
