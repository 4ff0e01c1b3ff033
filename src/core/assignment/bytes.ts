import { utf8Of } from '../log/utf8.ts';

/** Reads bytes from first to last. What is not there reads as 0, and `sound` turns false for good. */
export interface Reader {
  byte(): number;
  /** Big-endian, of 1 to 6 bytes. */
  fixed(length: number): number;
  /** Seven bits a byte, lowest first, the last one without its high bit. */
  varint(): number;
  take(length: number): Uint8Array;
  text(): string;
  rest(): number;
  sound(): boolean;
}

export function readerOf(bytes: Uint8Array): Reader {
  let at = 0;
  let sound = true;
  function byte(): number {
    const value = bytes[at];
    at += 1;
    sound &&= value !== undefined;
    return value ?? 0;
  }
  function take(length: number): Uint8Array {
    sound &&= at + length <= bytes.length;
    const part = sound ? bytes.slice(at, at + length) : new Uint8Array(0);
    at += length;
    return part;
  }
  function varint(): number {
    let value = 0;
    for (let place = 0; place < 7; place += 1) {
      const next = byte();
      value += (next & 0x7f) * 128 ** place;
      if (next < 0x80) return value;
    }
    sound = false;
    return 0;
  }
  return {
    byte,
    take,
    varint,
    fixed: (length) => take(length).reduce((sum, next) => sum * 256 + next, 0),
    text: () => {
      const text = textOfUtf8(take(varint()));
      sound &&= text !== undefined;
      return text ?? '';
    },
    rest: () => bytes.length - at,
    sound: () => sound,
  };
}

/** A whole number from 0 to 2^49 - 1, as `varint` reads it. */
export function varint(value: number): number[] {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 2 ** 49)
    throw new RangeError(`Write a whole number from 0 to 2^49 - 1, not ${value}`);
  const bytes: number[] = [];
  let left = value;
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
  return [...bytes, left];
}

/** A whole number in `length` bytes, big-endian. */
export function fixed(value: number, length: number): number[] {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 256 ** length)
    throw new RangeError(`Write a whole number of ${length} bytes, not ${value}`);
  return Array.from({ length }, (_, place) => Math.floor(value / 256 ** (length - 1 - place)) % 256);
}

/** A text as `text` reads it. */
export const sizedText = (text: string): number[] => {
  const bytes = utf8Of(text);
  return [...varint(bytes.length), ...bytes];
};

/** Signed to unsigned: 0, -1, 1, -2, 2 ... become 0, 1, 2, 3, 4 ... */
export const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
export const unzigzag = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);

/** Flags as the bits of a number, the first one lowest; at most 48. */
export const packBits = (flags: readonly boolean[]): number =>
  flags.reduce((sum, flag, place) => sum + (flag ? 2 ** place : 0), 0);

export const bitAt = (bits: number, place: number): boolean => Math.floor(bits / 2 ** place) % 2 === 1;

/** The chosen of a list as the bits of a number; the list has at most 48. */
export const bitsOf = <T>(all: readonly T[], chosen: readonly T[]): number =>
  packBits(all.map((value) => chosen.includes(value)));

/** Undefined when a bit stands for none of them. */
export const chosenBy = <T>(all: readonly T[], bits: number): readonly T[] | undefined =>
  bits < 2 ** all.length ? all.filter((_, place) => bitAt(bits, place)) : undefined;

/** Undefined for bytes that are not the UTF-8 of any text. */
export function textOfUtf8(bytes: Uint8Array): string | undefined {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const tail = lead < 0x80 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    let point = lead & (tail === 0 ? 0x7f : 0x3f >> tail);
    for (let place = 1; place <= tail; place += 1) point = (point << 6) | ((bytes[at + place] ?? 0) & 0x3f);
    if (point > 0x10ffff) return undefined;
    text += String.fromCodePoint(point);
    at += tail + 1;
  }
  const again = utf8Of(text);
  return again.length === bytes.length && again.every((byte, at) => byte === bytes[at]) ? text : undefined;
}

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export const bytesOfHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));
