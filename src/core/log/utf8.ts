/** The text's bytes in UTF-8. By hand, since the core knows no TextEncoder; a lone surrogate is written as it is. */
export function utf8Of(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let end = 0;
  for (let index = 0; index < text.length; index += 1) {
    const point = text.codePointAt(index) ?? 0;
    if (point < 0x80) {
      bytes[end++] = point;
      continue;
    }
    if (point > 0xffff) index += 1;
    const tail = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    bytes[end++] = (leads[tail] ?? 0) | (point >> (6 * tail));
    for (let shift = 6 * (tail - 1); shift >= 0; shift -= 6) bytes[end++] = 0x80 | ((point >> shift) & 0x3f);
  }
  return bytes.subarray(0, end);
}

/** First byte of a character by the number of bytes that follow. */
const leads = [0, 0xc0, 0xe0, 0xf0];
