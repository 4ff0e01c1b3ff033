import { untilSettled } from './built.ts';
import { expect, test } from './fixtures.ts';
import { copyWith, restore } from './history.ts';
import { flaws, item } from './sitting.ts';

test('a first visit says what this is and needs one tap to the first card', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Facts that stay with you' })).toBeVisible();
  await page.getByRole('link', { name: 'Start' }).click();
  await expect(item(page)).toBeVisible();
  await expect(page.getByRole('navigation')).toBeHidden();
});

test('sources are named with their dates', async ({ page }) => {
  await page.goto('/');
  await page.getByText(/^Facts from \d+ sources/).click();
  await expect(
    page
      .getByRole('listitem')
      .filter({ has: page.locator('cite') })
      .first(),
  ).toContainText(/20\d\d/);
});

test('a later visit says how many cards today, for how long, and how much is known', async ({ page }) => {
  await restore(page, copyWith(30));
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d+ cards? today$/);
  await expect(page.getByText(/^about \d+ minutes?/)).toBeVisible();
  const reached = page.getByRole('region', { name: 'What you know' });
  await expect(reached.getByRole('listitem').filter({ hasText: 'learning' })).toContainText(/[1-9]/);

  // After a break nothing has piled up.
  await page.clock.setFixedTime(Date.now() + 21 * 86_400_000);
  await page.reload();
  await expect(page.getByText(/^You were away for 2\d days\./)).toBeVisible();
  await expect(page.getByText(/^about ([1-9]|10) minutes?/)).toBeVisible();
});

test('a hint asks to keep the storage only when there is something to lose, and goes for good', async ({
  page,
}) => {
  await page.goto('/');
  await untilSettled(page);
  await expect(page.getByText('Keep your answers safe')).toBeHidden();
  await restore(page, copyWith(3));
  await page.goto('/');
  await page.getByText('Keep your answers safe').waitFor();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.reload();
  await untilSettled(page);
  await expect(page.getByText('Keep your answers safe')).toBeHidden();
});

test('progress shows the same figures as a graph and as a table, and axe finds nothing', async ({ page }) => {
  await restore(page, copyWith(30));
  await page.goto('/progress/');
  await expect(page.getByText(/^30 answers on \d days$/)).toBeVisible();
  for (const summary of await page.getByText('Show the numbers').all()) await summary.click();
  await expect(page.getByRole('heading', { name: 'By kind of question' })).toBeVisible();
  const past = page.getByRole('table', { name: /You studied on/ }).getByRole('row');
  const counts = (await past.locator('td:first-of-type').allTextContents()).map(Number);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30);
  expect(await flaws(page)).toEqual([]);
});

test('no page scrolls sideways at 400 % zoom, or on a phone in letters of twice the size', async ({
  page,
}) => {
  const width = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
  for (const route of ['/', '/quiz/', '/progress/', '/settings/', '/teach/quiz/']) {
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(route);
    await untilSettled(page);
    expect(await width(), route).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await width(), `${route} in large letters`).toBeLessThanOrEqual(360);
  }
});
