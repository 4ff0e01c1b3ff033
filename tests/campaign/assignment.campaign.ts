import { expect, test } from 'vitest';
import { classResults } from '#core/assignment/collect.ts';
import { defaultSettings } from '#core/assignment/assignment.ts';
import type { ReadResult } from '#core/assignment/result-code.ts';
import { assignmentId } from '#core/assignment/assignment-code.ts';
import { digitsOf } from '#core/assignment/lettering.ts';
import { assignmentEntries } from '#core/assignment/student-entries.ts';
import { indexTopic } from '#core/fact/base.ts';
import { possibleCards } from '#core/item/generate.ts';
import { randomInt, seededRandom } from '#core/item/random.ts';
import { drawCode } from '#lib/qr/draw.ts';
import { readQr } from '#lib/qr/read.ts';
import { bytesOfText, codeOf } from '#core/assignment/code.ts';
import { framesOf, gather } from '#core/transfer/frames.ts';
import { chaos, handIns, merged, newDesk, receive } from '../core/assignment/class.ts';
import { plainAssignment } from '../core/assignment/samples.ts';
import { syntheticTopic } from '../core/synthetic.ts';
import { cameraFrame, somePose } from '../lib/qr/camera-frame.ts';

test('10,000 hand-ins, duplicated, reordered, at two desks, with clocks astray: none lost, doubled or merged', () => {
  const base = indexTopic(syntheticTopic(120));
  const cards = possibleCards(base);
  const assignment = plainAssignment(base, {
    settings: { ...defaultSettings, variety: 'order' },
    content: {
      type: 'blueprint',
      version: 0,
      sections: [{ subtopics: [], forms: ['single-choice'], count: 10 }],
    },
  });
  const school = { base, cards, assignment };
  const id = assignmentId(assignment, base.topic);
  const items = assignmentEntries(base, cards, assignment).length;
  const random = seededRandom('ten thousand');
  const codes = handIns(school, 300, 8, random);
  const desks = [newDesk(), newDesk()] as const;
  const there: readonly [ReadResult[], ReadResult[]] = [[], []];
  const arriving = chaos(codes, 10_000, random);
  for (const [{ code }, desk] of arriving) receive(desks[desk], code, there[desk], [], items);
  const { rows, disputed } = classResults(school, { id, assignment }, merged(desks), 'best');
  const marks = new Map(rows.map((row) => [row.attempt, row.marks]));
  const lost = codes.filter(({ result }) => !marks.has(result.id)).length;
  const changed = codes.filter(({ result, right }) => marks.get(result.id) !== right).length;
  process.stdout.write(
    `${arriving.length} hand-ins of ${codes.length} attempts: ${rows.length} rows, ${lost} lost, ${rows.length - marks.size} doubled, ${changed} merged\n`,
  );
  expect([rows.length, marks.size, lost, changed, disputed.length]).toEqual([2400, 2400, 0, 0, 0]);
});

test('at least 99 % of 500 camera frames are read, at the sizes that go from phone to phone', () => {
  const random = seededRandom('five hundred');
  const sizes = [29, 64, 98, 159, 206, 255, 320];
  const read = new Map(sizes.map((size) => [size, 0]));
  for (let count = 0; count < 500; count += 1) {
    const size = sizes[count % sizes.length] ?? 29;
    const bytes = Uint8Array.from({ length: size }, () => randomInt(256, random));
    const frame = cameraFrame(drawCode(bytes).rows, somePose(random), random);
    if (readQr(frame) === digitsOf(bytes)) read.set(size, (read.get(size) ?? 0) + 1);
  }
  const all = [...read.values()].reduce((sum, count) => sum + count, 0);
  process.stdout.write(`${all} of 500 frames read: ${JSON.stringify(Object.fromEntries(read))}\n`);
  expect(all).toBeGreaterThanOrEqual(495);
});

test('longer codes, shown in parts: at least 99 % of 500 camera frames are read, and those that are missed cost nothing', () => {
  const random = seededRandom('animated');
  const film = { frames: 0, read: 0, taken: 0, needed: 0, whole: 0, codes: 0 };
  while (film.frames < 500) {
    const size = [400, 900, 2000, 4000][film.codes % 4] ?? 400;
    const code = codeOf(
      'result',
      Uint8Array.from({ length: size }, () => randomInt(256, random)),
    );
    const frames = framesOf(code);
    film.codes += 1;
    film.needed += frames.needed;
    let gathered: Parameters<typeof gather>[0];
    for (let number = randomInt(100, random); ; number += 1) {
      if (random() < 0.3) continue; // the camera looks elsewhere
      film.frames += 1;
      const text = readQr(cameraFrame(drawCode(frames.code(number)).rows, somePose(random), random));
      const bytes = text === undefined ? undefined : bytesOfText(text);
      const seen = bytes?.ok ? gather(gathered, bytes.value) : undefined;
      if (!seen?.ok) continue;
      film.read += 1;
      film.taken += 1;
      if (seen.value.type === 'partial') gathered = seen.value.gathered;
      else {
        expect(seen.value.code).toEqual(code);
        film.whole += 1;
        break;
      }
    }
  }
  process.stdout.write(`animated: ${JSON.stringify(film)}\n`);
  expect(film.read / film.frames).toBeGreaterThanOrEqual(0.99);
  expect(film.whole).toBe(film.codes);
  // By chance a drop says nothing new: 1.6 more than there are parts on average.
  expect(film.taken).toBeLessThanOrEqual(film.needed + 3 * film.codes);
});
