import { readFileSync } from 'node:fs';
import { publishRelease } from '../release.ts';
import { untilCached, untilSettled } from './built.ts';
import { expect, test } from './fixtures.ts';
import { item, reviewsIn, tap } from './sitting.ts';

test.use({ serviceWorkers: 'allow' });

test.skip(({ isMobile }) => isMobile, 'tabs are tried on the desktop');

const words: Readonly<
  Record<'pwa_update_now' | 'pwa_update_held' | 'sitting_elsewhere_title' | 'sitting_elsewhere_here', string>
> = JSON.parse(readFileSync('src/lib/i18n/messages/en.json', 'utf8'));

test('a quiz goes on in one tab at a time, and an update waits for its end', async ({
  page,
  context,
  folder,
  site,
}) => {
  await page.goto(`${site.address}/quiz/`);
  await untilCached(page);
  await page.getByRole('button', { name: /^Start/ }).click();
  await item(page).waitFor();
  const pass = { name: 'I don’t know' };
  await tap(page.getByRole('button', pass));
  await expect.poll(async () => (await reviewsIn(page)).length).toBe(1);

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByText(words.sitting_elsewhere_title)).toBeVisible();
  await other.getByRole('button', { name: words.sitting_elsewhere_here }).click();
  await item(other).waitFor();
  await expect(page.getByText(words.sitting_elsewhere_title)).toBeVisible();
  await tap(other.getByRole('button', pass));
  await expect
    .poll(async () => (await reviewsIn(other)).map(({ payload }) => payload.position))
    .toEqual([0, 1]);

  // A newer release, asked for in the tab that has no quiz open.
  publishRelease(folder, 2);
  await site.renew();
  await page.goto(`${site.address}/settings/`);
  await untilSettled(page);
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await page.getByRole('button', { name: words.pwa_update_now }).click();
  await expect(page.getByText(words.pwa_update_held)).toBeVisible();
  await tap(other.getByRole('button', pass));
  await expect.poll(async () => (await reviewsIn(other)).length).toBe(3);

  // The host has only the newer files now; the quiz is over for today.
  await other.goto(`${site.address}/quiz/`);
  await expect.poll(() => page.evaluate(countHeldLocks)).toBe(0);
  await page.getByRole('button', { name: words.pwa_update_now }).click();
  await expect.poll(() => page.content().catch(() => '')).toContain('<!-- release 2 -->');
  expect(await reviewsIn(page)).toHaveLength(3);
});

test('a tab that is three releases old goes on, also with pages it has not opened yet', async ({
  page,
  folder,
  site,
}) => {
  await page.goto(`${site.address}/quiz/`);
  await untilCached(page);
  for (const release of [2, 3, 4]) {
    publishRelease(folder, release);
    await site.renew();
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    await expect
      .poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting)))
      .toBe(true);
  }
  await page.getByRole('button', { name: /^Start/ }).click();
  await item(page).waitFor();
  await tap(page.getByRole('button', { name: 'I don’t know' }));
  await expect.poll(async () => (await reviewsIn(page)).length).toBe(1);
  await page.goto(`${site.address}/explore/glossary/`);
  await untilSettled(page);
  expect(await page.content()).not.toContain('<!-- release');
});

/** Runs in the page: a tab that left a sitting lets go of it a moment later. */
async function countHeldLocks(): Promise<number> {
  return (await navigator.locks.query()).held?.length ?? 0;
}
