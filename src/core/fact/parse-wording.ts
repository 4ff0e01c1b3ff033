import { facets } from './fact.ts';
import type { Facet } from './fact.ts';
import { readRecord, readText, refuse } from './parse-record.ts';
import type { Raw } from './parse-record.ts';
import { parsePattern, slotsOf } from './pattern.ts';
import type { Part, Pattern, SlotPart } from './pattern.ts';
import type { Range, Wording } from './predicate.ts';
import { slotOfFacet } from './slot.ts';

type Stems = Wording['stems'];

/** Reads the sentence patterns of a predicate in one language and checks that every question can be asked and gapped. */
export function readWording(raw: Raw, range: Range): Wording {
  const field = readRecord(raw, [
    'statement',
    'stems',
    'choiceStems',
    'oddStems',
    'countStem',
    'event',
    'descriptions',
  ]);
  const statement = readPattern(field.statement, range, '.');
  const wording = {
    statement: statement.text,
    stems: readStems(field.stems, range, '?'),
    choiceStems: readStems(field.choiceStems, range, '?'),
    ...(field.oddStems.value !== undefined && { oddStems: readStems(field.oddStems, range, '?') }),
    ...(field.countStem.value !== undefined && { countStem: readPattern(field.countStem, range, '?').text }),
    ...(field.event.value !== undefined && { event: readEvent(field.event, range) }),
    ...(field.descriptions.value !== undefined && {
      descriptions: readStems(field.descriptions, range, ''),
    }),
  };
  if (statement.pattern) refuseUngappable(field.statement, statement.pattern, wording);
  return wording;
}

type Ending = '.' | '?' | '';

function readStems(raw: Raw, range: Range, end: Ending): Stems {
  if (raw.value === undefined) return {};
  const field = readRecord(raw, facets);
  const stems: Partial<Record<Facet, string>> = {};
  for (const facet of facets) {
    if (field[facet].value === undefined) continue;
    const { text, pattern } = readPattern(field[facet], range, end);
    stems[facet] = text;
    if (pattern) refuseGiveaway(field[facet], pattern, facet);
  }
  return stems;
}

/** An event phrase names what happened on the date that the object is, and does not tell it. */
function readEvent(raw: Raw, range: Range): string {
  const { text, pattern = [] } = readPattern(raw, range, '');
  const telling = range !== 'date' || [...slotsOf(pattern, true)].some((slot) => datingSlots.has(slot));
  if (!telling) return text;
  return refuse(raw, text, {
    code: 'pattern',
    message: `"${text}" names no event without its date`,
    remedy:
      'give "event" only to predicates with the range date, and leave their object and other dates out of it',
  });
}

interface ReadPattern {
  readonly text: string;
  readonly pattern?: Pattern;
}

function readPattern(raw: Raw, range: Range, end: Ending): ReadPattern {
  const text = readText(raw);
  if (text === '') return { text };
  const result = parsePattern(text);
  if (!result.ok) {
    return refuse(
      raw,
      { text },
      {
        code: 'pattern',
        message: result.message,
        remedy: 'see "Pattern language" in content/README.md',
      },
    );
  }
  if (!text.endsWith(end)) {
    refuse(raw, undefined, {
      code: 'pattern',
      message: `"${text}" does not end in "${end}"`,
      remedy: end === '.' ? 'end a statement with a full stop' : 'end a stem with a question mark',
    });
  }
  for (const part of slotParts(result.pattern)) refuseStyle(raw, part, range);
  return { text, pattern: result.pattern };
}

const dateSlots = ['at', 'from', 'to', 'asOf'];
const datingSlots = new Set([...dateSlots, 'object']);

/** A style that the slot's values cannot take: `on` for a name, `:unit` for a date. */
function refuseStyle(raw: Raw, part: SlotPart, range: Range): void {
  const dated = dateSlots.includes(part.slot) || (part.slot === 'object' && range === 'date');
  const counted = part.slot === 'object' && range === 'quantity';
  const wrong =
    ((part.style === 'on' || part.style === 'when') && !dated && 'a date') ||
    ((part.style === 'amount' || part.style === 'unit') && !counted && 'a quantity') ||
    ((part.style === 'adj' || part.style === 'bare') && (dated || counted) && 'an entity');
  if (!wrong) return;
  refuse(raw, undefined, {
    code: 'pattern',
    message: `the slot "${part.slot}" is put into words as ${wrong}, which it is not`,
    remedy: `take the modifier "${part.style}" off "${part.slot}", or correct "range"`,
  });
}

/** A stem that says what it asks for; a date may be asked with `{When ...}` and an amount with its unit. */
function refuseGiveaway(raw: Raw, pattern: Pattern, facet: Facet): void {
  const slot = slotOfFacet[facet];
  const told = [...slotParts(pattern)].some(
    (part) => part.slot === slot && part.style !== 'when' && part.style !== 'unit',
  );
  if (!told && !agreesWith(pattern, slot)) return;
  refuse(raw, undefined, {
    code: 'pattern',
    message: `the stem for "${facet}" contains "${slot}", which is what it asks for`,
    remedy: `take {${slot}} out; only {When ${slot}} and {${slot}:unit} may stand in this stem`,
  });
}

/** A stem whose slot the statement lacks: cloze and true/false would have nothing to cut out or swap. */
function refuseUngappable(raw: Raw, statement: Pattern, { stems, choiceStems }: Wording): void {
  const said = [...slotParts(statement)].filter((part) => part.style !== 'unit').map((part) => part.slot);
  for (const facet of facets) {
    const asked = stems[facet] ?? choiceStems[facet];
    const slot = slotOfFacet[facet];
    if (asked === undefined || said.includes(slot)) continue;
    refuse(raw, undefined, {
      code: 'hole',
      message: `there is a stem for "${facet}", but the statement has no {${slot}}`,
      remedy: `put {${slot}} into the statement, or remove the stem`,
    });
  }
}

function agreesWith(pattern: Pattern, slot: string): boolean {
  return pattern.some((part) => {
    if (part.type === 'optional') return agreesWith(part.parts, slot);
    return part.type === 'agreement' && part.slot === slot;
  });
}

function slotParts(parts: readonly Part[]): readonly SlotPart[] {
  return parts.flatMap((part) => {
    if (part.type === 'optional') return slotParts(part.parts);
    return part.type === 'slot' ? [part] : [];
  });
}
