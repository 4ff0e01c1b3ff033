import { readFileSync } from 'node:fs';
import { indexTopic } from '../../src/core/fact/base.ts';
import { cardsInPack, parsePack } from '../../src/core/fact/pack.ts';
import {
  assignmentId,
  decodeAssignment,
  encodeAssignment,
} from '../../src/core/assignment/assignment-code.ts';
import { payloadOf } from '../../src/core/assignment/assignment-event.ts';
import type { AssignmentEvent } from '../../src/core/assignment/assignment-event.ts';
import { defaultSettings, studentOf } from '../../src/core/assignment/assignment.ts';
import type { Assignment, PackHash, PublicKey, Student } from '../../src/core/assignment/assignment.ts';
import { bytesOfHex } from '../../src/core/assignment/bytes.ts';
import { joined } from '../../src/core/log/joined.ts';
import { bytesOfText, textOfCode } from '../../src/core/assignment/code.ts';
import { base64urlOf } from '../../src/core/assignment/lettering.ts';
import { encodeResult, encodeSealed, resultToSign } from '../../src/core/assignment/result-code.ts';
import { askedBy } from '../../src/core/assignment/student-entries.ts';
import { hashOf } from '../../src/build/content-plugin.ts';
import { newKeys } from '../../src/lib/crypto/keys.ts';
import { seal } from '../../src/lib/crypto/seal.ts';
import { sign } from '../../src/lib/crypto/sign.ts';
import { filesUnder } from '../../src/build/files.js';
import { generatorVersion, makeItem } from '../../src/core/item/generate.ts';
import type { Item } from '../../src/core/item/item.ts';
import { seededRandom } from '../../src/core/item/random.ts';
import { writeBackup } from '../../src/core/review/backup.ts';
import type { DeviceId, LogEvent, SessionId } from '../../src/core/review/event.ts';
import { sealEvent } from '../../src/core/review/log.ts';
import type { Response } from '../../src/core/review/response.ts';

const size = 28;
const believers = 18;

/**
 * The text of a teacher's copy: a quiz of six was handed out and 28 students have handed in. 18 of them take the first
 * item's first wrong option for right; else they know most and guess the rest, by which one more takes it.
 */
export function copyOfClass(): string {
  const facts = pack();
  const items = facts.cards
    .flatMap((card) => makeItem(facts.base, card, 'single-choice', 5) ?? [])
    .filter((item) => item.options.every(({ correct, certificate }) => correct || certificate?.belongsTo))
    .filter((_, index) => index % 9 === 0)
    .slice(0, 6);
  const random = seededRandom('class');
  const answers = Array.from({ length: size }, (_, index) =>
    items.map((item, place): Response => {
      const believes = place === 0 && index < believers;
      return { type: 'choice', option: optionOf(item, believes, random()) };
    }),
  );
  return copyOf(classOf(facts, assignmentOf(facts, items), answers));
}

/**
 * A class that was asked when the coup was while the facts still named another day; two of three answered that. With
 * the facts of then, and the address under which the app keeps them.
 */
export function classOfOlderFacts() {
  const older = pack((text) => text.replaceAll('"2023-07-26"', '"2023-07-25"'));
  const card = older.cards.find(({ id }) => id === 'coup-date/object');
  const item = card && makeItem(older.base, card, 'typed', 1);
  if (!item) throw new RangeError('Ask when the coup was');
  const answers = ['25 July 2023', '25 July 2023', '26 July 2023'].map((text): Response[] => [{ type: 'text', text }]); // prettier-ignore
  const { id, version } = older.base.topic;
  const address = `/kept-packs/${id}/${version}/${hashOf(older.text)}`;
  return { copy: copyOf(classOf(older, assignmentOf(older, [item]), answers)), address, text: older.text };
}

/**
 * The text of a file with the results of classmates for the quiz behind a link, signed and sealed as their phones do it.
 * All who are offered what one question offers most take that for right; they know the rest. `question` counts from 1.
 */
export async function resultsOfClassmates(
  link: string,
  students: readonly string[],
): Promise<{ readonly text: string; readonly question: number }> {
  const { text: facts, base, cards: all } = pack();
  const { id: topic, version } = base.topic;
  const code = bytesOfText(link);
  const known = { topic, version, hash: hashOf(facts) as PackHash };
  const read = code.ok ? decodeAssignment(code.value, known, base.topic) : code;
  if (!read.ok) throw new RangeError(`Hand out a quiz, not "${read.problem.type}"`);
  const { assignment, id } = read.value;
  const cards = new Map(all.map((card) => [card.id, card]));
  const askedOf = askedBy(base, all, assignment);
  const itemsOf = (student: Student): readonly (readonly [Item, number])[] =>
    askedOf(student).map(({ entry, column }) => {
      const card = cards.get(entry.card);
      const item = card && makeItem(base, card, entry.form, entry.seed);
      if (!item) throw new RangeError(`Ask "${entry.card}"`);
      return [item, column];
    });
  const sheets = students.map(studentOf).map((student) => ({ student, items: itemsOf(student) }));
  const lures = sheets.flatMap(({ items }) =>
    items.flatMap(([{ options }, column]) =>
      options.filter(({ correct }) => !correct).map(({ text: words }) => ({ column, words })),
    ),
  );
  const often = (lure: Lure): number =>
    lures.filter(({ column, words }) => column === lure.column && words === lure.words).length;
  const belief = lures.reduce((most, lure) => (often(lure) > often(most) ? lure : most));
  const keys = await newKeys();
  const codes = sheets.map(async ({ student, items }, index) => {
    const answers = items.map(([{ options, key }, column]) => {
      const believed =
        column === belief.column ? options.find(({ text: words }) => words === belief.words) : undefined;
      return { response: { type: 'choice' as const, option: believed?.id ?? key } };
    });
    const times = { startedUtcMs: 1_780_000_000_000, finishedUtcMs: 1_780_000_300_000 };
    const attempt = String(index).padStart(16, '0') as SessionId;
    const result = { id: attempt, assignment: id, student, ...times, extendedBy: 0, answers };
    const signature = await sign(keys.signing, resultToSign(result, keys.signing.public));
    const open = encodeResult(result, keys.signing.public, signature);
    if (!assignment.teacher) return textOfCode(open);
    return textOfCode(encodeSealed(id, await seal(open, assignment.teacher.sealing, joined(bytesOfHex(id)))));
  });
  return { text: (await Promise.all(codes)).join('\n'), question: belief.column + 1 };
}

/** A wrong option that a question offers to some. */
interface Lure {
  readonly column: number;
  readonly words: string;
}

/** A quiz of these items, the same for all. */
export function assignmentOf(
  { text, base }: ReturnType<typeof pack>,
  items: readonly Item[],
  over: Partial<Assignment> = {},
): Assignment {
  return {
    topic: base.topic.id,
    pack: hashOf(text) as PackHash,
    packVersion: base.topic.version,
    generator: generatorVersion,
    seed: 5,
    content: { type: 'entries', entries: items.map(({ card, form, seed }) => ({ card, form, seed })) },
    mode: 'practice',
    settings: { ...defaultSettings, variety: 'same' },
    title: 'Monday',
    ...over,
  };
}

/** A quiz that was handed out, and what has come in. */
export function classOf(
  { base }: ReturnType<typeof pack>,
  assignment: Assignment,
  answers: readonly (readonly Response[])[],
): readonly AssignmentEvent[] {
  const id = assignmentId(assignment, base.topic);
  const code = textOfCode(encodeAssignment(assignment, base.topic));
  const results = answers.map((own, index): AssignmentEvent => {
    const result = {
      id: String(index).padStart(16, '0') as SessionId,
      assignment: id,
      student: studentOf(String(index + 1)),
      startedUtcMs: 1_780_000_000_000 + index * 60_000,
      finishedUtcMs: 1_780_000_300_000 + index * 60_000,
      extendedBy: 0,
      answers: own.map((response) => ({ response })),
    };
    const bytes = encodeResult(result, device, new Uint8Array(64));
    return { kind: 'collected', body: { code: textOfCode(bytes) } };
  });
  const { topic, pack: hash, title } = assignment;
  return [{ kind: 'handed-out', body: { id, topic, pack: hash, title, code, students: [] } }, ...results];
}

const device = `e${base64urlOf(new Uint8Array(32).fill(7))}` as PublicKey;

/** Who neither believes nor knows takes any of the others. */
function optionOf({ options, key }: Item, believes: boolean, chance: number): string {
  const wrong = options.filter(({ correct }) => !correct);
  if (believes) return wrong[0]?.id ?? key;
  return chance < 0.7 ? key : (wrong[Math.floor(chance * 1000) % wrong.length]?.id ?? key);
}

export function pack(change: (text: string) => string = (text) => text) {
  const assets = 'build/_app/immutable/assets';
  const texts = filesUnder(assets)
    .filter((file) => file.endsWith('.json'))
    .map((file) => readFileSync(`${assets}/${file}`, 'utf8'));
  const built = texts.find((one) => one.includes('"id":"niger"'));
  if (built === undefined) throw new RangeError('Build the app before its tests');
  const text = change(built);
  const json: unknown = JSON.parse(text);
  return { text, base: indexTopic(parsePack(json)), cards: cardsInPack(json) };
}

export function copyOf(told: readonly AssignmentEvent[]): string {
  const events: LogEvent[] = [];
  for (const event of told) {
    const seal = {
      deviceId: 'e'.repeat(32) as DeviceId,
      seq: events.length + 1,
      previousHlc: events.at(-1)?.hlc,
      wallUtcMs: 1_780_000_000_000 + events.length * 1000,
      tzOffsetMin: 0,
      tz: 'UTC',
    };
    events.push(sealEvent({ type: 'assignment', payload: payloadOf(event) }, seal));
  }
  return writeBackup({ exportedUtcMs: Date.now(), events, sessions: [], damaged: [] });
}
