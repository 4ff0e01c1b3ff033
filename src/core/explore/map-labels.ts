import type { MapWindow } from './map.ts';

/** A name that starts at a point of the drawing. */
export interface Label {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

interface Lettering {
  readonly frame: MapWindow;
  /** Width of a letter and height of a line in the drawing's units. */
  readonly letter: number;
  readonly line: number;
}

/** The ids of the labels that lie in the frame and cover no earlier one. */
export function labelsThatFit(labels: readonly Label[], lettering: Lettering): ReadonlySet<string> {
  const placed: Label[] = [];
  for (const label of labels) {
    if (!isInside(label, lettering) || placed.some((other) => covers(label, other, lettering))) continue;
    placed.push(label);
  }
  return new Set(placed.map(({ id }) => id));
}

function isInside({ text, x, y }: Label, { frame: [left, top, width, height], letter }: Lettering): boolean {
  return x >= left && x + text.length * letter <= left + width && y >= top && y <= top + height;
}

function covers(a: Label, b: Label, { letter, line }: Lettering): boolean {
  const apart = a.x + a.text.length * letter < b.x || b.x + b.text.length * letter < a.x;
  return !apart && Math.abs(a.y - b.y) < line;
}
