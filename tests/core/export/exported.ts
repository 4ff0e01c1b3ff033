import { alternativesFrom, exportItems } from '#core/export/export-items.ts';
import type { Export } from '#core/export/export-items.ts';
import type { Format } from '#core/export/format.ts';
import { headingOf } from '#core/export/heading.ts';
import { nigerBase } from '../../niger.ts';
import { awkwardItem, sampleItems } from './sample-items.ts';

const base = nigerBase();
export const sample = sampleItems(base, 300);
export const alternatives = alternativesFrom(base);

/** 300 items of the real content in a format. */
export const exported = (format: Format): Export =>
  exportItems(format, sample, headingOf(base.topic, sample), alternatives);

/** The same with signs that mean something in one format or another. */
export const exportedAwkward = (format: Format): Export => {
  const awkward = sample.slice(0, 60).map(awkwardItem);
  return exportItems(format, awkward, headingOf(base.topic, awkward));
};
