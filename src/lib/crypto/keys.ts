import type { KeyPair, OwnKeys } from '#core/assignment/assignment-event.ts';
import type { PublicKey } from '#core/assignment/assignment.ts';
import { base64urlOf, bytesOfBase64url } from '#core/assignment/lettering.ts';

/** What a key's letter stands for: the curves of today, and P-256 for browsers that do not have them. */
export const algorithms = {
  signing: { e: { name: 'Ed25519' }, p: { name: 'ECDSA', namedCurve: 'P-256' } },
  sealing: { x: { name: 'X25519' }, p: { name: 'ECDH', namedCurve: 'P-256' } },
} as const;

const uses = { signing: ['sign', 'verify'], sealing: ['deriveBits'] } as const;
export type KeyUse = keyof typeof uses;

/** Keys for signing what leaves this device and for opening what is sealed to it. */
export async function newKeys(): Promise<OwnKeys> {
  return { signing: await newPair('signing'), sealing: await newPair('sealing') };
}

/** A pair of the best curve that this browser has, or of the one with a certain letter. */
export async function newPair(use: KeyUse, wanted?: string): Promise<KeyPair> {
  for (const [letter, algorithm] of Object.entries(algorithms[use])) {
    if (wanted !== undefined && letter !== wanted) continue;
    const pair = await generated(algorithm, use);
    if (pair) return written(letter, pair);
  }
  throw new TypeError('Open the app over https: this browser makes no keys here');
}

async function generated(
  algorithm: EcKeyGenParams | Algorithm,
  use: KeyUse,
): Promise<CryptoKeyPair | undefined> {
  try {
    const made = await crypto.subtle.generateKey(algorithm, true, uses[use]);
    return 'publicKey' in made ? made : undefined;
  } catch {
    return undefined; // this browser does not have the curve: the next one is tried
  }
}

async function written(letter: string, { publicKey, privateKey }: CryptoKeyPair): Promise<KeyPair> {
  const raw = await crypto.subtle.exportKey('raw', publicKey);
  const secret = await crypto.subtle.exportKey('pkcs8', privateKey);
  return {
    public: `${letter}${base64urlOf(new Uint8Array(raw))}` as PublicKey,
    private: base64urlOf(new Uint8Array(secret)),
  };
}

/** Rejects when the key is none of its letter's curve, or this browser does not have that. */
export function publicKeyOf(key: PublicKey, use: KeyUse): Promise<CryptoKey> {
  return crypto.subtle.importKey(
    'raw',
    rawOf(key),
    algorithmOf(key, use),
    true,
    use === 'signing' ? ['verify'] : [],
  );
}

export function privateKeyOf(pair: KeyPair, use: KeyUse): Promise<CryptoKey> {
  const bytes = bytesOfBase64url(pair.private) ?? new Uint8Array(0);
  const usage = use === 'signing' ? 'sign' : 'deriveBits';
  return crypto.subtle.importKey('pkcs8', bytes, algorithmOf(pair.public, use), false, [usage]);
}

/** The raw bytes of a public key. */
export const rawOf = (key: PublicKey): Uint8Array<ArrayBuffer> =>
  bytesOfBase64url(key.slice(1)) ?? new Uint8Array(0);

/** Throws a RangeError for a letter that is not for this use. */
export function algorithmOf(key: PublicKey, use: KeyUse): EcKeyImportParams | Algorithm {
  const found = Object.entries(algorithms[use]).find(([letter]) => letter === key.slice(0, 1));
  if (!found) throw new RangeError(`Give a key for ${use}, not one of "${key.slice(0, 1)}"`);
  return found[1];
}
