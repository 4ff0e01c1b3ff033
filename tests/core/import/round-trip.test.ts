import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Body, CarriedItem } from '#core/export/carried.ts';
import { explanationWithSources } from '#core/export/explanation.ts';
import type { Format } from '#core/export/format.ts';
import { formats } from '#core/export/formats/index.ts';
import { textOf } from '#core/file/utf8.ts';
import type { DeckFile, ReadDeck } from '#core/import/deck-file.ts';
import { importFormats } from '#core/import/formats/index.ts';
import type { ImportFormat } from '#core/import/import-format.ts';
import type { OwnBody } from '#core/own/own-item.ts';
import { exported } from '../export/exported.ts';

/** What a format's own file gives when it is taken back. */
function takenBack(format: Format, reader: ImportFormat): { deck: ReadDeck; items: readonly CarriedItem[] } {
  const { bytes, items } = exported(format);
  if (reader.takes === 'text') return { deck: reader.read(textOf(bytes), `test.${format.ending}`), items };
  const files = Object.entries(unzipSync(bytes)).map(([path, own]) => ({ path, bytes: own }));
  return { deck: reader.read(files, `test.${format.ending}`), items };
}

function bodyMeant(body: Body): OwnBody | 'free' {
  switch (body.kind) {
    case 'choice':
    case 'multiple': {
      const right = body.options.filter(({ correct }) => correct).length;
      const type = body.kind === 'multiple' && right > 1 ? 'multiple' : body.kind;
      return { type, options: body.options };
    }
    case 'true-false':
      return {
        type: 'truth',
        right: body.right,
        ...(body.feedback !== undefined && { feedback: body.feedback }),
      };
    case 'text':
      return { type: 'text', accepted: body.accepted };
    case 'number':
      return { type: 'number', amount: body.amount, tolerance: body.tolerance };
    case 'order':
      return { type: 'order', tiles: body.solution.map((place) => body.tiles[place] ?? '') };
    case 'match':
      return { type: 'match', rows: body.rows, targets: body.targets };
    case 'open':
    case 'card':
      return 'free';
  }
}

/** Joining is the same whatever the order of the targets. */
function plain(body: OwnBody | 'free'): unknown {
  if (body === 'free' || body.type === 'card') return 'free';
  if (body.type !== 'match') return body;
  const { rows, targets } = body;
  return { rows: rows.map(({ text, target }) => [text, targets[target]]), targets: targets.toSorted() };
}

describe.each([
  { format: formats.gift, reader: importFormats.gift, explains: true },
  { format: formats['moodle-xml'], reader: importFormats['moodle-xml'], explains: true },
  { format: formats.aiken, reader: importFormats.aiken, explains: false },
  { format: formats.qti21, reader: importFormats.qti, explains: true },
  { format: formats.qti3, reader: importFormats.qti, explains: true },
])('$format.id', ({ format, reader, explains }) => {
  let items: readonly CarriedItem[];
  let read: DeckFile;
  beforeAll(() => {
    const back = takenBack(format, reader);
    if (!back.deck.ok) throw new TypeError(JSON.stringify(back.deck.problem));
    ({ items } = back);
    read = back.deck.value;
  });

  test('takes back what it wrote, over 300 items', () => {
    expect(read.passedOver.filter(({ why }) => why === 'shape')).toEqual([]);
    const meant = items.filter(({ body }) => body.kind !== 'open');
    const back = read.items.filter(({ body }) => body.type !== 'card');
    expect(back.map(({ stem, body }) => ({ stem, body: plain(body) }))).toEqual(
      meant.map((item) => ({
        stem: stemMeant(format, item),
        body: plain(bodyWithFeedback(item.body, explains)),
      })),
    );
    if (explains)
      expect(back.map(({ explanation }) => explanation)).toEqual(meant.map(explanationWithSources));
  });

  test.runIf(explains)('keeps ids and tags', () => {
    const ids = new Set(read.items.map(({ id }) => id.replace(/^i-/, '')));
    for (const { id, body } of items) if (body.kind !== 'open') expect(ids.has(id)).toBe(true);
    for (const { tags } of read.items) expect(tags[0]).toBe('niger');
  });
});

const stemMeant = (format: Format, { stem }: CarriedItem): string =>
  format.id === 'aiken' ? stem.replace(/\s+/g, ' ') : stem;

function bodyWithFeedback(body: Body, hasFeedback: boolean): OwnBody | 'free' {
  const meant = bodyMeant(body);
  if (hasFeedback || meant === 'free' || (meant.type !== 'choice' && meant.type !== 'multiple')) return meant;
  return { ...meant, options: meant.options.map(({ text, correct }) => ({ text, correct })) };
}

describe.each([
  { format: formats.apkg, reader: importFormats.apkg },
  { format: formats.tsv, reader: importFormats.tsv },
  { format: formats.quizlet, reader: importFormats.tsv },
])('cards of $format.id', ({ format, reader }) => {
  test('come back with their fronts and backs, over 300 items', () => {
    const { deck, items } = takenBack(format, reader);
    if (!deck.ok) throw new TypeError(JSON.stringify(deck.problem));
    expect(deck.value.passedOver).toEqual([]);
    const flat = (lines: readonly string[]): string => lines.join(' ').replace(/\s+/g, ' ').trim();
    expect(
      deck.value.items.map(({ stem, body }) => [flat([stem]), body.type === 'card' ? flat([body.back]) : '']),
    ).toEqual(
      items.map(({ stem, body }) => {
        const card = body.kind === 'card' ? body : undefined;
        const back = card?.back ?? (body.kind === 'text' ? body.accepted.slice(0, 1) : []);
        return [flat([stem, ...(card?.below ?? [])]), flat(back)];
      }),
    );
  });
});
