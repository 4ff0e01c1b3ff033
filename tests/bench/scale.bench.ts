import { bench, describe } from 'vitest';
import { indexTopic } from '#core/fact/base.ts';
import type { Base } from '#core/fact/base.ts';
import { parsePack, writePack } from '#core/fact/pack.ts';
import { valueIn } from '#core/fact/slot.ts';
import { refute } from '#core/fact/truth.ts';
import { makeItem } from '#core/item/generate.ts';
import { randomInt, seededRandom } from '#core/item/random.ts';
import { card } from '../core/topic.ts';
import { syntheticTopic } from '../core/synthetic.ts';

const queries = 10_000;

/** Asks of random facts whether another fact's value is refuted in their object slot. */
function ask(base: Base): number {
  const random = seededRandom('scale');
  const { facts } = base.topic;
  let refuted = 0;
  for (let count = 0; count < queries; count += 1) {
    const fact = facts[randomInt(facts.length, random)];
    const other = facts[randomInt(facts.length, random)];
    const value = other && valueIn(other, 'object');
    if (fact && value && refute(base, fact, 'object', value)) refuted += 1;
  }
  return refuted;
}

describe.each([500, 5000, 50_000])('a topic of %d facts', (size) => {
  const topic = syntheticTopic(size);
  const pack = writePack(topic);
  const before = process.memoryUsage().heapUsed;
  const base = indexTopic(parsePack(JSON.parse(pack)));
  const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  console.log(
    `${size} facts: pack ${(pack.length / 1024).toFixed(0)} KiB, base about ${megabytes.toFixed(1)} MiB`,
  );
  let turn = 0;

  bench('write the pack', () => {
    writePack(topic);
  });

  bench('read and index the pack', () => {
    indexTopic(parsePack(JSON.parse(pack)));
  });

  bench('answer 10,000 truth queries', () => {
    ask(base);
  });

  bench('make one choice item', () => {
    turn = (turn + 1) % (size / 4);
    makeItem(base, card(`date-${turn}`, 'object'), 'single-choice', 1);
  });
});
