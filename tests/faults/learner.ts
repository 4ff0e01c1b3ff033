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

/** Passes on the item on the screen, and waits until that is kept. */
export async function pass(page: Evaluating): Promise<void> {
  const before = await page.evaluate(countReviews);
  await tap(page, 'I don’t know');
  if (!(await until(async () => (await page.evaluate(countReviews)) === before + 1)))
    throw new Error('No answer was kept');
}

/** Taps on the button whose words begin so, not in the same quarter of a second as the tap before. */
export async function tap(page: Evaluating, words: string): Promise<void> {
  await wait(300);
  const tapped = await until(() =>
    page.evaluate((start: string) => {
      const buttons = [...document.querySelectorAll('button')];
      const button = buttons.find(({ textContent }) => textContent?.trim().startsWith(start));
      button?.click();
      return button !== undefined;
    }, words),
  );
  if (!tapped) throw new Error(`No button "${words}"`);
}

/** The reviews that are kept, by what names them. */
export const entriesIn = async (page: Evaluating): Promise<readonly (readonly [string, string])[]> =>
  (await reviewsIn(page)).map((event) => [`${event.deviceId}:${event.seq}`, JSON.stringify(event)]);
