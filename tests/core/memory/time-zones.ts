const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'longOffset',
    });
  formats.set(zone, format);
  return format;
}

/** What a clock on the wall shows: the local date and hour, and the minutes ahead of UTC. */
export function wall(zone: string, instant: number): { date: string; hour: number; offset: number } {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d\d):(\d\d)/.exec(read('timeZoneName')) ?? [];
  return {
    date: `${read('year')}-${read('month')}-${read('day')}`,
    hour: Number.parseInt(read('hour'), 10),
    offset: (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)),
  };
}

const hour = 3_600_000;
const step = 72 * hour;

/** The instants, to the minute, at which clocks of a zone change between two instants. */
export function edges(zone: string, from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (let start = from; start < to; start += step) {
    const before = wall(zone, start).offset;
    if (wall(zone, start + step).offset === before) continue;
    let [low, high] = [start, start + step];
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 2);
      if (wall(zone, middle).offset === before) low = middle;
      else high = middle;
    }
    found.push(high);
  }
  return found;
}
