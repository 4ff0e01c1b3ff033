import { describe, expect, test } from 'vitest';
import { newKeys, newPair } from '#lib/crypto/keys.ts';
import { lock, releaseCheck, unlock } from '#lib/crypto/lock.ts';
import { seal, unseal } from '#lib/crypto/seal.ts';
import { isSignedBy, sign } from '#lib/crypto/sign.ts';
import { hexOf } from '#core/assignment/bytes.ts';

const bytes = Uint8Array.from([1, 2, 3, 4]);
const other = Uint8Array.from([1, 2, 3, 5]);
const about = Uint8Array.from([9]);

describe.each([
  ['the curves of today', undefined],
  ['P-256', 'p'],
])('with %s', (_name, letter) => {
  test('what one key signs only that key proves, and only for those bytes', async () => {
    const [own, stranger] = [await newPair('signing', letter), await newPair('signing', letter)];
    const signature = await sign(own, bytes);
    expect(signature).toHaveLength(64);
    expect(await isSignedBy(own.public, bytes, signature)).toBe(true);
    expect(await isSignedBy(own.public, other, signature)).toBe(false);
    expect(await isSignedBy(stranger.public, bytes, signature)).toBe(false);
  });

  test('what is sealed to one key only that key opens, for what it is about', async () => {
    const [teacher, stranger] = [await newPair('sealing', letter), await newPair('sealing', letter)];
    const box = await seal(bytes, teacher.public, about);
    expect(hexOf(box)).not.toContain(hexOf(bytes));
    expect(await unseal(box, teacher, about)).toEqual(bytes);
    expect(await unseal(box, stranger, about)).toBeUndefined();
    expect(await unseal(box, teacher, Uint8Array.from([8]))).toBeUndefined();
    for (let place = 0; place < box.length; place += 1) {
      const changed = box.map((byte, at) => (at === place ? byte ^ 1 : byte));
      expect(await unseal(changed, teacher, about)).toBeUndefined();
    }
  });
});

describe('keys', () => {
  test('are Ed25519 and X25519 where those are', async () => {
    const keys = await newKeys();
    expect(keys.signing.public.slice(0, 1) + keys.sealing.public.slice(0, 1)).toBe('ex');
  });

  test('of no curve prove nothing', async () => {
    expect(await isSignedBy('eAAAA' as typeof keys.signing.public, bytes, new Uint8Array(64))).toBe(false);
    const keys = await newKeys();
    expect(await isSignedBy(keys.sealing.public, bytes, new Uint8Array(64))).toBe(false);
  });
});

describe('lock()', () => {
  const salt = new Uint8Array(8).fill(3);

  test('opens with the word however it is typed, and with no other', async () => {
    const locked = await lock(bytes, 'K7QM-2F9D', salt);
    expect(await unlock(locked, 'k7qm2f9d', salt)).toEqual(bytes);
    expect(await unlock(locked, 'K7QM-2F9E', salt)).toBeUndefined();
    expect(await unlock(locked, 'K7QM-2F9D', new Uint8Array(8))).toBeUndefined();
  });

  test('releaseCheck() keeps its value for ever', async () => {
    expect(await releaseCheck('K7QM-2F9D', salt)).toBe('34e93555');
  });
});
