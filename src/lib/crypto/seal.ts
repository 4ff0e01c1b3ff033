import type { KeyPair } from '#core/assignment/assignment-event.ts';
import type { PublicKey } from '#core/assignment/assignment.ts';
import { keyBytes, readKey } from '#core/assignment/key-bytes.ts';
import { readerOf } from '#core/assignment/bytes.ts';
import { joined } from '#core/log/joined.ts';
import { sha256OfBytes } from '#core/log/sha256.ts';
import { algorithmOf, newPair, privateKeyOf, publicKeyOf, rawOf } from './keys.ts';

/**
 * Bytes that only the owner of `to` can open: a key pair made for this once, agreed with `to` (X25519, or ECDH on
 * P-256), and AES-256-GCM. `about` is bound to it but not inside.
 */
export async function seal(
  bytes: Uint8Array<ArrayBuffer>,
  to: PublicKey,
  about: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const once = await newPair('sealing', to.slice(0, 1));
  const key = await agreed(once, to, once.public, to);
  const box = await crypto.subtle.encrypt(gcm(about), key, bytes);
  return joined(keyBytes(once.public), new Uint8Array(box));
}

/** Undefined when it was not sealed to this pair, or was changed since. */
export async function unseal(
  box: Uint8Array<ArrayBuffer>,
  own: KeyPair,
  about: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = readerOf(box);
  const once = readKey(reader);
  const sealed = joined(reader.take(reader.rest()));
  if (!reader.sound() || once.slice(0, 1) !== own.public.slice(0, 1)) return undefined;
  try {
    const key = await agreed(own, once, once, own.public);
    return new Uint8Array(await crypto.subtle.decrypt(gcm(about), key, sealed));
  } catch {
    return undefined; // another key, or other bytes: there is nothing to see
  }
}

/** The key that both sides come to; it hangs on both public keys as well as on the secret. */
async function agreed(own: KeyPair, other: PublicKey, once: PublicKey, to: PublicKey): Promise<CryptoKey> {
  const { name } = algorithmOf(other, 'sealing');
  const shared = await crypto.subtle.deriveBits(
    { name, public: await publicKeyOf(other, 'sealing') },
    await privateKeyOf(own, 'sealing'),
    256,
  );
  const secret = sha256OfBytes(joined(new Uint8Array(shared), rawOf(once), rawOf(to)));
  return crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Every key is used once, so the counter may start at nothing. */
const gcm = (additionalData: Uint8Array<ArrayBuffer>): AesGcmParams => ({
  name: 'AES-GCM',
  iv: new Uint8Array(12),
  additionalData,
});
