import { beforeAll, describe, expect, test } from 'vitest';
import { possibleCards } from '#core/item/generate.ts';
import { randomInt, seededRandom } from '#core/item/random.ts';
import type { Random } from '#core/item/random.ts';
import type { AssignmentEvent, OwnKeys } from '#core/assignment/assignment-event.ts';
import { payloadOf } from '#core/assignment/assignment-event.ts';
import { assignmentLogOf } from '#core/assignment/assignment-log.ts';
import {
  assignmentId,
  assignmentToSign,
  decodeAssignment,
  encodeAssignment,
  packOfCode,
} from '#core/assignment/assignment-code.ts';
import { studentOf } from '#core/assignment/assignment.ts';
import type { Result } from '#core/assignment/assignment.ts';
import { bytesOfHex } from '#core/assignment/bytes.ts';
import { joined } from '#core/log/joined.ts';
import { bytesOfText, textOfCode } from '#core/assignment/code.ts';
import type { CodeProblem } from '#core/assignment/code.ts';
import { codesInText } from '#core/assignment/codes-in-text.ts';
import { framesOf, gather } from '#core/transfer/frames.ts';
import { crockfordOf, digitsOf } from '#core/assignment/lettering.ts';
import { encodeResult, encodeSealed, resultToSign } from '#core/assignment/result-code.ts';
import type { SessionId } from '#core/review/event.ts';
import { sha256OfBytes } from '#core/log/sha256.ts';
import { codeProblemWords } from '#lib/components/assignment/problem-words.ts';
import { newKeys } from '#lib/crypto/keys.ts';
import { seal } from '#lib/crypto/seal.ts';
import { isSignedBy, sign } from '#lib/crypto/sign.ts';
import { receive } from '#lib/state/receive.ts';
import { packOf, plainAssignment } from '../../core/assignment/samples.ts';
import { harbourBase } from '../../core/topic.ts';

const base = harbourBase();
const pack = packOf(base);
let keys: OwnKeys;
let student: OwnKeys;
let assignment: Uint8Array<ArrayBuffer>;
let result: Uint8Array<ArrayBuffer>;
let sealed: Uint8Array<ArrayBuffer>;
const told: AssignmentEvent[] = [];
const desk = {
  get log() {
    return assignmentLogOf(told.map(payloadOf));
  },
  tell: async (event: AssignmentEvent) => void told.push(event),
};

beforeAll(async () => {
  [keys, student] = [await newKeys(), await newKeys()];
  const plain = plainAssignment(base, {
    mode: 'sealed',
    teacher: { signing: keys.signing.public, sealing: keys.sealing.public },
  });
  const signature = await sign(keys.signing, assignmentToSign(plain, base.topic));
  assignment = encodeAssignment(plain, base.topic, signature);
  const id = assignmentId(plain, base.topic);
  const handed: Result = {
    id: 'fedcba9876543210' as SessionId,
    assignment: id,
    student: studentOf('7'),
    startedUtcMs: Date.UTC(2026, 10, 25, 8),
    finishedUtcMs: Date.UTC(2026, 10, 25, 8, 20),
    extendedBy: 0,
    answers: possibleCards(base)
      .slice(0, 5)
      .map(() => ({ response: { type: 'choice', option: 'a' } })),
  };
  const own = student.signing;
  result = encodeResult(handed, own.public, await sign(own, resultToSign(handed, own.public)));
  sealed = encodeSealed(id, await seal(result, keys.sealing.public, joined(bytesOfHex(id))));
  told.push(
    { kind: 'keys', body: keys },
    {
      kind: 'handed-out',
      body: { id, topic: pack.topic, pack: pack.hash, title: '', code: textOfCode(assignment), students: [] },
    },
  );
});

/** The same code with one bit, byte or end changed, and a checksum that is right all the same. */
function mutant(code: Uint8Array, random: Random, isChecked: boolean): Uint8Array {
  const body = code.slice(0, code.length - 4);
  const at = randomInt(body.length, random);
  const kinds = [
    () => body.with(at, (body[at] ?? 0) ^ (1 << randomInt(8, random))),
    () => joined(body.subarray(0, at), body.subarray(at + 1)),
    () => joined(body.subarray(0, at), [randomInt(256, random)], body.subarray(at)),
    () => joined(body.subarray(0, Math.max(1, at))),
    () => joined(body, body.subarray(0, at + 1)),
  ];
  const changed = (kinds[randomInt(kinds.length, random)] ?? (() => body))();
  return joined(changed, isChecked ? sha256OfBytes(changed).subarray(0, 4) : code.slice(-4));
}

/** As a phone reads an assignment: its pack, its body, its signature. */
async function problemOf(text: string): Promise<CodeProblem | undefined> {
  const bytes = bytesOfText(text);
  if (!bytes.ok) return bytes.problem;
  const known = packOfCode(bytes.value, [pack]);
  if (!known.ok) return known.problem;
  const read = decodeAssignment(bytes.value, known.value, base.topic);
  if (!read.ok) return read.problem;
  const { assignment: told, signed, signature } = read.value;
  const isProven = told.teacher && signature && (await isSignedBy(told.teacher.signing, signed, signature));
  return told.teacher && !isProven ? { type: 'signature' } : undefined;
}

const letterings = [
  textOfCode,
  digitsOf,
  (code: Uint8Array) => `https://school.example/take/#${textOfCode(code)}`,
];

describe('a hostile code', () => {
  test('in 200 mutants of an assignment is refused with a sentence', async () => {
    expect(await problemOf(textOfCode(assignment))).toBeUndefined();
    const random = seededRandom('hostile assignments');
    for (let count = 0; count < 200; count += 1) {
      const code = mutant(assignment, random, count % 2 === 0);
      const problem = await problemOf((letterings[count % 3] ?? textOfCode)(code));
      expect(problem, `mutant ${count}`).toBeDefined();
      expect(problem && codeProblemWords(problem)).toMatch(/^[A-Z].{20,}[.]$/);
    }
  });

  test('in 200 mutants of results, plain and sealed, is refused with a sentence, and nothing is written', async () => {
    const random = seededRandom('hostile results');
    const before = told.length;
    for (let count = 0; count < 200; count += 1) {
      const code = mutant(count % 4 < 2 ? result : sealed, random, count % 2 === 0);
      const received = await receive(desk, (letterings[count % 3] ?? textOfCode)(code), () => 5);
      expect(received.ok, `mutant ${count}`).toBe(false);
      expect(!received.ok && codeProblemWords(received.problem)).toMatch(/^[A-Z].{20,}[.]$/);
      expect(told).toHaveLength(before);
    }
  });

  test('in a file is passed over, and what is whole in it is found', () => {
    const random = seededRandom('hostile files');
    for (let count = 0; count < 60; count += 1) {
      const text = textOfCode(mutant(result, random, false));
      expect(codesInText(`Result of 7\nhttps://school.example/teach/collect/#${text}\n`)).toEqual([]);
    }
    const file = `Result of 7\nhttps://school.example/#${textOfCode(result)}\n${crockfordOf(result)} ${digitsOf(result)}`;
    expect(codesInText(file)).toEqual([textOfCode(result)]);
    expect(codesInText('\u0000'.repeat(10_000) + 'A'.repeat(100_000))).toEqual([]);
  });

  test('in frames is refused, and frames in any order give the code', () => {
    const random = seededRandom('frames');
    const long = joined(...Array.from({ length: 6 }, () => sealed));
    const frames = framesOf(long);
    expect(frames.needed).toBeGreaterThan(4);
    let gathered: Parameters<typeof gather>[0];
    let whole: Uint8Array | undefined;
    for (let count = 0; count < 200 && !whole; count += 1) {
      const frame = frames.code(randomInt(500, random));
      const hostile = gather(gathered, joined(mutant(frame, random, false)));
      expect(hostile.ok).toBe(false);
      const seen = gather(gathered, frame);
      if (seen.ok && seen.value.type === 'partial') gathered = seen.value.gathered;
      else if (seen.ok) whole = seen.value.type === 'whole' ? seen.value.code : undefined;
    }
    expect(whole).toEqual(long);
  });
});

describe('receive()', () => {
  test('takes a sealed result once, and tells a forged and a foreign one', async () => {
    const first = await receive(desk, textOfCode(sealed), () => 5);
    expect(first.ok && first.value.arrival).toBe('new');
    const again = await receive(desk, textOfCode(result), () => 5);
    expect(again.ok && again.value.arrival).toBe('known');
    expect(desk.log.collected).toHaveLength(1);

    const stranger = await newKeys();
    const id = desk.log.collected[0]?.result.assignment;
    if (!id) throw new RangeError('The result was taken');
    const foreign = encodeSealed(id, await seal(result, stranger.sealing.public, joined(bytesOfHex(id))));
    expect(await receive(desk, textOfCode(foreign), () => 5)).toEqual({
      ok: false,
      problem: { type: 'not-for-us' },
    });
    expect(await receive({ ...desk, log: assignmentLogOf([]) }, textOfCode(result), () => 5)).toEqual({
      ok: false,
      problem: { type: 'unknown-quiz' },
    });
    expect(await receive(desk, textOfCode(assignment), () => 5)).toEqual({
      ok: false,
      problem: { type: 'other-kind', kind: 'assignment' },
    });
  });
});
