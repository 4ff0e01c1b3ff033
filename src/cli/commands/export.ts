import { writeFileSync } from 'node:fs';
import type { Base } from '#core/fact/base.ts';
import { alternativesFrom, exportItems, lossReport } from '#core/export/export-items.ts';
import type { LossLine } from '#core/export/export-items.ts';
import { formatIds } from '#core/export/format.ts';
import type { Format } from '#core/export/format.ts';
import { formats } from '#core/export/formats/index.ts';
import { headingOf } from '#core/export/heading.ts';
import { withTopic } from '../open-topic.ts';
import type { Options } from '../options.ts';
import { quizItems, quizWishes } from '../quiz-items.ts';
import { lossText } from '../loss-text.ts';
import { done, misused } from './command.ts';
import type { Command, Outcome } from './command.ts';

export const exportQuiz: Command = {
  name: 'export',
  summary: 'write a quiz as a file for another program, and what is lost on the way',
  takes: ['format', 'out', ...quizWishes, 'json'],
  run(options, contentDir) {
    const { out } = options;
    const format = formatIds.find((id) => id === options.format);
    if (!format) return misused(`Write after --format one of ${formatIds.join(', ')}`);
    if (out === undefined) return misused('Write the file to make after --out');
    return withTopic(contentDir, options.topic, (base) => written(base, formats[format], out, options));
  },
};

function written(base: Base, format: Format, out: string, options: Options): Outcome {
  const made = quizItems(base, options);
  if (typeof made === 'string') return misused(made);
  const heading = headingOf(base.topic, made);
  const { bytes, items, losses } = exportItems(format, made, heading, alternativesFrom(base));
  try {
    writeFileSync(out, bytes);
  } catch {
    return misused(`Cannot write "${out}"; write the path of a file in a folder that is there`);
  }
  const lost = lossReport(losses);
  const report = { format: format.id, file: out, asked: made.length, written: items.length, lost };
  return done(options.json ? [JSON.stringify(report)] : reportLines(report, bytes.length));
}

interface Report {
  readonly file: string;
  readonly asked: number;
  readonly written: number;
  readonly lost: readonly LossLine[];
}

const reportLines = ({ file, asked, written: count, lost }: Report, size: number): readonly string[] => [
  `${file}: ${asked} items as ${count}, ${size} bytes`,
  ...lost.map(lossText),
];
