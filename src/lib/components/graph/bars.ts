/** The room that a graph has, in pixels. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line across the graph and the count it stands for. */
export interface Tick {
  readonly y: number;
  readonly count: number;
}

export interface BarLayout {
  readonly bars: readonly Bar[];
  readonly ticks: readonly Tick[];
  /** Distance from one bar's middle to the next one's. */
  readonly pitch: number;
}

/** Bars side by side that fill the box, on a scale from 0 to a round number. A count above 0 is always visible. */
export function layoutBars(counts: readonly number[], box: Box): BarLayout {
  const top = roundUp(Math.max(0, ...counts));
  const pitch = box.width / Math.max(1, counts.length);
  const gap = Math.min(6, pitch / 4);
  const bars = counts.map((count, index) => {
    const height = count > 0 ? Math.max(2, (box.height * count) / top) : 0;
    return { x: index * pitch + gap / 2, y: box.height - height, width: pitch - gap, height };
  });
  const ticks = [top, top / 2].map((count) => ({ y: box.height * (1 - count / top), count }));
  return { bars, ticks: ticks.filter(({ count }) => Number.isInteger(count)), pitch };
}

/** The smallest of 2, 4, 10, 20, 40, 100 ... that is not below: halves of it are whole. */
export function roundUp(count: number): number {
  let power = 1;
  for (;;) {
    for (const lead of [2, 4, 10]) {
      if (lead * power >= count) return lead * power;
    }
    power *= 10;
  }
}

/** Which labels to show so that they do not touch: every nth, counted from the first. */
export function labelStep(pitch: number, labelWidth: number): number {
  return Math.max(1, Math.ceil(labelWidth / pitch));
}
