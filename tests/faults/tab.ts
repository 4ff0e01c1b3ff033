import type { Page } from '@playwright/test';

import type { Opening } from './harness/harness.ts';

/** A tab with the log open in it. */
export interface Tab {
  readonly page: Page;
  readonly opening: Opening;
  /** Gives so many answers in several lanes; resolves to how many were said to be saved. */
  write(prefix: string, count: number, lanes: number): Promise<number>;
}

export async function tabOn(page: Page, address: string): Promise<Tab> {
  await page.goto(address);
  await page.waitForFunction(() => 'harness' in window);
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
