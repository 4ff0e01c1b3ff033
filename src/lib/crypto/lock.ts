import { utf8Of } from '#core/log/utf8.ts';
import { hexOf } from '#core/assignment/bytes.ts';
import { joined } from '#core/log/joined.ts';
import { tidyWord } from '#core/assignment/opening.ts';

/** Rounds of PBKDF2: about half a second on a phone. Do not change: what was locked with it must open. */
const rounds = 300_000;

/** Bytes that whoever knows the word can open. The salt is new every time, so no key is used twice. */
export async function lock(
  bytes: Uint8Array<ArrayBuffer>,
  word: string,
  salt: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', await stretched(word, salt), 'AES-GCM', false, [
    'encrypt',
  ]);
  return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, bytes));
}

/** Undefined when it is another word. */
export async function unlock(
  locked: Uint8Array<ArrayBuffer>,
  word: string,
  salt: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const key = await crypto.subtle.importKey('raw', await stretched(word, salt), 'AES-GCM', false, [
    'decrypt',
  ]);
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, locked),
    );
  } catch {
    return undefined; // another word
  }
}

/** Four bytes, as hex, by which a device knows the word of release without having it. */
export async function releaseCheck(word: string, salt: Uint8Array): Promise<string> {
  return hexOf((await stretched(word, joined(salt, utf8Of('release')))).subarray(0, 4));
}

async function stretched(word: string, salt: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const secret = joined(utf8Of(tidyWord(word)));
  const key = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    key,
    256,
  );
  return new Uint8Array(bits);
}
