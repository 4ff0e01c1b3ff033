import type { EnginePage } from './engines/engine.ts';
import type { Opening } from './harness/harness.ts';
import { untilTrue } from './until.ts';

/** A tab with the log open in it. */
export interface Tab<P extends EnginePage = EnginePage> {
  readonly page: P;
  readonly opening: Opening;
  /** Gives so many answers in several lanes; resolves to how many were said to be saved. */
  write(prefix: string, count: number, lanes: number): Promise<number>;
}

export async function tabOn<P extends EnginePage>(page: P, address: string): Promise<Tab<P>> {
  await page.goto(address);
  await untilTrue(page, () => 'harness' in window);
  const opening = await page.evaluate(() => window.harness.open());
  return {
    page,
    opening,
    write: (prefix, count, lanes) =>
      page.evaluate(([name, answers, ways]) => window.harness.write(name, answers, ways), [
        prefix,
        count,
        lanes,
      ] as const),
  };
}
