/** The parts of a fact that a sentence pattern may name. */
export const slots = [
  'subject',
  'object',
  'about',
  'place',
  'speaker',
  'occasion',
  'at',
  'from',
  'to',
  'asOf',
] as const;
export type Slot = (typeof slots)[number];

/** How a slot is put into words; `content/README.md` shows each with an example. */
export type SlotStyle = 'plain' | 'possessive' | 'bare' | 'adj' | 'amount' | 'unit' | 'on' | 'when';

export interface TextPart {
  readonly type: 'text';
  readonly text: string;
}

export interface SlotPart {
  readonly type: 'slot';
  readonly slot: Slot;
  readonly style: SlotStyle;
  /** Whether the first letter is upper-case. */
  readonly capital: boolean;
}

/** Two words of which the number of the slot's entity picks one: `{was/were subject}`. */
export interface AgreementPart {
  readonly type: 'agreement';
  readonly slot: Slot;
  readonly singular: string;
  readonly plural: string;
}

/** `[ ... ]`: left out when a slot inside it is missing in the fact. */
export interface OptionalPart {
  readonly type: 'optional';
  readonly parts: readonly Part[];
}

export type Part = TextPart | SlotPart | AgreementPart | OptionalPart;
export type Pattern = readonly Part[];

export type PatternResult =
  | { readonly ok: true; readonly pattern: Pattern }
  | { readonly ok: false; readonly message: string };

/** Reads a sentence pattern such as `{Subject} took place {on object}[ in {place}].`. */
export function parsePattern(text: string): PatternResult {
  const parts: Part[] = [];
  for (let rest = text; rest !== '';) {
    const literal = /^[^{}[\]]+/.exec(rest)?.[0] ?? '';
    if (literal !== '') parts.push({ type: 'text', text: literal });
    rest = rest.slice(literal.length);
    if (rest === '') break;
    const close = { '{': '}', '[': ']' }[rest[0] ?? ''];
    if (close === undefined) return { ok: false, message: `"${rest[0]}" closes nothing in "${text}"` };
    const end = rest.indexOf(close);
    if (end < 0) return { ok: false, message: `"${rest[0]}" is never closed in "${text}"` };
    const inner = rest.slice(1, end);
    const part = close === '}' ? parseSlot(inner) : parseOptional(inner);
    if (!part.ok) return part;
    parts.push(part.part);
    rest = rest.slice(end + 1);
  }
  return { ok: true, pattern: parts };
}

/** Every slot a pattern names, with those inside `[ ]` only if `optional` is true. */
export function slotsOf(pattern: Pattern, optional: boolean): ReadonlySet<Slot> {
  return new Set(
    pattern.flatMap((part) => {
      if (part.type === 'text') return [];
      if (part.type === 'optional') return optional ? [...slotsOf(part.parts, true)] : [];
      return [part.slot];
    }),
  );
}

type PartResult =
  | { readonly ok: true; readonly part: Part }
  | { readonly ok: false; readonly message: string };

function parseOptional(inner: string): PartResult {
  const result = parsePattern(inner);
  return result.ok ? { ok: true, part: { type: 'optional', parts: result.pattern } } : result;
}

const suffixes: Readonly<Record<string, SlotStyle>> = {
  '': 'plain',
  "'s": 'possessive',
  ':bare': 'bare',
  ':adj': 'adj',
  ':amount': 'amount',
  ':unit': 'unit',
};

function parseSlot(inner: string): PartResult {
  const agreement = /^([^/ ]+)\/([^/ ]+) (\w+)$/.exec(inner);
  const slot = slotNamed(agreement?.[3]);
  if (agreement && slot) {
    return {
      ok: true,
      part: { type: 'agreement', slot, singular: agreement[1] ?? '', plural: agreement[2] ?? '' },
    };
  }
  return parseStyledSlot(inner);
}

function parseStyledSlot(inner: string): PartResult {
  const dated = /^(on|On|when|When) (\w+)$/.exec(inner);
  const plain = /^(\w+)('s|:\w+)?$/.exec(inner);
  const name = dated?.[2] ?? plain?.[1] ?? '';
  const first = (dated?.[1] ?? name)[0] ?? '';
  const slot = slotNamed(dated ? name : first.toLowerCase() + name.slice(1));
  const style = dated ? (dated[1]?.toLowerCase() as SlotStyle) : suffixes[plain?.[2] ?? ''];
  if (!slot || !style) {
    return {
      ok: false,
      message: `"{${inner}}" is not a slot; use one of ${slots.join(', ')}, with 's, :bare, :adj, :amount, :unit, "on" or "when"`,
    };
  }
  return { ok: true, part: { type: 'slot', slot, style, capital: first !== first.toLowerCase() } };
}

const slotNamed = (name: string | undefined): Slot | undefined => slots.find((slot) => slot === name);
