/** A reproducible stream of numbers in [0, 1). Frozen: changing it changes every item ever made. */
export type Random = () => number;

/** A stream for a seed text: xmur3 hash into sfc32 (public-domain generators by Bret Mulvey and Chris Doty-Humphrey). */
export function seededRandom(seed: string): Random {
  const next = xmur3(seed);
  return sfc32(next(), next(), next(), next());
}

/** A whole number from 0 to `bound` - 1. */
export const randomInt = (bound: number, random: Random): number => Math.floor(random() * bound);

/** The values in a random order. */
export function shuffle<T>(values: readonly T[], random: Random): T[] {
  const keyed = values.map((value) => ({ value, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
}

/** A few of the values in a random order, without a look at the others. */
export function sample<T>(values: readonly T[], few: number, random: Random): readonly T[] {
  if (values.length <= few) return shuffle(values, random);
  const places = new Set<number>();
  while (places.size < few) places.add(randomInt(values.length, random));
  return [...places].flatMap((place) => values.slice(place, place + 1));
}

/** 53-bit hash of a text (cyrb53, public domain) in base 36: ids, not secrets. */
export function hashText(text: string): string {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    h1 = Math.imul(h1 ^ code, 2_654_435_761);
    h2 = Math.imul(h2 ^ code, 1_597_334_677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2_246_822_507) ^ Math.imul(h2 ^ (h2 >>> 13), 3_266_489_909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2_246_822_507) ^ Math.imul(h1 ^ (h1 >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & h2) + (h1 >>> 0)).toString(36);
}

function xmur3(text: string): () => number {
  let hash = 1_779_033_703 ^ text.length;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 3_432_918_353);
    hash = (hash << 13) | (hash >>> 19);
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
    hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
    hash ^= hash >>> 16;
    return hash >>> 0;
  };
}

function sfc32(a: number, b: number, c: number, d: number): Random {
  return () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
}
