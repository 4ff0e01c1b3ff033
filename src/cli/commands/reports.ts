import { readFileSync } from 'node:fs';
import { readJson } from '#core/guard/read-json.ts';
import { reportsFormat, reportsVersion } from '#core/review/reports.ts';
import { listOf, oneOf, record, text } from '#core/shape.ts';
import { done, misused } from './command.ts';
import type { Command, Outcome } from './command.ts';

export const reports: Command = {
  name: 'reports',
  summary: 'write the reports that a learner sent: what should not be asked, why, and where it comes from',
  takes: ['json'],
  file: 'a file of reports, saved in the settings of the app',
  run({ json }, _contentDir, file) {
    if (file === undefined) return misused('Write the file to read');
    const content = textIn(file);
    if (content === undefined) return misused(`Cannot read "${file}"; write the path of a file of reports`);
    const raw = readJson(content, 8);
    const read = raw.ok ? fileOf(raw.value) : undefined;
    if (!read)
      return { exit: 1, lines: [], complaint: `${file}: It is no file of reports; save it in the app again` };
    return written(read.reports, json);
  },
};

function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

const report = record(
  {
    scope: text(),
    reason: text(),
    topic: text(),
    topicVersion: text(),
    fact: text(),
    card: text(),
    form: text(),
    stem: text(),
    date: text(),
  },
  { note: text() },
);

type Report = NonNullable<ReturnType<typeof report>>;

const fileOf = record({
  format: oneOf([reportsFormat]),
  v: oneOf([reportsVersion]),
  reports: listOf(report),
});

/** Those about one fact stand together: it is mended once. */
function written(all: readonly Report[], json: boolean): Outcome {
  const sorted = all.toSorted((a, b) => order(a).localeCompare(order(b), 'en'));
  return done(json ? sorted.map((one) => JSON.stringify(one)) : sorted.map(reportText));
}

const order = ({ topic, fact, date }: Report): string => `${topic} ${fact} ${date}`;

const reportText = (one: Report): string =>
  [
    `${one.topic} ${one.fact}: ${one.reason} (${one.scope}), ${one.date}, content of ${one.topicVersion}`,
    `  [${one.form}] ${one.card}`,
    `  ${one.stem}`,
    ...(one.note === undefined ? [] : [`  "${one.note}"`]),
    '',
  ].join('\n');
