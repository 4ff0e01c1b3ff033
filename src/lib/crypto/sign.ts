import type { KeyPair } from '#core/assignment/assignment-event.ts';
import type { PublicKey } from '#core/assignment/assignment.ts';
import { privateKeyOf, publicKeyOf } from './keys.ts';

/** A signature of 64 bytes. */
export async function sign(pair: KeyPair, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const key = await privateKeyOf(pair, 'signing');
  return new Uint8Array(await crypto.subtle.sign(methodOf(pair.public), key, bytes));
}

/** Whether the owner of the key has signed these bytes; no for keys that this browser cannot use. */
export async function isSignedBy(
  key: PublicKey,
  bytes: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    return await crypto.subtle.verify(methodOf(key), await publicKeyOf(key, 'signing'), signature, bytes);
  } catch {
    return false; // not a key at all, or of a curve that is not here: nothing is proven
  }
}

const methodOf = (key: PublicKey): Algorithm | EcdsaParams =>
  key.startsWith('e') ? { name: 'Ed25519' } : { name: 'ECDSA', hash: 'SHA-256' };
