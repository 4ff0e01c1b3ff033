import type { PublicKey } from './assignment.ts';
import type { Reader } from './bytes.ts';
import { base64urlOf, bytesOfBase64url } from './lettering.ts';

const keyLengths: Readonly<Record<string, number>> = { e: 32, x: 32, p: 65 };

/** A key's letter and its bytes. Throws a RangeError for any other. */
export function keyBytes(key: PublicKey): readonly number[] {
  const raw = bytesOfBase64url(key.slice(1));
  if (!raw || raw.length !== keyLengths[key.slice(0, 1)])
    throw new RangeError(`Give a public key with its letter, not "${key}"`);
  return [key.charCodeAt(0), ...raw];
}

export function readKey(reader: Reader): PublicKey {
  const letter = String.fromCharCode(reader.byte());
  return `${letter}${base64urlOf(reader.take(keyLengths[letter] ?? 0))}` as PublicKey;
}
