import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Base } from '#core/fact/base.ts';
import type { Card } from '#core/fact/fact.ts';
import { cardsOf, possibleCards } from '#core/item/generate.ts';
import {
  assignmentId,
  decodeAssignment,
  encodeAssignment,
  encodeTyped,
  packOfCode,
} from '#core/assignment/assignment-code.ts';
import type { Assignment } from '#core/assignment/assignment.ts';
import { hexOf } from '#core/assignment/bytes.ts';
import { assignmentEntries } from '#core/assignment/student-entries.ts';
import { crockfordOf } from '#core/assignment/lettering.ts';
import { harbourBase } from '../topic.ts';
import { nigerBase } from '../../niger.ts';
import { packOf, plainAssignment, someAssignment, someKey } from './samples.ts';

const base = harbourBase();
const cards = possibleCards(base);
const pack = packOf(base);
const signature = new Uint8Array(64).fill(9);

const coded = (assignment: Assignment, of: Base = base): Uint8Array =>
  encodeAssignment(assignment, of.topic, assignment.teacher ? signature : []);

describe('encodeAssignment()', () => {
  test('gives every assignment back, with its signature', () => {
    fc.assert(
      fc.property(someAssignment(base, cards), (assignment) => {
        const code = coded(assignment);
        expect(packOfCode(code, [pack])).toEqual({ ok: true, value: pack });
        const read = decodeAssignment(code, pack, base.topic);
        expect(read.ok && read.value.assignment).toEqual(assignment);
        expect(read.ok && read.value.id).toBe(assignmentId(assignment, base.topic));
        expect(read.ok && read.value.signature).toEqual(assignment.teacher && signature);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  test('keeps the bytes of version 1 for ever', () => {
    const plain = plainAssignment(base, { generator: 3 });
    expect(hexOf(coded(plain))).toBe(golden.plain);
    const signed = plainAssignment(base, {
      generator: 3,
      mode: 'sealed',
      title: 'Week 3',
      due: { utcMs: Date.UTC(2026, 11, 4, 17), tzOffsetMin: 60 },
      settings: { ...plain.settings, feedback: 'release', attempts: 1, timeLimitMin: 30, certainty: true },
      teacher: { signing: someKey('e', 1), sealing: someKey('x', 2) },
      release: '0a0b0c0d',
    });
    expect(hexOf(coded(signed))).toBe(golden.signed);
  });

  test('with sets of items costs not a byte more, and only where students have items of their own', () => {
    const plain = plainAssignment(base, { generator: 3 });
    const inSets = plainAssignment(base, { generator: 3, itemSets: true });
    expect(hexOf(coded(inSets)).slice(2, -8)).toBe(golden.plain.slice(2, -8));
    expect(hexOf(coded(inSets)).slice(0, 2)).toBe('30');
    expect(assignmentId(inSets, base.topic)).not.toBe(assignmentId(plain, base.topic));
    const same = plainAssignment(base, { itemSets: true, settings: { ...plain.settings, variety: 'same' } });
    expect(decodeAssignment(coded(same), pack, base.topic)).toEqual({
      ok: false,
      problem: { type: 'shape' },
    });
  });

  test('refuses a title that is too long, and a moment between two minutes', () => {
    expect(() => coded(plainAssignment(base, { title: 'x'.repeat(61) }))).toThrow(RangeError);
    expect(() =>
      coded(plainAssignment(base, { opens: { utcMs: 1_700_000_000_001, tzOffsetMin: 0 } })),
    ).toThrow(RangeError);
  });
});

describe('the size of an assignment', () => {
  let niger: Base;
  let all: readonly Card[];
  beforeAll(() => {
    niger = nigerBase();
    all = cardsOf(niger);
  });

  test('is at most 64 bytes for a reference: pack, seed and blueprint, with title and dates', () => {
    const [one, two] = niger.topic.subtopics.map(({ id }) => id);
    const rich = plainAssignment(niger, {
      title: 'Coup of July 2023',
      opens: { utcMs: Date.UTC(2026, 11, 1, 7), tzOffsetMin: 60 },
      due: { utcMs: Date.UTC(2026, 11, 4, 17), tzOffsetMin: 60 },
      content: {
        type: 'blueprint',
        version: 2,
        sections: [
          { subtopics: one ? [one] : [], forms: ['single-choice', 'true-false'], count: 10 },
          { subtopics: two ? [two] : [], forms: ['typed'], count: 10, difficulty: 'easy' },
        ],
      },
    });
    const sizes = [plainAssignment(niger), rich].map((assignment) => coded(assignment, niger).length);
    process.stdout.write(
      `reference assignment: plain ${sizes[0]} bytes, two sections with title and dates ${sizes[1]} bytes\n`,
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(64);
  });

  test('is told for one picked by hand, and for one that is signed', () => {
    const plain = plainAssignment(niger);
    const picked = plainAssignment(niger, {
      content: { type: 'entries', entries: assignmentEntries(niger, all, plain) },
    });
    const signed = plainAssignment(niger, {
      mode: 'sealed',
      teacher: { signing: someKey('e', 1), sealing: someKey('x', 2) },
    });
    const [hand, sealed] = [coded(picked, niger).length, coded(signed, niger).length];
    process.stdout.write(`20 items picked by hand ${hand} bytes; a signed reference ${sealed} bytes\n`);
    expect(hand).toBeLessThanOrEqual(137);
    expect(sealed).toBeLessThanOrEqual(213);
  });
});

describe('encodeTyped()', () => {
  test('is short enough to be typed and read back against the packs that are here', () => {
    for (const assignment of [plainAssignment(base), plainAssignment(base, { itemSets: true })]) {
      const code = encodeTyped(assignment, base.topic);
      if (!code) throw new RangeError('A plain assignment has a typed code');
      expect(crockfordOf(code).replaceAll('-', '').length).toBeLessThanOrEqual(32);
      expect(packOfCode(code, [pack])).toEqual({ ok: true, value: pack });
      const read = decodeAssignment(code, pack, base.topic);
      expect(read.ok && read.value.assignment).toEqual(assignment);
    }
  });

  test('is not offered where it would leave something out', () => {
    expect(encodeTyped(plainAssignment(base, { title: 'Week 3' }), base.topic)).toBeUndefined();
  });
});

describe('packOfCode()', () => {
  test('says which version of which topic an assignment was made from', () => {
    const code = coded(plainAssignment(base));
    const newer = { ...pack, hash: 'ffffffffffffffff' as typeof pack.hash, version: '2027-01-01' };
    expect(packOfCode(code, [newer])).toEqual({
      ok: false,
      problem: { type: 'other-pack', version: base.topic.version, topic: base.topic.id },
    });
    expect(packOfCode(code, [])).toEqual({
      ok: false,
      problem: { type: 'other-pack', version: base.topic.version },
    });
  });
});

const golden = {
  plain: '1000112233445566ffaa740cdc61080203075bcd1500010014974ffdb9',
  signed:
    '1000112233445566ffaa740cdc616af703075bcd1500010014065765656b2033001f809c44011e6501010101010101010101010101010101010101010101010101010101010101017802020202020202020202020202020202020202020202020202020202020202020a0b0c0d0909090909090909090909090909090909090909090909090909090909090909090909090909090909090909090909090909090909090909090909090909090925daa3c8',
};
