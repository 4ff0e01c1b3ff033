/**
 * Reads outside JSON as a `T`: gives a fresh, plain copy that has the known fields only, or undefined when it does
 * not fit. `T` never includes undefined.
 */
export type Shape<T> = (raw: unknown) => T | undefined;

type Shapes<T> = { readonly [K in keyof T]: Shape<T[K]> };

/** A mapping with all `required` fields; an `optional` field may be absent but not wrong. Other fields are left behind. */
export function record<R, O = unknown>(required: Shapes<R>, optional?: Shapes<O>): Shape<R & Partial<O>> {
  const fields = Object.entries<Shape<unknown>>({ ...required, ...optional });
  return (raw) => {
    if (!isRecord(raw)) return undefined;
    const copy: Record<string, unknown> = {};
    for (const [key, shape] of fields) {
      const absent = !Object.hasOwn(raw, key) || raw[key] === undefined;
      if (absent && !(key in required)) continue;
      const value = absent ? undefined : shape(raw[key]);
      if (value === undefined) return undefined;
      copy[key] = value;
    }
    return copy as R & Partial<O>;
  };
}

export const isRecord = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** A list of at most `most` elements; a longer one is refused before any of them is looked at. */
export function listOf<T>(shape: Shape<T>, most = Infinity): Shape<T[]> {
  return (raw) => {
    if (!Array.isArray(raw) || raw.length > most) return undefined;
    const copy: T[] = [];
    for (const element of raw) {
      const value = shape(element);
      if (value === undefined) return undefined;
      copy.push(value);
    }
    return copy;
  };
}

/** A mapping from names to values, of at most `most` entries; a longer one is refused before any of them is looked at. */
export function mappingOf<K extends string, T>(
  name: Shape<K>,
  value: Shape<T>,
  most: number,
): Shape<Record<K, T>> {
  const entries = listOf(record({ name, value }), most);
  return (raw) => {
    if (!isRecord(raw)) return undefined;
    const read = entries(Object.entries(raw).map(([key, inner]) => ({ name: key, value: inner })));
    return read && (Object.fromEntries(read.map((entry) => [entry.name, entry.value])) as Record<K, T>);
  };
}

/** The first shape that fits: for tagged unions. */
export function firstOf<T>(...shapes: readonly Shape<T>[]): Shape<T> {
  return (raw) => {
    for (const shape of shapes) {
      const value = shape(raw);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

export function oneOf<const T>(values: readonly T[]): Shape<T> {
  return (raw) => values.find((value) => value === raw);
}

/** A text; with a brand as `T` it is that id's constructor. */
export function text<T extends string = string>(pattern?: RegExp): Shape<T> {
  return (raw) => (typeof raw === 'string' && (pattern?.test(raw) ?? true) ? (raw as T) : undefined);
}

/** A text of at most `most` UTF-16 units; a longer one is refused unread. */
export function shortText<T extends string = string>(most: number): Shape<T> {
  return (raw) => (typeof raw === 'string' && raw.length <= most ? (raw as T) : undefined);
}

export function between(min: number, max: number): Shape<number> {
  return (raw) => (typeof raw === 'number' && raw >= min && raw <= max ? raw : undefined);
}

/** A whole number of at least `min`; with a brand as `T` it is that unit's constructor. */
export function whole<T extends number = number>(min = Number.MIN_SAFE_INTEGER): Shape<T> {
  return (raw) => (Number.isSafeInteger(raw) && Number(raw) >= min ? (raw as T) : undefined);
}

/** Anything that is there, as it is: what another parser reads later. */
export const anything: Shape<unknown> = (raw) => raw;
