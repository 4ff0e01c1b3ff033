/** The optimal string alignment distance (insert, delete, replace, swap neighbours), or Infinity when above `most`. */
export function distanceWithin(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const costs = [
        cell(last, column) + 1,
        cell(next, column - 1) + 1,
        cell(last, column - 1) + (same ? 0 : 1),
      ];
      if (swapped && row > 1 && column > 1) costs.push(cell(beforeLast, column - 2) + 1);
      next.push(Math.min(...costs));
    }
    beforeLast = last;
    last = next;
  }
  const distance = cell(last, b.length);
  return distance <= most ? distance : Infinity;
}

const cell = (row: readonly number[], column: number): number => row[column] ?? Infinity;
