import { reportBank } from '#core/item/bank-report.ts';
import { itemsOf } from '#core/item/generate.ts';
import { itemRecord } from '../item-record.ts';
import { itemText } from '../item-text.ts';
import { withTopic } from '../open-topic.ts';
import type { Options } from '../options.ts';
import { reportText } from '../report-text.ts';
import { done } from './command.ts';
import type { Command, Outcome } from './command.ts';
import type { Base } from '#core/fact/base.ts';

export const items: Command = {
  name: 'items',
  summary: 'write every item of a topic, or a report on them',
  takes: ['topic', 'form', 'seed', 'json', 'report', 'seeds'],
  run(options, contentDir) {
    const write = options.report ? writeReport : writeItems;
    return withTopic(contentDir, options.topic, (base) => write(base, options));
  },
};

function writeItems(base: Base, { form, seed, json }: Options): Outcome {
  const wanted = itemsOf(base, seed).filter((item) => form === undefined || item.form === form);
  return done(wanted.map((item) => (json ? JSON.stringify(itemRecord(item)) : itemText(item))));
}

function writeReport(base: Base, { form, seed, seeds, json }: Options): Outcome {
  const range = Array.from({ length: seeds }, (_, index) => seed + index);
  const reports = reportBank(base, range).filter((report) => form === undefined || report.form === form);
  return done(reports.map((report) => (json ? JSON.stringify(report) : reportText(report))));
}
