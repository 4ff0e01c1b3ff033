import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hintsTakenFor, keepHintsTaken } from '#lib/state/hints-taken.ts';

const notes = new Map<string, string>();
const open = { session: 's-1', position: 3 };

beforeEach(() => {
  notes.clear();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => notes.get(name) ?? null,
    setItem: (name: string, text: string) => notes.set(name, text),
  });
});
afterEach(() => vi.unstubAllGlobals());

test('hintsTakenFor() tells what was kept for the open item, and nothing for any other', () => {
  expect(hintsTakenFor(open)).toBe(0);
  keepHintsTaken(open, 2);
  expect(hintsTakenFor(open)).toBe(2);
  expect(hintsTakenFor({ ...open, position: 4 })).toBe(0);
  expect(hintsTakenFor({ ...open, session: 's-2' })).toBe(0);
});

test.each(['s-1 3 -1', 's-1 3 1.5', 's-1 3', 's-1 3 many', ''])(
  'hintsTakenFor() takes no nonsense: "%s"',
  (text) => {
    notes.set('harmattan.helped', text);
    expect(hintsTakenFor(open)).toBe(0);
  },
);

test('hintsTakenFor() believes no more hints than an item can have', () => {
  notes.set('harmattan.helped', 's-1 3 1000');
  expect(hintsTakenFor(open)).toBe(10);
});

test('without storage nothing was kept, and nothing fails', () => {
  vi.stubGlobal('localStorage', undefined);
  keepHintsTaken(open, 1);
  expect(hintsTakenFor(open)).toBe(0);
});
