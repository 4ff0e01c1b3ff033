import { randomInt, seededRandom } from '../item/random.ts';

/*
 * A fountain: drops without end from the parts of a file, each of which can be missed. The first are the parts as they
 * are; every later one is the sum (exclusive or) of about half of them, drawn by its number. Any drops give the file back
 * as soon as they are as many as the parts and none follows from the others: mostly the second one more is not needed.
 * A random linear code over two elements, solved by elimination. Do not change: devices of other versions catch it.
 */

/** The drop of this number. The parts are equally long. */
export function dropOf(parts: readonly Uint8Array[], number: number): Uint8Array<ArrayBuffer> {
  const drop = new Uint8Array(Number(parts[0]?.length));
  mixOf(number, parts.length).forEach((isIn, place) => isIn && add(drop, parts[place]));
  return drop;
}

/** What was caught so far: rows of a triangular system, each by the first part that it holds. */
export interface Caught {
  readonly parts: number;
  readonly rows: ReadonlyMap<number, Row>;
}

interface Row {
  /** 1 for each part that is in the sum. */
  readonly mix: Uint8Array;
  readonly sum: Uint8Array;
}

export const nothingCaught = (parts: number): Caught => ({ parts, rows: new Map() });

/** Adds a drop; the same where it follows from those caught before. */
export function catchDrop(caught: Caught, number: number, drop: Uint8Array): Caught {
  const mix = Uint8Array.from(mixOf(number, caught.parts));
  const sum = Uint8Array.from(drop);
  for (;;) {
    const first = mix.indexOf(1);
    if (first < 0) return caught;
    const row = caught.rows.get(first);
    if (!row) return { ...caught, rows: new Map([...caught.rows, [first, { mix, sum }]]) };
    add(mix, row.mix);
    add(sum, row.sum);
  }
}

/** The parts, once enough was caught. */
export function partsOf({ parts, rows }: Caught): readonly Uint8Array[] | undefined {
  if (rows.size < parts) return undefined;
  const solved: Uint8Array[] = [];
  for (const [first, { mix, sum }] of [...rows].sort(([a], [b]) => b - a)) {
    const part = Uint8Array.from(sum);
    mix.forEach((isIn, place) => isIn === 1 && place > first && add(part, solved[place]));
    solved[first] = part;
  }
  return solved;
}

/** 1 for each part that is in a drop. */
function mixOf(number: number, parts: number): readonly number[] {
  const random = seededRandom(`drop ${number}`);
  return Array.from({ length: parts }, (_, place) =>
    number < parts ? Number(place === number) : randomInt(2, random),
  );
}

function add(sum: Uint8Array, part: Uint8Array = new Uint8Array(0)): void {
  part.forEach((byte, at) => (sum[at] = Number(sum[at]) ^ byte));
}
