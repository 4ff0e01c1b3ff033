import { describe, expect, test } from 'vitest';
import { formats } from '#core/export/formats/index.ts';
import { formIds } from '#core/item/item.ts';
import { exported, exportedAwkward, sample } from './exported.ts';
import { aikenReader } from './readers/aiken.ts';
import { giftReader } from './readers/gift.ts';
import { moodleReader } from './readers/moodle-xml.ts';
import { blooketReader, kahootReader, quizletReader, tsvReader, waygroundReader } from './readers/tables.ts';

describe.each([
  { format: formats.gift, reader: giftReader, least: 300 },
  { format: formats['moodle-xml'], reader: moodleReader, least: 300 },
  { format: formats.aiken, reader: aikenReader, least: 200 },
  { format: formats.kahoot, reader: kahootReader, least: 100 },
  { format: formats.wayground, reader: waygroundReader, least: 290 },
  { format: formats.blooket, reader: blooketReader, least: 200 },
  { format: formats.tsv, reader: tsvReader, least: 300 },
  { format: formats.quizlet, reader: quizletReader, least: 300 },
])('$format.id', ({ format, reader, least }) => {
  test('is understood by another program as it was meant, over 300 items', async () => {
    const { bytes, items } = exported(format);
    expect(items.length).toBeGreaterThanOrEqual(least);
    expect(await reader.read(bytes)).toEqual(items.map(reader.meant));
  });

  test('keeps every sign that means something in one format or another', async () => {
    const { bytes, items } = exportedAwkward(format);
    expect(await reader.read(bytes)).toEqual(items.map(reader.meant));
  });
});

test('the 300 items are of every form', () => {
  expect(sample).toHaveLength(300);
  expect(new Set(sample.map(({ form }) => form))).toEqual(new Set(formIds));
});
