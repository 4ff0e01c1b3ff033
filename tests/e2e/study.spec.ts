import { chromium, type BrowserContext } from '@playwright/test';

import { untilCached } from './built.ts';
import { expect, test } from './fixtures.ts';
import { flaws, goOn, item, options, respond, reviewsIn, study, tap } from './sitting.ts';

test.skip(({ isMobile }) => !isMobile, 'a sitting is tried on the phone');

test('ten cards studied without the server are all there after the browser has gone, and the next one is shown', async ({
  site,
  launchOptions,
  viewport,
}, testInfo) => {
  test.slow();
  const open = (): Promise<BrowserContext> =>
    chromium.launchPersistentContext(testInfo.outputPath('profile'), {
      ...launchOptions,
      viewport,
      hasTouch: true,
      isMobile: true,
    });

  const first = await open();
  const page = await first.newPage();
  await page.goto(`${site.address}/`);
  await untilCached(page);
  await site.stop();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(`${site.address}/study/`);
  await study(page, 10);
  const stem = await page.getByRole('heading', { level: 1 }).textContent();
  await first.close();

  const second = await open();
  const again = await second.newPage();
  await again.goto(`${site.address}/study/`);
  await expect(again.getByText(/^11 of \d+$/)).toBeVisible();
  await expect(again.getByRole('heading', { level: 1 })).toHaveText(stem ?? '');
  const reviews = await reviewsIn(again);
  expect(reviews.map(({ payload }) => payload.position)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  await second.close();
});

test('a reload shows the same item; answered and not gone on from, the next one', async ({ page }) => {
  await page.goto('/study/');
  await item(page).waitFor();
  const stem = await page.getByRole('heading', { level: 1 }).textContent();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(stem ?? '');

  await respond(page);
  await page.reload();
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(stem ?? '');
});

test('undo takes the last answer out of the log and shows its item again', async ({ page }) => {
  await page.goto('/study/');
  await item(page).waitFor();
  const stem = await page.getByRole('heading', { level: 1 }).textContent();
  await study(page, 1);
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible();
  await tap(page.getByRole('button', { name: 'Undo' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(stem ?? '');
  expect(await reviewsIn(page)).toEqual([]);

  await page.reload();
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
});

test('a double tap answers once and does not press what appears under it', async ({ page }) => {
  await page.goto('/study/');
  await options(page).first().waitFor();
  await options(page).first().dblclick({ delay: 10 });
  await expect.poll(async () => (await reviewsIn(page)).length).toBe(1);
  await expect(goOn(page)).toBeFocused();
});

test('feedback names the verdict, the true statement and its source, and axe finds nothing', async ({ page }) => {
  await page.goto('/study/');
  await item(page).waitFor();
  await respond(page);
  const feedback = page.getByRole('region', { name: 'What your answer was worth' });
  await expect(feedback.getByRole('heading', { level: 2 })).toHaveText(/^(Right|Almost|Not right)$/);
  await expect(feedback.getByRole('list', { name: 'Sources' }).getByRole('listitem').first()).toContainText(/\d{4}/);
  await expect(page.getByRole('status')).toHaveText(/^(Right|Almost|Not right)/);
  expect(await flaws(page)).toEqual([]);
});

test('the keyboard alone studies a card, takes it back and goes on', async ({ page }) => {
  await page.goto('/study/');
  await options(page).first().waitFor();
  await page.keyboard.press('1');
  await expect(goOn(page)).toBeFocused();
  await page.keyboard.press('u');
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
  await expect.poll(async () => (await reviewsIn(page)).length).toBe(0);

  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(options(page).nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(goOn(page)).toBeFocused();
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible();
});

test('a session that is through says how it went and what comes next', async ({ page }) => {
  test.slow();
  await page.goto('/study/');
  await item(page).waitFor();
  for (let turn = 0; turn < 60 && (await item(page).isVisible()); turn += 1) await study(page, 1);
  await expect(page.getByRole('heading', { level: 1, name: 'That is it for now' })).toBeVisible();
  await expect(page.getByText(/^Next: \d+ cards? tomorrow$/)).toBeVisible();
  expect(await flaws(page)).toEqual([]);

  await page.getByRole('button', { name: /^Keep going/ }).click();
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
});

test.describe('on a full device', () => {
  test('an answer that cannot be saved stays on the screen until it can', async ({ page, context, baseURL }) => {
    await page.goto('/study/');
    await options(page).first().waitFor();
    const client = await context.newCDPSession(page);
    const origin = new URL(baseURL ?? '').origin;
    await client.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await tap(options(page).first());
    await expect(page.getByRole('alert')).toContainText('This answer is not saved yet');
    await expect(goOn(page)).toBeHidden();
    expect(await reviewsIn(page)).toEqual([]);

    await client.send('Storage.overrideQuotaForOrigin', { origin });
    await tap(page.getByRole('button', { name: 'Try again' }));
    await expect(page.getByRole('alert')).toBeHidden();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    expect(await reviewsIn(page)).toHaveLength(1);
  });
});
