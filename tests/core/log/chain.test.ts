import { describe, expect, test } from 'vitest';
import { chainsOf } from '#core/log/chain.ts';
import { logOf, ofVersion1, review } from '../review/some-events.ts';

const whole = logOf(
  'phone',
  Array.from({ length: 5 }, (_, position) => review({ position })),
);
const of = (...places: readonly number[]) => places.flatMap((place) => whole[place] ?? []);

describe('chainsOf', () => {
  const sound = { deviceId: 'phone', entries: 5, last: 5, missing: [], forked: [], unlinked: [] };

  test('a whole log has nothing to tell, in any order', () => {
    expect(chainsOf(whole)).toEqual([sound]);
    expect(chainsOf(whole.toReversed())).toEqual([sound]);
    expect(chainsOf([])).toEqual([]);
  });

  test('holes are found, and what stands after them has lost its link', () => {
    expect(chainsOf(of(0, 3, 4))).toEqual([{ ...sound, entries: 3, missing: [2, 3], unlinked: [4] }]);
    expect(chainsOf(of(2))).toEqual([{ ...sound, entries: 1, last: 3, missing: [1, 2], unlinked: [3] }]);
  });

  test('what two copies of a device gave out is told apart', () => {
    const other = logOf('phone', [review({ position: 0 }), review({ marks: 0 }), review()]);
    expect(chainsOf([...whole, ...other.slice(1)])).toEqual([{ ...sound, entries: 7, forked: [2, 3] }]);
  });

  test('an entry that was put in the place of another has no link', () => {
    const other = logOf('phone', [review({ marks: 0 }), review({ position: 1 })]);
    expect(chainsOf([...of(0), ...other.slice(1)])).toEqual([
      { ...sound, entries: 2, last: 2, unlinked: [2] },
    ]);
  });

  test('a first entry has none before it', () => {
    const [first] = whole;
    if (!first) throw new TypeError('Expect an entry');
    expect(chainsOf([{ ...first, prev: 'ab' }])).toMatchObject([{ unlinked: [1] }]);
  });

  test('one of two entries in a place may have lost its link', () => {
    const stray = logOf('phone', [review({ marks: 0 }), review({ position: 1, marks: 0 })]).slice(1);
    expect(chainsOf([...of(0, 1), ...stray])).toEqual([
      { ...sound, entries: 3, last: 2, forked: [2], unlinked: [2] },
    ]);
  });

  test('entries of version 1 have no links to lose', () => {
    expect(chainsOf([{ ...ofVersion1, dayKey: 0 as never, seq: 7 }])).toMatchObject([{ unlinked: [] }]);
  });

  test('a made-up number does not fill the memory with holes', () => {
    const far = { ...ofVersion1, dayKey: 0 as never, seq: Number.MAX_SAFE_INTEGER };
    expect(chainsOf([far])[0]?.missing).toHaveLength(1000);
  });
});
