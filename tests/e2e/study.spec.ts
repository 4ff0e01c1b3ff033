import { chromium, type BrowserContext } from '@playwright/test';

import { untilCached } from './built.ts';
import { expect, test as base } from './fixtures.ts';
import {
  act,
  flaws,
  goOn,
  item,
  options,
  respond,
  reviewsIn,
  study,
  studyUntilChoice,
  tap,
  written,
} from './sitting.ts';

/** Starts a browser on a profile of the test's own; what one has written, the next one finds. */
const test = base.extend<{ browserWithProfile: () => Promise<BrowserContext> }>({
  browserWithProfile: async ({ launchOptions, viewport }, use, testInfo) => {
    const started: BrowserContext[] = [];
    await use(async () => {
      const options = {
        ...launchOptions,
        viewport,
        hasTouch: true,
        isMobile: true,
        serviceWorkers: 'allow' as const,
      };
      const context = await chromium.launchPersistentContext(testInfo.outputPath('profile'), options);
      started.push(context);
      return context;
    });
    await Promise.all(started.map((context) => context.close()));
  },
});

test('ten cards studied without the server are all there after the browser has gone, and the next one is shown', async ({
  site,
  browserWithProfile,
}) => {
  test.slow();
  const first = await browserWithProfile();
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

  const second = await browserWithProfile();
  const again = await second.newPage();
  await again.goto(`${site.address}/study/`);
  await expect(again.getByText(/^11 of \d+$/)).toBeVisible();
  await expect(again.getByRole('heading', { level: 1 })).toHaveText(stem ?? '');
  const reviews = await reviewsIn(again);
  expect(reviews.map(({ payload }) => payload.position)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
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

test('the second half of a double tap does not press what has appeared under the finger', async ({
  page,
}) => {
  const answered = await studyUntilChoice(page);
  const option = await options(page).first().elementHandle();
  await option?.evaluate(async (button: HTMLElement) => {
    button.click();
    const bar = () => document.querySelector<HTMLElement>('[data-action-bar] .primary');
    while (!bar()) await new Promise(requestAnimationFrame);
    bar()?.click();
  });
  await expect.poll(async () => (await reviewsIn(page)).length).toBe(answered + 1);
  await expect(goOn(page)).toBeFocused();
});

test('a hint rules an option out, also after a reload, and is kept with the answer; feedback names verdict, truth and source; axe finds nothing', async ({
  page,
}) => {
  const answered = await studyUntilChoice(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('status')).toContainText('Ruled out');
  await expect(page.getByRole('button', { name: 'No more hints' })).toHaveAttribute('aria-disabled', 'true');
  await page.reload();
  const struck = options(page).filter({ hasText: 'Ruled out' });
  await struck.click({ force: true });
  await expect(goOn(page)).toBeHidden();
  expect(await flaws(page)).toEqual([]);
  await tap(options(page).filter({ hasNotText: 'Ruled out' }).first());
  await expect.poll(async () => (await reviewsIn(page)).length).toBe(answered + 1);
  expect((await reviewsIn(page)).at(-1)?.payload.hints).toBe(1);
  const feedback = page.getByRole('region', { name: 'What your answer was worth' });
  await expect(feedback.getByRole('heading', { level: 2 })).toHaveText(/^\s*(Right|Almost|Not right)\s*$/);
  await expect(feedback.getByRole('list', { name: 'Sources' }).getByRole('listitem').first()).toContainText(
    /\d{4}/,
  );
  await expect(page.getByRole('status')).toHaveText(/^(Right|Almost|Not right)/);
  expect(await flaws(page)).toEqual([]);
});

test('the keyboard alone studies a card, takes it back and goes on', async ({ page }) => {
  const answered = await studyUntilChoice(page);
  await page.keyboard.press('1');
  await expect(goOn(page)).toBeFocused();
  await page.keyboard.press('u');
  await expect(goOn(page)).toBeHidden();
  await expect.poll(async () => (await reviewsIn(page)).length).toBe(answered);

  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(options(page).nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(goOn(page)).toBeFocused();
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
  await expect(page.getByText(new RegExp(`^${answered + 2} of \\d+$`))).toBeVisible();
});

test('single keys answer nothing once they are switched off', async ({ page }) => {
  await page.goto('/settings/');
  await page.getByRole('switch', { name: 'Answer with single keys' }).uncheck();
  await written(page, 'settings', '"shortcuts":false');
  await studyUntilChoice(page);
  await page.keyboard.press('1');
  await expect(goOn(page)).toBeHidden();
  await options(page).first().press('Enter');
  await expect(goOn(page)).toBeFocused();
  await page.keyboard.press('u');
  await expect(goOn(page)).toBeVisible();
});

test('at 320 pixels, four times enlarged, nothing is cut off and the focus is never hidden', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await studyUntilChoice(page);
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overflow()).toBe(0);
  await page.keyboard.press('Tab');
  for (const option of await options(page).all()) {
    await expect(option).toBeFocused();
    await expect(option).toBeInViewport({ ratio: 0.9 });
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('1');
  await expect(goOn(page)).toBeFocused();
  expect(await overflow()).toBe(0);
});

test('a session that is through says how it went and what comes next', async ({ page }) => {
  test.slow();
  await page.goto('/settings/');
  await page.getByLabel('Time for a day').fill('1');
  await page.getByLabel('Time for a day').blur();
  await written(page, 'settings', '"dailyMinutes":1,');
  await page.goto('/study/');
  await item(page).waitFor();
  for (let turn = 0; turn < 60 && (await item(page).isVisible()); turn += 1) await study(page, 1);
  await expect(page.getByRole('heading', { level: 1, name: 'That is it for now' })).toBeVisible();
  await expect(page.getByText(/Next: \d+ cards? tomorrow/)).toBeVisible();
  expect(await flaws(page)).toEqual([]);

  await page.getByRole('button', { name: /^Keep going/ }).click();
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
});

const roomRememberedMs = 31_000;

test('on a full device an answer stays on the screen until it can be saved', async ({
  site,
  browserWithProfile,
}) => {
  test.setTimeout(120_000);
  const first = await browserWithProfile();
  const page = await first.newPage();
  await page.goto(`${site.address}/study/`);
  await item(page).waitFor();
  await first.close();

  // It goes by the room it saw at its last write for half a minute.
  const second = await browserWithProfile();
  const again = await second.newPage();
  await again.goto(`${site.address}/study/`);
  await item(again).waitFor();
  const client = await second.newCDPSession(again);
  await client.send('Storage.overrideQuotaForOrigin', { origin: site.address, quotaSize: 1 });
  // A file that the worker has not cached yet still comes from the network.
  await again.evaluate(async () =>
    Promise.all(
      (await caches.keys()).filter((name) => name.includes('rest')).map((name) => caches.delete(name)),
    ),
  );
  await again.reload();
  await item(again).waitFor();
  await again.waitForTimeout(roomRememberedMs);
  await act(again);
  await expect(again.getByRole('alert')).toContainText('This answer is not saved yet');
  await expect(goOn(again)).toBeHidden();
  expect(await reviewsIn(again)).toEqual([]);

  await client.send('Storage.overrideQuotaForOrigin', { origin: site.address });
  await tap(again.getByRole('button', { name: 'Try again' }));
  await expect(again.getByRole('alert')).toBeHidden();
  await expect(again.getByText('Saved', { exact: true })).toBeVisible();
  expect(await reviewsIn(again)).toHaveLength(1);
});
