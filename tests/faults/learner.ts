import { reviewsIn } from '../e2e/sitting.ts';

import { countReviews, untilOffline } from './app.ts';
import type { Evaluating } from './app.ts';
import type { EnginePage } from './engines/engine.ts';
import type { Host } from './host.ts';
import { until, untilTrue, wait } from './until.ts';

/** What a learner does with the app in any browser: a quiz is open, and all of its release is in the cache. */
export async function openQuizOffline(page: EnginePage, { address, folder }: Host): Promise<void> {
  await page.goto(`${address}/quiz/`);
  await tap(page, 'Start: ');
  await untilTrue(page, showsItem);
  await untilOffline(page, folder);
}

/** Runs in the page: whether there is an item to answer. */
export const showsItem = (): boolean =>
  document.querySelector('[data-form]') !== null && !document.querySelector('[aria-busy="true"]');

/** Passes on the item on the screen, and waits until that is kept and the next one is there. */
export async function pass(page: Evaluating): Promise<void> {
  const [before, shown] = [await page.evaluate(countReviews), await page.evaluate(words)];
  await tap(page, 'I don’t know');
  if (!(await until(async () => (await page.evaluate(countReviews)) === before + 1)))
    throw new Error('No answer was kept');
  await until(async () => (await page.evaluate(words)) !== shown);
}

/** Runs in the page: what is on its screen. */
const words = (): string => document.querySelector('main')?.textContent ?? '';

/** Taps on the button whose words begin so, not in the same quarter of a second as the tap before. */
export async function tap(page: Evaluating, start: string): Promise<void> {
  await wait(300);
  const tapped = await until(() =>
    page.evaluate((label: string) => {
      const buttons = [...document.querySelectorAll('button')];
      const button = buttons.find(({ textContent }) => textContent?.trim().startsWith(label));
      button?.click();
      return button !== undefined;
    }, start),
  );
  if (!tapped) throw new Error(`No button "${start}"`);
}

/** The reviews that are kept, by what names them. */
export const entriesIn = async (page: Evaluating): Promise<readonly (readonly [string, string])[]> =>
  (await reviewsIn(page)).map((event) => [`${event.deviceId}:${event.seq}`, JSON.stringify(event)]);
