import { parseArgs } from 'node:util';
import { formatIds } from '#core/export/format.ts';
import type { FormatId } from '#core/export/format.ts';
import { importFormatIds } from '#core/import/import-format.ts';
import type { ImportFormatId } from '#core/import/import-format.ts';
import { importances } from '#core/fact/fact.ts';
import type { Importance } from '#core/fact/fact.ts';
import { nearest } from '#core/fact/nearest.ts';
import { formIds } from '#core/item/item.ts';
import type { FormId } from '#core/item/item.ts';
import { answerings, difficulties } from '#core/session/plan.ts';
import type { Answering, Difficulty } from '#core/session/plan.ts';
import { policyIds } from '#core/simulation/policies/index.ts';
import type { PolicyId } from '#core/simulation/policies/index.ts';
import { evidenceKinds } from '#core/simulation/policy.ts';
import type { EvidenceKind } from '#core/simulation/policy.ts';
import { truthIds } from '#core/simulation/truths/index.ts';
import type { TruthId } from '#core/simulation/truths/index.ts';

/** What the caller asked for; each command takes some of these. */
export interface Options {
  /** The first one if left out. */
  readonly topic?: string;
  readonly form?: FormId;
  readonly seed: number;
  readonly count: number;
  readonly json: boolean;
  readonly report: boolean;
  /** How many seeds a report looks at. */
  readonly seeds: number;
  readonly subtopic?: string;
  readonly importance?: Importance;
  readonly difficulty?: Difficulty;
  readonly answering?: Answering;
  /** Parallel version of a quiz, A to Z. */
  readonly letter?: string;
  readonly claim?: string;
  readonly origins: boolean;
  readonly facts: number;
  readonly days: number;
  readonly minutes: number;
  readonly policy: PolicyId;
  readonly truth: TruthId;
  readonly missed: number;
  readonly options: number;
  readonly evidence: EvidenceKind;
  readonly known: number;
  readonly pretest: boolean;
  readonly runs: number;
  readonly table: boolean;
  readonly format?: FormatId | ImportFormatId;
  /** Where a file is written. */
  readonly out?: string;
}

export type OptionName = keyof Options;

export type OptionsResult =
  | { readonly ok: true; readonly options: Options }
  | { readonly ok: false; readonly message: string };

/** How an option is read: a flag, a word, one of some words, or a whole number within bounds. */
type Kind =
  | { readonly type: 'flag' }
  | { readonly type: 'word' }
  | { readonly type: 'choice'; readonly of: readonly string[] }
  | { readonly type: 'number'; readonly least: number; readonly most: number };

interface Option {
  readonly written: string;
  readonly meaning: string;
  readonly kind: Kind;
}

const number = (least: number, most = 999_999_999): Kind => ({ type: 'number', least, most });
const choice = (of: readonly string[]): Kind => ({ type: 'choice', of });

/** For writing and for reading. */
const allFormats: readonly string[] = [...new Set([...formatIds, ...importFormatIds])];

const letters: readonly string[] = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const table: Readonly<Record<OptionName, Option>> = {
  topic: { written: 'T', meaning: 'the topic (the first)', kind: { type: 'word' } },
  form: { written: 'F', meaning: `only items of one form: ${formIds.join(', ')}`, kind: choice(formIds) },
  seed: {
    written: 'N',
    meaning: 'a whole number; the same seed gives the same again (1)',
    kind: number(0),
  },
  count: { written: 'N', meaning: 'how many items (10)', kind: number(1) },
  json: { written: '', meaning: 'one JSON object per line', kind: { type: 'flag' } },
  report: {
    written: '',
    meaning: 'instead of the items, how good they are: flaws by check, guessers against chance',
    kind: { type: 'flag' },
  },
  seeds: { written: 'N', meaning: 'how many seeds the report looks at (1)', kind: number(1, 10_000) },
  subtopic: { written: 'S', meaning: 'only facts of one subtopic', kind: { type: 'word' } },
  importance: {
    written: 'I',
    meaning: `only facts of one importance: ${importances.join(', ')}`,
    kind: choice(importances),
  },
  difficulty: { written: 'D', meaning: `${difficulties.join(', ')} (mixed)`, kind: choice(difficulties) },
  answering: { written: 'A', meaning: `${answerings.join(' or ')} only (both)`, kind: choice(answerings) },
  letter: { written: 'L', meaning: 'a parallel version of the quiz, A to Z (A)', kind: choice(letters) },
  claim: {
    written: 'C',
    meaning: '"subject | predicate | object", then perhaps "| time": names, a date, an amount or words',
    kind: { type: 'word' },
  },
  origins: {
    written: '',
    meaning: 'name also the facts that rest on one origin only',
    kind: { type: 'flag' },
  },
  facts: { written: 'N', meaning: 'facts to learn (500)', kind: number(1, 100_000) },
  days: { written: 'D', meaning: 'days of study before the exam (30)', kind: number(1, 365) },
  minutes: { written: 'M', meaning: 'minutes a day (10)', kind: number(0, 1440) },
  policy: { written: 'P', meaning: `one of ${policyIds.join(', ')} (exam)`, kind: choice(policyIds) },
  truth: {
    written: 'T',
    meaning: `how learners remember: ${truthIds.join(', ')} (fsrs)`,
    kind: choice(truthIds),
  },
  missed: { written: 'P', meaning: 'per cent of days without study (0)', kind: number(0, 100) },
  options: {
    written: 'K',
    meaning: 'options of an item, for guessing; 0 for items that cannot be guessed (0)',
    kind: number(0, 20),
  },
  evidence: {
    written: 'E',
    meaning: 'what a right choice is taken for: a mixture of knowing and guessing, or naive (mixture)',
    kind: choice(evidenceKinds),
  },
  known: { written: 'P', meaning: 'per cent of facts known before (0)', kind: number(0, 100) },
  pretest: { written: '', meaning: 'ask every fact once before any again', kind: { type: 'flag' } },
  runs: { written: 'N', meaning: 'how many learners (10)', kind: number(1, 10_000) },
  table: {
    written: '',
    meaning: 'every scenario and policy side by side, for a truth',
    kind: { type: 'flag' },
  },
  format: {
    written: 'F',
    meaning: `one of ${allFormats.join(', ')}`,
    kind: choice(allFormats),
  },
  out: { written: 'FILE', meaning: 'the file to write', kind: { type: 'word' } },
};

const defaults: Options = {
  seed: 1,
  count: 10,
  json: false,
  report: false,
  seeds: 1,
  origins: false,
  facts: 500,
  days: 30,
  minutes: 10,
  policy: 'exam',
  truth: 'fsrs',
  missed: 0,
  options: 0,
  evidence: 'mixture',
  known: 0,
  pretest: false,
  runs: 10,
  table: false,
};

/** How an option is written and what it does, for `--help`. */
export function optionHelp(name: OptionName): readonly [string, string] {
  const { written, meaning } = table[name];
  return [written === '' ? `--${name}` : `--${name} ${written}`, meaning];
}

/** Whether the word after `--name` is its value. */
export const takesValue = (written: string): boolean =>
  Object.entries(table).some(([name, { kind }]) => written === `--${name}` && kind.type !== 'flag');

/** Reads a command's options; the message says in one sentence what is wrong and what to write. */
export function parseOptions(args: readonly string[], takes: readonly OptionName[]): OptionsResult {
  const types = Object.entries(table).map(
    ([name, { kind }]) =>
      [name, { type: kind.type === 'flag' ? ('boolean' as const) : ('string' as const) }] as const,
  );
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(types),
    strict: false,
    tokens: true,
  });
  const options = { ...defaults };
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional')
      return refuse(`"${token.value}" is one word too many; options start with --`);
    const name = takes.find((taken) => `--${taken}` === token.rawName);
    if (!name) return refuse(unknownOption(token.rawName, takes));
    const read = readOption(name, token.value);
    if (typeof read === 'string') return refuse(read);
    Object.assign(options, read);
  }
  return { ok: true, options };
}

const refuse = (message: string): OptionsResult => ({ ok: false, message });

function unknownOption(written: string, takes: readonly OptionName[]): string {
  const guess = nearest(written.replace(/^-+/, ''), takes);
  if (guess) return `There is no option ${written}; write --${guess}`;
  const known = takes.map((name) => `--${name}`).join(', ');
  return `There is no option ${written} here; ${known === '' ? 'this command takes none' : `the options are ${known}`}`;
}

/** The option by its name, or the sentence that says what is wrong with it. */
function readOption(name: OptionName, value: string | undefined): Readonly<Record<string, unknown>> | string {
  const { kind } = table[name];
  if (kind.type === 'flag') return value === undefined ? { [name]: true } : `Write --${name} without a value`;
  if (value === undefined || value === '') return `Write a value after --${name}`;
  switch (kind.type) {
    case 'word':
      return { [name]: value };
    case 'choice':
      return kind.of.includes(value)
        ? { [name]: value }
        : `There is no ${name} "${value}"; the ${pluralOf(name)} are ${kind.of.join(', ')}`;
    case 'number': {
      const read = /^\d{1,9}$/.test(value) ? Number(value) : -1;
      return read >= kind.least && read <= kind.most
        ? { [name]: read }
        : `"${value}" is no number for --${name}; write a whole number from ${kind.least} to ${kind.most}`;
    }
  }
}

const pluralOf = (name: string): string => (name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`);
