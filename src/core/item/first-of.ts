/** The first thing that can be made of one of the values, in their order. */
export function firstOf<T, R>(values: Iterable<T>, make: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const made = make(value);
    if (made !== undefined) return made;
  }
  return undefined;
}
