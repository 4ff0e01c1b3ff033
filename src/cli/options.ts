import { parseArgs } from 'node:util';
import { nearest } from '#core/fact/nearest.ts';
import { formIds } from '#core/item/item.ts';
import type { FormId } from '#core/item/item.ts';

/** What the caller asked for; each command takes some of these. */
export interface Options {
  /** The id of a topic; the first by name if left out. */
  readonly topic?: string;
  readonly form?: FormId;
  readonly seed: number;
  readonly count: number;
  readonly json: boolean;
  readonly origins: boolean;
}

export type OptionName = keyof Options;

export type OptionsResult =
  | { readonly ok: true; readonly options: Options }
  | { readonly ok: false; readonly message: string };

/** How each option is written and what it does, for `--help`. */
export const optionHelp: Readonly<Record<OptionName, readonly [string, string]>> = {
  topic: ['--topic T', 'the topic (the first by name)'],
  form: ['--form F', `only items of one form: ${formIds.join(', ')}`],
  seed: ['--seed N', 'a whole number; the same seed gives the same items (1)'],
  count: ['--count N', 'how many items (10)'],
  json: ['--json', 'one JSON object per line'],
  origins: ['--origins', 'name also the facts that rest on one origin only'],
};

const defaults: Options = { seed: 1, count: 10, json: false, origins: false };

/** Reads a command's options; the message says in one sentence what is wrong and what to write. */
export function parseOptions(args: readonly string[], takes: readonly OptionName[]): OptionsResult {
  const shape = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { tokens } = parseArgs({
    args: [...args],
    options: { topic: shape, form: shape, seed: shape, count: shape, json: flag, origins: flag },
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

/** The option, or the sentence that says what is wrong with it. */
function readOption(name: OptionName, value: string | undefined): Partial<Options> | string {
  if (name === 'json' || name === 'origins')
    return value === undefined ? { [name]: true } : `Write --${name} without a value`;
  if (value === undefined || value === '') return `Write a value after --${name}`;
  switch (name) {
    case 'topic':
      return { topic: value };
    case 'form': {
      const form = formIds.find((id) => id === value);
      return form ? { form } : `There is no form "${value}"; the forms are ${formIds.join(', ')}`;
    }
    case 'seed':
    case 'count': {
      const least = name === 'seed' ? 0 : 1;
      const number = /^\d{1,9}$/.test(value) ? Number(value) : -1;
      if (number < least)
        return `"${value}" is no number for --${name}; write a whole number from ${least} to 999999999`;
      return { [name]: number };
    }
  }
}
