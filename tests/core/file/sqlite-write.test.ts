import { describe, expect, test } from 'vitest';
import { databaseOf } from '#core/file/sqlite-write.ts';
import type { SqlRow } from '#core/file/sqlite-write.ts';
import { askSqlite as ask } from '../../sqlite.ts';

const table = (rows: readonly SqlRow[]) => ({
  name: 'things',
  sql: 'CREATE TABLE things (id integer primary key, text text, number integer)',
  rows,
});

describe('databaseOf()', () => {
  test.each([0, 1, 3, 200, 5000])(
    'writes %i rows that SQLite reads back, in a file it finds sound',
    (count) => {
      const rows = Array.from({ length: count }, (_, index) => ({
        id: 1_700_000_000_000 + index * 7,
        values: [null, `Row ${index} – “${'é'.repeat(index % 90)}”`, (index - 3) * 7 ** (index % 17)],
      }));
      const file = databaseOf([table(rows), { ...table([]), name: 'other', sql: 'CREATE TABLE other (a)' }]);
      expect(ask(file, 'PRAGMA integrity_check')).toEqual([['ok']]);
      const read = ask(file, 'SELECT * FROM things ORDER BY id');
      expect(read.map((row) => row.map(Number).toSpliced(1, 1, 0))).toEqual(
        rows.map(({ id, values }) => [id, 0, values[2]]),
      );
      expect(read.map((row) => row[1])).toEqual(rows.map(({ values }) => values[1]));
    },
  );

  test('keeps texts longer than a page, at every length about where they overflow', () => {
    const lengths = [480, 488, 489, 490, 4040, 4050, 4055, 4056, 4057, 4058, 4059, 4060, 8140, 8150, 100_000];
    const rows = lengths.map((length, index) => ({
      id: index + 1,
      values: [null, 'x'.repeat(length), null],
    }));
    const file = databaseOf([table(rows)]);
    expect(ask(file, 'PRAGMA integrity_check')).toEqual([['ok']]);
    expect(ask(file, 'SELECT length(text) FROM things').flat()).toEqual(lengths);
  });
});
