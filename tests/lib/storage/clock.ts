import type { Moment } from '#lib/storage/now.ts';

export const noonMs = Date.UTC(2026, 10, 24, 12);

/** A clock that goes on a second each time it is read. */
export function steadyClock(startUtcMs = noonMs): () => Moment {
  let wallUtcMs = startUtcMs;
  return () => ({ wallUtcMs: (wallUtcMs += 1000), tzOffsetMin: 60, tz: 'Africa/Niamey' });
}
