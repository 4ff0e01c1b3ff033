/** Every choice of `count` values, those of early values first. */
export function choicesOf<T>(values: readonly T[], count: number): readonly (readonly T[])[] {
  const places = choicesFrom(0, values.length, count);
  const lateness = (chosen: readonly number[]): number => chosen.reduce((sum, place) => sum + place, 0);
  return places
    .toSorted((a, b) => lateness(a) - lateness(b))
    .map((chosen) => values.filter((_, place) => chosen.includes(place)));
}

/** Every choice of `count` whole numbers from `first` to below `end`. */
function choicesFrom(first: number, end: number, count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return Array.from({ length: Math.max(0, end - first) }, (_, skip) => first + skip).flatMap((place) =>
    choicesFrom(place + 1, end, count - 1).map((rest) => [place, ...rest]),
  );
}
