import { dayOf } from '#core/memory/day.ts';
import type { Rating } from '#core/memory/fsrs.ts';
import type { Practice } from '#core/memory/replay.ts';
import { ok, refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';

const columns = ['card_id', 'review_time_ms', 'rating'] as const;
type Column = (typeof columns)[number];

const ratings: Readonly<Record<string, Rating>> = { 1: 'again', 2: 'hard', 3: 'good', 4: 'easy' };

/** Times before 1990 are taken for seconds. */
const leastMs = 631_152_000_000;
const mostMs = 8_640_000_000_000_000;

/**
 * Reads a review log: a heading, then a line a review, in any order; other columns are passed over, a review that is
 * there twice counts once. Days are UTC days that start at four. The problem says line and remedy in one sentence.
 */
export function parseReviewCsv(text: string): Result<readonly Practice<string>[], string> {
  const [heading, ...lines] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const places = placesOf(heading ?? '');
  if (typeof places === 'string') return refused(places);
  const reviews = new Map<string, { card: string; time: number; rating: Rating }>();
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const review = reviewOf(line, places);
    if (typeof review === 'string') return refused(`line ${index + 2}: ${review}`);
    reviews.set(`${review.card}\n${review.time}`, review);
  }
  if (reviews.size === 0) return refused('there is no review; write one a line below the heading');
  const inOrder = [...reviews.values()].toSorted((a, b) => a.time - b.time);
  return ok(inOrder.map(({ card, time, rating }) => ({ card, day: dayOf(time, 0), rating })));
}

function placesOf(heading: string): Readonly<Record<Column, number>> | string {
  const names = fieldsOf(heading).map((name) => name.toLowerCase());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0)
    return `line 1: ${missing.join(', ')} missing; write the heading ${columns.join(',')}`;
  const at = (column: Column): number => names.indexOf(column);
  return { card_id: at('card_id'), review_time_ms: at('review_time_ms'), rating: at('rating') };
}

function reviewOf(
  line: string,
  places: Readonly<Record<Column, number>>,
): { readonly card: string; readonly time: number; readonly rating: Rating } | string {
  const fields = fieldsOf(line);
  const [card, time, grade] = columns.map((column) => fields[places[column]] ?? '');
  if (!card) return 'there is no card_id; write what tells cards apart';
  const rating = ratings[grade ?? ''];
  if (!rating) return `"${grade}" is no rating; write 1 again, 2 hard, 3 good or 4 easy`;
  const ms = /^\d+(\.0+)?$/.test(time ?? '') ? Number(time) : -1;
  if (ms < 0 || ms > mostMs) return `"${time}" is no time; write milliseconds since 1970`;
  if (ms < leastMs) return `"${time}" is before 1990; write milliseconds since 1970, not seconds`;
  return { card, time: ms, rating };
}

const fieldsOf = (line: string): readonly string[] =>
  line.split(/[,;\t]/).map((field) => field.trim().replace(/^"(.*)"$/, '$1'));
