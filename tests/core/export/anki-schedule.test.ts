import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportItems, lossReport } from '#core/export/export-items.ts';
import { formats } from '#core/export/formats/index.ts';
import { headingOf } from '#core/export/heading.ts';
import { scheduleOf } from '#core/export/schedule.ts';
import { importFormats } from '#core/import/formats/index.ts';
import { dayOfIso } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';
import { activeReviews } from '#core/review/log.ts';
import type { ReviewPayload } from '#core/review/event.ts';
import { standingAfter } from '#core/review/standing.ts';
import { nigerBase } from '../../niger.ts';
import { askSqlite } from '../../sqlite.ts';
import { logOf, review } from '../review/some-events.ts';
import { sample } from './exported.ts';

const base = nigerBase();
const items = sample.slice(0, 12);
const heading = headingOf(base.topic, items);

/** Three answers to the first item, one wrong answer to the second, two ratings of the third. */
const told: readonly [item: number, over: Partial<ReviewPayload>][] = [
  [0, { marks: 1 }],
  [0, { marks: 0.6 }],
  [0, { marks: 1, hints: 1 }],
  [1, { marks: 0, tookMs: 90_000 }],
  [2, { marks: 1, response: { type: 'reveal', rating: 'easy' } }],
  [2, { marks: 0, response: { type: 'reveal', rating: 'again' } }],
];
const reviews = activeReviews(
  logOf(
    'f'.repeat(32),
    told.map(([item, over], position) =>
      review({
        position,
        card: items[item]?.card ?? base.topic.facts[0]?.id + '/object',
        ...over,
      } as Partial<ReviewPayload>),
    ),
  ),
);
const { memories } = standingAfter(reviews);
const schedule = scheduleOf(memories, reviews, 60);

const packed = (takeAlong: boolean) =>
  exportItems(formats.apkg, items, heading, () => [], { schedule, takeAlong });
function askOf({ bytes }: ReturnType<typeof packed>) {
  const { 'collection.anki2': file = new Uint8Array() } = unzipSync(bytes);
  return (sql: string) => askSqlite(file, sql);
}

describe('an Anki package with what is remembered', () => {
  const ask = askOf(packed(true));

  test('has each card due on its day, with the state of its memory', () => {
    const [[begins] = []] = ask('SELECT crt FROM col');
    // Four in the morning where the clock is an hour ahead.
    expect((Number(begins) + 3600) % 86_400).toBe(4 * 3600);
    const firstDay = ((Number(begins) + 3600 - 4 * 3600) / 86_400) as Day;
    const rows = ask('SELECT type, queue, due, ivl, reps, lapses, data FROM cards ORDER BY id');
    items.forEach(({ card }, place) => {
      const memory = memories.get(card);
      if (!memory) return expect(rows[place]).toEqual([0, 0, place + 1, 0, 0, 0, '']);
      const { due, last, reviews: count, lapses, stability, difficulty, decay } = memory;
      const [type, queue, inDays, interval, reps, failed, data] = rows[place] ?? [];
      expect([type, queue, inDays, interval, reps, failed]).toEqual([
        2,
        2,
        due - firstDay,
        due - last,
        count,
        lapses,
      ]);
      const state = JSON.parse(String(data));
      expect(state.s).toBeCloseTo(stability, 4);
      expect(state.d).toBeCloseTo(difficulty, 3);
      expect(state).toMatchObject({ dr: 0.9, decay });
      expect(state.lrt).toBe(
        Math.floor((reviews.findLast(({ payload }) => payload.card === card)?.wallUtcMs ?? 0) / 1000),
      );
    });
    expect(rows.filter(([type]) => type === 2)).toHaveLength(3);
  });

  test('has every answer in its log, each under a moment of its own', () => {
    const rows = ask(
      'SELECT r.id, c.id, r.ease, r.time, r.type, r.ivl, r.lastIvl FROM revlog r JOIN cards c ON c.id = r.cid',
    );
    expect(rows.map(([, , ease]) => ease)).toEqual([3, 2, 2, 1, 4, 1]);
    expect(rows.map(([, , , time]) => time)).toEqual(
      reviews.map(({ payload }) => Math.min(payload.tookMs, 60_000)),
    );
    expect(new Set(rows.map(([id]) => id)).size).toBe(6);
    const [first, second] = rows;
    expect([first?.[4], first?.[6]]).toEqual([0, 0]);
    expect(second?.[6]).toBe(first?.[5]);
  });

  test('is a database that SQLite finds sound, and the same at every making', () => {
    expect(ask('PRAGMA integrity_check')).toEqual([['ok']]);
    expect(packed(true).bytes).toEqual(packed(true).bytes);
  });

  test('tells, when it is brought back as a deck, that its cards start afresh', () => {
    const { apkg } = importFormats;
    const files = Object.entries(unzipSync(packed(true).bytes)).map(([path, bytes]) => ({ path, bytes }));
    const deck = apkg.takes === 'archive' ? apkg.read(files, 'x') : undefined;
    expect(deck?.ok && [deck.value.items.length, deck.value.afresh]).toEqual([items.length, 3]);
  });
});

describe('what is remembered', () => {
  test('stays here unless it is asked for, and that is said', () => {
    const without = packed(false);
    expect(without.bytes).toEqual(exportItems(formats.apkg, items, heading).bytes);
    expect(lossReport(without.losses).find(({ kind }) => kind === 'schedule')?.count).toBe(3);
    expect(lossReport(packed(true).losses).some(({ kind }) => kind === 'schedule')).toBe(false);
    expect(askOf(without)('SELECT count(*) FROM revlog')).toEqual([[0]]);
  });

  test.each([
    ['tsv', 3],
    ['quizlet', 3],
    ['gift', 0],
    ['moodle-xml', 0],
  ] as const)('is a loss only in formats of programs that remember: %s', (id, count) => {
    const { losses } = exportItems(formats[id], items, heading, () => [], { schedule, takeAlong: true });
    expect(losses.filter(({ kind }) => kind === 'schedule')).toHaveLength(count);
  });

  test('counts from the earliest day there is, also before the facts were written', () => {
    const early = new Map(
      [...memories].map(([card, memory]) => [
        card,
        { ...memory, last: (dayOfIso('2020-01-01') ?? 0) as Day },
      ]),
    );
    const { bytes } = exportItems(formats.apkg, items, heading, () => [], {
      schedule: scheduleOf(early, [], 0),
      takeAlong: true,
    });
    const { 'collection.anki2': file = new Uint8Array() } = unzipSync(bytes);
    expect(askSqlite(file, 'SELECT crt FROM col')).toEqual([[Date.UTC(2020, 0, 1, 4) / 1000]]);
    expect(askSqlite(file, 'SELECT min(due) FROM cards WHERE type = 2')[0]?.[0]).toBeGreaterThan(0);
  });
});
