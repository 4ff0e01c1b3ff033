/** Bytes in base64url without padding (RFC 4648): for links and files. */
export function base64urlOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const word = (a << 16) | (b << 8) | c;
    const letters = [18, 12, 6, 0].map((shift) => base64url[(word >> shift) & 63]).join('');
    text += letters.slice(0, Math.min(bytes.length - at, 3) + 1);
  }
  return text;
}

/** Undefined for a text that `base64urlOf` never gives. */
export function bytesOfBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = unpacked(text, base64url, 6);
  return bytes && base64urlOf(bytes) === text ? bytes : undefined;
}

/** Bytes in Crockford's base 32, in groups of four: for typing. */
export function crockfordOf(bytes: Uint8Array): string {
  let text = '';
  let [word, bits] = [0, 0];
  for (const byte of bytes) {
    word = ((word << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) text += crockford[(word >> (bits - 5)) & 31];
  }
  if (bits > 0) text += crockford[(word << (5 - bits)) & 31];
  return text.replace(/.{4}(?=.)/g, '$&-');
}

/** Reads what was typed: small or capital letters, O for 0, I or L for 1, with any gaps. Undefined when it is none. */
export function bytesOfCrockford(typed: string): Uint8Array<ArrayBuffer> | undefined {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  const bytes = unpacked(text, crockford, 5);
  return bytes && crockfordOf(bytes).replaceAll('-', '') === text ? bytes : undefined;
}

/** Bytes as decimal digits, which a QR code holds most densely. A 1 before the first byte keeps its zeros. */
export function digitsOf(bytes: Uint8Array): string {
  let value = 1n;
  for (const byte of bytes) value = value * 256n + BigInt(byte);
  return value.toString();
}

export function bytesOfDigits(digits: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[1-9]\d*$/.test(digits) || digits.length > mostDigits) return undefined;
  const hex = BigInt(digits).toString(16);
  if (!/^1(?:..)+$/.test(hex)) return undefined;
  return Uint8Array.from({ length: (hex.length - 1) / 2 }, (_, at) =>
    Number.parseInt(hex.slice(2 * at + 1, 2 * at + 3), 16),
  );
}

/** What the largest QR code holds. */
const mostDigits = 7089;

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Without I, L, O and U. */
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Whole bytes only; left-over bits are dropped, and found when the bytes are written again. */
function unpacked(text: string, alphabet: string, width: number): Uint8Array<ArrayBuffer> | undefined {
  const bytes: number[] = [];
  let [word, bits] = [0, 0];
  for (const letter of text) {
    const value = alphabet.indexOf(letter);
    if (value < 0) return undefined;
    word = ((word << width) | value) & 0xffff;
    bits += width;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((word >> bits) & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}
