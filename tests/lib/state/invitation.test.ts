import { beforeAll, describe, expect, test } from 'vitest';
import { compileTopics } from '../../../src/cli/content/compile.ts';
import { hashOf } from '../../../src/build/content-plugin.ts';
import type { Base } from '#core/fact/base.ts';
import type { Card } from '#core/fact/fact.ts';
import { cardsOf, generatorVersion } from '#core/item/generate.ts';
import { encodeAssignment } from '#core/assignment/assignment-code.ts';
import type { AssignmentEvent, Handout, OwnKeys } from '#core/assignment/assignment-event.ts';
import { defaultSettings, studentOf } from '#core/assignment/assignment.ts';
import { extraTimeFor } from '#core/assignment/extra-time.ts';
import type { PublicKey } from '#core/assignment/assignment.ts';
import { packHash, textOfCode } from '#core/assignment/code.ts';
import { fingerprintOf } from '#core/assignment/fingerprint.ts';
import { decodeWord, encodeWord, tidyWord } from '#core/assignment/opening.ts';
import { newKeys } from '#lib/crypto/keys.ts';
import { classList } from '#lib/state/class-list.ts';
import { codeToGive, handOut } from '#lib/state/hand-out.ts';
import type { Draft, HandOutWishes } from '#lib/state/hand-out.ts';
import { offerOf, opened, readInvitation, trustOf } from '#lib/state/invitation.ts';
import type { Offer } from '#lib/state/invitation.ts';
import { isRelease } from '#lib/state/release.ts';
import { nigerBase } from '../../niger.ts';

let base: Base;
let cards: readonly Card[];
let keys: OwnKeys;
const told: AssignmentEvent[] = [];
const teacher = {
  keys: async () => keys,
  tell: async (event: AssignmentEvent) => void told.push(event),
  keepFacts: async () => undefined,
  keepItems: async () => undefined,
};

beforeAll(async () => {
  base = nigerBase();
  cards = cardsOf(base);
  keys = await newKeys();
});

const draft: Draft = {
  seed: 5,
  content: { type: 'blueprint', version: 0, sections: [{ subtopics: [], forms: ['typed'], count: 4 }] },
  mode: 'practice',
  settings: defaultSettings,
  title: 'Week 3',
};
const open: HandOutWishes = { locked: false, signed: false, students: [], extraTime: [] };

async function offered(handout: Handout): Promise<Offer> {
  const read = readInvitation(textOfCode(await codeToGive(handout)));
  const offer = read.ok ? await offerOf(read.value, { base, cards }) : read;
  if (!offer.ok) throw new RangeError(offer.problem.type);
  return offer.value;
}

describe('handOut()', () => {
  test('gives a code that a phone with the same pack reads, and keeps what was handed out', async () => {
    const handout = await handOut(teacher, base, draft, open);
    expect(told.at(-1)).toEqual({ kind: 'handed-out', body: handout });
    const offer = await offered(handout);
    expect([offer.id, offer.items, offer.assignment.title]).toEqual([handout.id, 4, 'Week 3']);
    expect(trustOf(offer, new Set())).toBe('unsigned');
  });

  test.each([
    { from: -1, newer: false },
    { from: 1, newer: true },
  ])('never asks other items than were meant: by rules $from', async ({ from, newer }) => {
    const { code } = await handOut(teacher, base, draft, open);
    const read = readInvitation(code);
    if (!read.ok) throw new RangeError(read.problem.type);
    const offer = await offered(await handOut(teacher, base, draft, open));
    const other = encodeAssignment({ ...offer.assignment, generator: generatorVersion + from }, base.topic);
    expect(await offerOf({ ...read.value, code: other }, { base, cards })).toEqual({
      ok: false,
      problem: { type: 'other-generator', newer },
    });
  });

  test('signs sealed quizzes, and phones learn the key on first use', async () => {
    const offer = await offered(await handOut(teacher, base, { ...draft, mode: 'sealed' }, open));
    const own = new Set([keys.signing.public]);
    const other = new Set<PublicKey>([(await newKeys()).signing.public]);
    expect([new Set<PublicKey>(), own, other].map((known) => trustOf(offer, known))).toEqual([
      'first',
      'known',
      'another',
    ]);
    expect(fingerprintOf(keys.signing.public)).toMatch(/^[0-9A-Z]{4} [0-9A-Z]{3} [0-9A-Z]{3}$/);
  });

  test('locks a quiz until its word is told', async () => {
    const handout = await handOut(teacher, base, draft, { ...open, locked: true });
    const read = readInvitation(textOfCode(await codeToGive(handout)));
    if (!read.ok || !read.value.locked) throw new RangeError('It is locked');
    expect(read.value.locked.title).toBe('Week 3');
    expect(await offerOf(read.value, { base, cards })).toMatchObject({ ok: false });
    expect(await opened({ locked: read.value.locked }, 'AAAA-AAAA')).toBeUndefined();
    const inner = await opened({ locked: read.value.locked }, handout.start ?? '');
    const offer = inner?.ok ? await offerOf(inner.value, { base, cards }) : undefined;
    expect(offer?.ok && offer.value.id).toBe(handout.id);
  });

  test('makes a word of release that only itself opens', async () => {
    const settings = { ...defaultSettings, feedback: 'release' as const };
    const handout = await handOut(teacher, base, { ...draft, settings }, open);
    const { assignment } = await offered(handout);
    expect(await isRelease(assignment, handout.release?.toLowerCase() ?? '')).toBe(true);
    expect(await isRelease(assignment, 'AAAA-AAAA')).toBe(false);
  });

  test('gives single students more time, without their names in the code', async () => {
    const settings = { ...defaultSettings, timeLimitMin: 20 };
    const extraTime = [
      { student: studentOf('Élodie'), percent: 50 },
      { student: studentOf('elodie'), percent: 25 },
      { student: studentOf('07'), percent: 100 },
      { student: studentOf(' '), percent: 25 },
    ];
    const handout = await handOut(teacher, base, { ...draft, settings }, { ...open, extraTime });
    const { assignment } = await offered(handout);
    const given = ['elodie', '7', 'Amina'].map((name) => extraTimeFor(assignment, studentOf(name)));
    expect(given).toEqual([50, 100, 0]);
    expect(assignment.extraTime).toHaveLength(2);
    expect(handout.extraTime).toHaveLength(3);
    expect(handout.code).not.toContain('lodie');
    const untimed = await offered(await handOut(teacher, base, draft, { ...open, extraTime }));
    expect(untimed.assignment.extraTime).toBeUndefined();
  });

  test('shortens a title to the bytes that there are', async () => {
    const handout = await handOut(teacher, base, { ...draft, title: 'é'.repeat(60) }, open);
    expect((await offered(handout)).assignment.title).toBe('é'.repeat(30));
  });
});

describe('hashOf()', () => {
  test('of the build names the packs that packHash() of the core names', () => {
    for (const { json } of compileTopics('content').packs) expect(hashOf(json)).toBe(packHash(json));
  });
});

describe('classList()', () => {
  test.each([
    ['3', ['1', '2', '3']],
    ['Amina, Boubé; Amina\nZara', ['Amina', 'Boubé', 'Zara']],
    ['', []],
    ['9999', ['9999']],
  ])('reads %j', (typed, labels) => {
    expect(classList(typed)).toEqual(labels);
  });
});

describe('tidyWord()', () => {
  test('is the same for every way to type a word, and a word goes through a QR code', () => {
    expect(['k7qm 2f9d', 'K7QM-2F9D', 'K7QM2F9D'].map(tidyWord)).toEqual(Array(3).fill('K7QM-2F9D'));
    expect(tidyWord(' Open  Sesame ')).toBe('opensesame');
    expect(decodeWord(encodeWord('K7QM-2F9D'))).toEqual({ ok: true, value: 'K7QM-2F9D' });
  });
});
