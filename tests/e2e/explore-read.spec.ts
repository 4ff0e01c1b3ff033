import type { Page } from '@playwright/test';
import { untilCached, untilSettled } from './built.ts';
import { expect, test } from './fixtures.ts';
import { flaws } from './sitting.ts';

const searchField = (page: Page) => page.getByRole('searchbox');
const firstBriefing = (page: Page) => page.locator('a[href*="/explore/briefing/?of="]').first();

async function openBriefing(page: Page): Promise<void> {
  await page.goto('/explore/');
  await untilSettled(page);
  await firstBriefing(page).click();
  await page.locator('a[href^="#note-"]').first().waitFor();
}

test('Explore is found from the first screen after the welcome', async ({ page }) => {
  await page.goto('/progress/');
  await page.getByRole('navigation').getByRole('link', { name: 'Explore' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Explore' })).toBeVisible();
});

test('search finds while it is typed, whatever the accents, and comes back with Back', async ({ page }) => {
  await page.goto('/explore/');
  await untilSettled(page);
  // Taken from the page itself: no content is known here.
  const word = (await firstBriefing(page).innerText()).split(/\s/)[0] ?? '';
  await searchField(page).pressSequentially(word.slice(0, 5));
  const results = page.getByRole('main').locator('li a');
  await expect(page.getByRole('status').filter({ hasText: 'match' })).toBeVisible();
  const found = await results.count();
  expect(found).toBeGreaterThan(0);
  await searchField(page).fill(word.slice(0, 5).replace(/[aeiou]/, (vowel) => `${vowel}\u0301`));
  await expect(results).toHaveCount(found);
  await results.first().click();
  await page.waitForURL((url) => url.pathname !== '/explore/');
  await page.goBack();
  await expect(results).toHaveCount(found);
});

test('search says when nothing matches', async ({ page }) => {
  await page.goto('/explore/');
  await untilSettled(page);
  await searchField(page).fill('qqxqqx');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing matches' })).toBeVisible();
});

test('a briefing leads from each mark to its source and to studying', async ({ page }) => {
  await openBriefing(page);
  const mark = page.locator('a[href^="#note-"]').first();
  const note = page.locator((await mark.getAttribute('href')) ?? '');
  await mark.click();
  await expect(note).toBeInViewport();
  await expect(page.getByRole('link', { name: 'Study this' })).toHaveAttribute('href', /\/study\/\?facts=./);
});

test.describe('without a connection', () => {
  test.use({ serviceWorkers: 'allow' });

  test('search and briefings work after one visit', async ({ page, context, site }) => {
    await page.goto(`${site.address}/explore/`);
    await untilCached(page);
    await site.stop();
    await context.setOffline(true);
    await page.reload();
    await untilSettled(page);
    await searchField(page).fill('a');
    await expect(page.getByRole('main').locator('li a').first()).toBeVisible();
    await searchField(page).fill('');
    await firstBriefing(page).click();
    await expect(page.locator('a[href^="#note-"]').first()).toBeVisible();
    await page.reload();
    await expect(page.locator('a[href^="#note-"]').first()).toBeVisible();
  });
});

test('nothing is cut off at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openBriefing(page);
  const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
  const cut = await page
    .getByRole('navigation')
    .locator('a span')
    .evaluateAll(
      (labels) =>
        labels.filter((label) => {
          const tab = label.parentElement;
          return tab !== null && label.getBoundingClientRect().width > tab.clientWidth;
        }).length,
    );
  expect(cut).toBe(0);
});

test('axe finds nothing in search results', async ({ page }) => {
  await page.goto('/explore/');
  await untilSettled(page);
  await searchField(page).fill('a');
  await page.getByRole('main').locator('li a').first().waitFor();
  expect(await flaws(page)).toEqual([]);
});

test('axe finds nothing in a briefing', async ({ page }) => {
  await openBriefing(page);
  expect(await flaws(page)).toEqual([]);
});
