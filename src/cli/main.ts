import { nearest } from '#core/fact/nearest.ts';
import { done, misused } from './commands/command.ts';
import type { Command, Outcome } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { optionHelp, parseOptions, takesValue } from './options.ts';

const call = 'npm run -s harmattan --';

/** Runs one command line on the content of a folder. */
export function run(args: readonly string[], contentDir: string): Outcome {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') return done(help());
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) return misused(unknownCommand(name));
  if (rest.includes('--help') || rest.includes('-h')) return done(helpOf(command));
  const place =
    command.file === undefined ? -1 : rest.findIndex((word, index) => isFile(word, rest[index - 1]));
  const file = rest[place];
  const options = place < 0 ? rest : rest.toSpliced(place, 1);
  const result = parseOptions(options, command.takes);
  return result.ok
    ? command.run(result.options, contentDir, file)
    : misused(`${result.message} (${call} ${name} --help)`);
}

/** A word of its own: no option, and not the value of the one before it. */
const isFile = (word: string, before = ''): boolean => !word.startsWith('--') && !takesValue(before);

function unknownCommand(name: string): string {
  const names = commands.map((command) => command.name);
  const guess = nearest(name, names);
  return `There is no command "${name}"; ${guess ? `write ${guess}` : `the commands are ${names.join(', ')}`} (${call} --help)`;
}

function help(): readonly string[] {
  return [
    `${call} <command> [options]`,
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`),
    '',
    `${call} <command> --help shows the options of a command.`,
  ];
}

function helpOf({ name, summary, takes, file, details = [] }: Command): readonly string[] {
  const options = takes.map(optionHelp);
  return [
    `${call} ${name}${file === undefined ? '' : ' FILE'}${options.map(([written]) => ` [${written}]`).join('')}`,
    '',
    `  ${summary}`,
    ...(file === undefined ? [] : [`  ${'FILE'.padEnd(12)}${file}`]),
    ...options.map(([written, meaning]) => `  ${written.padEnd(12)}${meaning}`),
    ...details.map((line) => (line === '' ? '' : `  ${line}`)),
  ];
}
