import { nearest } from '#core/fact/nearest.ts';
import { indexTopic } from '#core/fact/base.ts';
import type { Base } from '#core/fact/base.ts';
import { parsePack } from '#core/fact/pack.ts';
import type { Outcome } from './commands/command.ts';
import { misused } from './commands/command.ts';
import { compileTopics } from './content/compile.ts';
import type { ContentProblem } from './content/yaml-file.ts';

/** Runs `use` on a topic, or on the first if none is named, compiled afresh and read back from its pack just as the app reads it. */
export function withTopic(contentDir: string, id: string | undefined, use: (base: Base) => Outcome): Outcome {
  const { packs, problems } = compileTopics(contentDir);
  if (problems.length > 0) {
    const complaint = `The content has problems; mend them first (npm run -s harmattan -- check):`;
    return { exit: 1, lines: [], complaint: [complaint, ...problems.map(problemLine)].join('\n') };
  }
  const pack = id === undefined ? packs[0] : packs.find((candidate) => candidate.id === id);
  if (pack) return use(indexTopic(parsePack(JSON.parse(pack.json))));
  const ids = packs.map((candidate) => candidate.id);
  const guess = id !== undefined && nearest(id, ids);
  return misused(
    `There is no topic "${id}"; ${guess ? `write --topic ${guess}` : `the topics are ${ids.join(', ')}`}`,
  );
}

export const problemLine = ({ file, line, message, remedy }: ContentProblem): string =>
  `${file}:${line}: ${message} - ${remedy}`;
