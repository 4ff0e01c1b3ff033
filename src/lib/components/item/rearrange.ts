/** The list with one of its elements at another place; places beyond the ends mean the ends. */
export function moved<T>(list: readonly T[], element: T, to: number): readonly T[] {
  const rest = list.filter((other) => other !== element);
  const place = Math.min(rest.length, Math.max(0, to));
  return [...rest.slice(0, place), element, ...rest.slice(place)];
}

/** Where a row lies on the screen, from its list's top. */
export interface Row {
  readonly top: number;
  readonly height: number;
}

/**
 * The place of a dragged row when the pointer is at `y`: it changes with a neighbour once the pointer has passed the
 * neighbour's middle, so that rows of different heights do not flicker.
 */
export function placeAt(rows: readonly Row[], place: number, y: number): number {
  const passed = (row: Row | undefined, side: 1 | -1): boolean =>
    row !== undefined && side * (y - (row.top + row.height / 2)) > 0;
  if (passed(rows[place + 1], 1)) return place + 1;
  if (passed(rows[place - 1], -1)) return place - 1;
  return place;
}
