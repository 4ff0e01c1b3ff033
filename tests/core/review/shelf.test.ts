import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardId, FactId } from '#core/fact/fact.ts';
import type { EventBody } from '#core/review/event.ts';
import { shelfOf } from '#core/review/shelf.ts';
import { logOf, review, someHistory } from './some-events.ts';

const card = 'a/object' as CardId;
const fact = 'a' as FactId;
const suspend: EventBody = { type: 'suspend', payload: { card } };
const resume: EventBody = { type: 'resume', payload: { card } };
const note = (text: string): EventBody => ({ type: 'note', payload: { fact, text } });

describe('shelfOf()', () => {
  test.each([
    [[suspend], true],
    [[suspend, resume], false],
    [[suspend, resume, suspend], true],
    [[review(), resume], false],
  ])('sets a card aside until it is resumed: %#', (bodies, aside) => {
    expect(shelfOf(logOf('phone', bodies)).suspended.has(card)).toBe(aside);
  });

  test('keeps the latest note, and none that was emptied', () => {
    expect(shelfOf(logOf('phone', [note('one'), note('two')])).notes.get(fact)).toBe('two');
    expect(shelfOf(logOf('phone', [note('one'), note('')])).notes.size).toBe(0);
  });

  test('follows the later of two devices, in whatever order their events arrive', () => {
    const phone = logOf('phone', [suspend], [2_000_000]);
    const laptop = logOf('laptop', [resume], [1_000_000]);
    expect(shelfOf([...phone, ...laptop]).suspended.has(card)).toBe(true);
    expect(shelfOf([...laptop, ...phone]).suspended.has(card)).toBe(true);
  });

  test('is the same for any order of the events', () => {
    fc.assert(
      fc.property(someHistory, fc.infiniteStream(fc.nat()), (events, keys) => {
        const shuffled = events
          .map((event) => ({ event, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ event }) => event);
        expect(shelfOf(shuffled)).toEqual(shelfOf(events));
      }),
    );
  });
});
