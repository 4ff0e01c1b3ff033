import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#core/log/checksum.ts';
import { hashOf } from '#core/log/seal.ts';
import { bodyOf, parseEvent } from '#core/review/parse-event.ts';
import { banned, logOf, ofVersion1, payload, review, someHistory, undo } from './some-events.ts';

const [event] = logOf('phone', [review()]);

/** The event with other fields and the checksum that belongs to them. */
function resealed(changes: Readonly<Record<string, unknown>>): unknown {
  const fields = { ...event, ...changes, checksum: undefined };
  return { ...fields, checksum: hashOf(fields) };
}

describe('parseEvent', () => {
  test('every event that was sealed is read back as it is, also through JSON', () => {
    fc.assert(
      fc.property(someHistory, (history) => {
        for (const written of history) {
          expect(parseEvent(written)).toEqual({ ok: true, value: written });
          expect(parseEvent(JSON.parse(JSON.stringify(written)))).toEqual({ ok: true, value: written });
        }
      }),
      { numRuns: 30 },
    );
  });

  test('a ban may have a note, up to its length', () => {
    const written = resealed({ type: 'ban', payload: { ...banned, note: 'x'.repeat(500) } });
    expect(parseEvent(written)).toMatchObject({ ok: true, value: { payload: { note: 'x'.repeat(500) } } });
  });

  test('one changed character anywhere is found', () => {
    const text = canonicalJson(event);
    for (let index = 0; index < text.length; index += 1) {
      for (const character of ['0', '7', 'x', '"', '}', 'é']) {
        if (text[index] === character) continue;
        const changed = text.slice(0, index) + character + text.slice(index + 1);
        expect(isAccepted(changed), `character ${index}: ${changed}`).toBe(false);
      }
    }
  });

  test('a changed value is a matter of the checksum', () => {
    const changed = { ...event, payload: { ...payload, marks: 0 } };
    expect(parseEvent(changed)).toEqual({ ok: false, problem: { type: 'checksum' } });
  });

  test('an event of version 1 is read as it was kept', () => {
    expect(parseEvent(ofVersion1)).toEqual({ ok: true, value: ofVersion1 });
    expect(parseEvent({ ...ofVersion1, seq: 2 })).toEqual({ ok: false, problem: { type: 'checksum' } });
    expect(parseEvent({ ...ofVersion1, prev: '' })).toEqual({ ok: true, value: ofVersion1 });
  });

  test('an event of a newer program is told as such', () => {
    expect(parseEvent(resealed({ v: 3 }))).toEqual({ ok: false, problem: { type: 'newer-version', v: 3 } });
  });

  test('what was said and asked for with an answer is read', () => {
    const [hinted] = logOf('phone', [review({ hints: 2, certainty: 3 })]);
    expect(parseEvent(hinted)).toMatchObject({ ok: true, value: { payload: { hints: 2, certainty: 3 } } });
  });

  test('an undo is read', () => {
    const [first, second] = logOf('phone', [review(), undo('laptop:4' as never)]);
    expect(parseEvent(first).ok).toBe(true);
    expect(parseEvent(second).ok).toBe(true);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['a text', 'event'],
    ['an empty object', {}],
    ['a sequence number of 0', resealed({ seq: 0 })],
    ['a broken sequence number', resealed({ seq: 1.5 })],
    ['a device id that is no id', resealed({ deviceId: 'a:b' })],
    ['a clock reading that is none', resealed({ hlc: 'yesterday' })],
    ['an instant that no clock shows', resealed({ wallUtcMs: 1e17 })],
    ['an unknown type', resealed({ type: 'reset' })],
    ['an unknown field', resealed({ comment: 'hello' })],
    ['a review without a card', resealed({ payload: { ...payload, card: undefined } })],
    ['an unknown form', resealed({ payload: { ...payload, form: 'essay' } })],
    ['marks above 1', resealed({ payload: { ...payload, marks: 1.1 } })],
    ['no hints, said as a number', resealed({ payload: { ...payload, hints: 0 } })],
    [
      'a ban with a note that is too long',
      resealed({ type: 'ban', payload: { ...banned, note: 'x'.repeat(501) } }),
    ],
    ['an unknown response', resealed({ payload: { ...payload, response: { type: 'drawing' } } })],
    [
      'a repair that is no text',
      resealed({ payload: { ...payload, response: { type: 'choice', option: 'a', repair: 3 } } }),
    ],
  ])('%s is no event', (_, raw) => {
    expect(parseEvent(raw).ok).toBe(false);
  });
});

function isAccepted(text: string): boolean {
  try {
    return parseEvent(JSON.parse(text)).ok;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

describe('bodyOf()', () => {
  const versioned = { v: 1, kind: 'made', body: { any: ['thing'] } };
  const payloads: readonly (readonly [type: string, payload: object])[] = [
    ['review', payload],
    ['undo', { event: 'phone:1' }],
    ['suspend', { card: 'f/object' }],
    ['resume', { card: 'f/object' }],
    ['note', { fact: 'f', text: 'mine' }],
    ['ban', banned],
    ['unban', { ban: 'phone:1' }],
    ['told', { fact: 'f' }],
    ['teach', versioned],
    ['deck', versioned],
    ['assignment', versioned],
  ];

  test.each(payloads)('reads a %s, and none that lacks a part', (type, whole) => {
    expect(bodyOf(type, whole)).toEqual({ type, payload: whole });
    expect(bodyOf(type, { ...whole, more: 1 })).toEqual({ type, payload: whole });
    for (const key of Object.keys(whole).filter((one) => one !== 'body'))
      expect(bodyOf(type, { ...whole, [key]: undefined }), key).toBeUndefined();
  });

  test('reads what a review may have beside', () => {
    const more = { parts: [{ card: 'f/date', marks: 0.5 }], certainty: 1, hints: 1, easier: true };
    expect(bodyOf('review', { ...payload, ...more })).toEqual({
      type: 'review',
      payload: { ...payload, ...more },
    });
    for (const wrong of [
      { parts: [{ card: 'f/date' }] },
      { parts: [{ marks: 0.5 }] },
      { certainty: 4 },
      { hints: 0 },
      { easier: false },
    ])
      expect(bodyOf('review', { ...payload, ...wrong }), JSON.stringify(wrong)).toBeUndefined();
  });

  test.each(['toString', 'shout', ''])('knows no "%s"', (type) => {
    expect(bodyOf(type, payload)).toBeUndefined();
    expect(parseEvent(resealed({ type }))).toEqual({ ok: false, problem: { type: 'shape' } });
  });
});
