/** The text's bytes in UTF-8. By hand, since the core knows no TextEncoder; a lone surrogate is written as it is. */
export function utf8Of(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x80) return encoded(text);
    bytes[index] = unit;
  }
  return bytes;
}

/** The same for any text: a unit takes three bytes at most. */
function encoded(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let end = 0;
  for (let index = 0; index < text.length; index += 1) {
    const point = pointAt(text, index);
    if (point > 0xffff) index += 1;
    if (point < 0x80) bytes[end++] = point;
    else for (const byte of bytesOf(point)) bytes[end++] = byte;
  }
  return bytes.subarray(0, end);
}

/** The character at a place: of one unit, or of two that stand for one beyond 16 bits. */
function pointAt(text: string, index: number): number {
  const [lead, tail] = [text.charCodeAt(index), text.charCodeAt(index + 1)];
  const isPair = (lead & 0xfc00) === 0xd800 && (tail & 0xfc00) === 0xdc00;
  return isPair ? 0x10000 + ((lead & 0x3ff) << 10) + (tail & 0x3ff) : lead;
}

/** A first byte that says how many follow, then six bits in each. */
function bytesOf(point: number): readonly number[] {
  const last = 0x80 | (point & 0x3f);
  if (point < 0x800) return [0xc0 | (point >> 6), last];
  const third = 0x80 | ((point >> 6) & 0x3f);
  if (point < 0x10000) return [0xe0 | (point >> 12), third, last];
  return [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f), third, last];
}
