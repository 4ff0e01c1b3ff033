import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf } from '#core/log/digest.ts';
import { identityOf } from '#core/log/envelope.ts';
import { admit, merged } from '#core/log/merge.ts';
import { inOrder } from '#core/log/order.ts';
import type { DeviceId, LogEvent } from '#core/review/event.ts';
import { logOf, review, someHistory } from '../review/some-events.ts';

describe('merged', () => {
  test('merged() is commutative', () => {
    fc.assert(
      fc.property(someCopies, ([a, b]) => {
        expect(merged(a, b).entries).toEqual(merged(b, a).entries);
      }),
    );
  });

  test('merged() is associative', () => {
    fc.assert(
      fc.property(someCopies, ([a, b, c]) => {
        const left = merged(merged(a, b).entries, c);
        const right = merged(a, merged(b, c).entries);
        expect(left.entries).toEqual(right.entries);
      }),
    );
  });

  test('merged() is idempotent, and a second time everything is known', () => {
    fc.assert(
      fc.property(someCopies, ([a, b]) => {
        const once = merged(a, b);
        const twice = merged(once.entries, b);
        expect(twice).toEqual({ entries: once.entries, added: [], known: b.length, forks: [] });
        expect(once.added.length + once.known).toBe(b.length);
      }),
    );
  });

  test('of two copies of one device both ways are kept, whoever merges whom', () => {
    const mine = logOf('phone', [review(), review({ marks: 0 })]);
    const theirs = logOf('phone', [review(), review({ marks: 1 }), review()]);
    const here = merged(mine, theirs);
    expect(here.added).toEqual(theirs.slice(1));
    expect(here.forks).toEqual([theirs[1]]);
    expect(here.known).toBe(1);
    expect(here.entries).toHaveLength(4);
    expect(merged(theirs, mine).entries).toEqual(here.entries);
  });
});

test('admit() takes an entry that arrives twice once', () => {
  const [event] = logOf('phone', [review()]);
  if (!event) throw new TypeError('no event');
  expect(admit([], [event, event])).toEqual({ added: [event], known: 1, forks: [] });
});

test('inOrder() sorts every device the way it wrote', () => {
  fc.assert(
    fc.property(someShuffled, ([, shuffled]) => {
      const seqs = inOrder(shuffled)
        .filter(({ deviceId }) => deviceId === ('phone' as DeviceId))
        .map(({ seq }) => seq);
      expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
    }),
  );
});

describe('digestOf', () => {
  test('digestOf() names the set: order and duplicates do not matter, every entry does', () => {
    fc.assert(
      fc.property(someShuffled, fc.nat(), ([history, shuffled], place) => {
        expect(digestOf([...shuffled, ...history])).toBe(digestOf(history));
        const fewer = history.toSpliced(place % Math.max(1, history.length), 1);
        if (history.length > 0) expect(digestOf(fewer)).not.toBe(digestOf(history));
      }),
      { numRuns: 30 },
    );
  });

  test('digestOf() is frozen', () => {
    expect(digestOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(identityOf({ deviceId: 'phone' as DeviceId, seq: 3, checksum: 'ab' })).toBe('phone:3:ab');
  });
});

/** A history and the same in another order. */
const someShuffled = someHistory.chain((history) =>
  fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length })),
);

/** What three devices have of one history: any parts, in any order. */
const someCopies: fc.Arbitrary<[LogEvent[], LogEvent[], LogEvent[]]> = someHistory.chain((history) =>
  fc.tuple(fc.shuffledSubarray(history), fc.shuffledSubarray(history), fc.shuffledSubarray(history)),
);

test('digestOf() tells sets apart whose names are one text when they stand side by side', () => {
  const entry = (deviceId: string, checksum: string) => ({
    deviceId: deviceId as DeviceId,
    seq: 1,
    checksum,
  });
  expect(digestOf([entry('a', 'b'), entry('c', 'd')])).not.toBe(digestOf([entry('a', 'bc:1:d')]));
  expect(digestOf([entry('a', 'b'), entry('a', 'b')])).toBe(digestOf([entry('a', 'b')]));
});
