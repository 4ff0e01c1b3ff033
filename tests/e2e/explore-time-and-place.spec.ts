import { untilCached, untilSettled } from './built.ts';
import { expect, test } from './fixtures.ts';
import { flaws } from './sitting.ts';

test('the timeline groups and filters, and the address holds what is chosen', async ({ page }) => {
  await page.goto('/explore/timeline/');
  await untilSettled(page);
  const all = await page.locator('main ol > li li').count();
  const select = page.locator('main select');
  const actor = await select.locator('option').nth(1).getAttribute('value');
  await select.selectOption(actor);
  await expect(page).toHaveURL(new RegExp(`of=${actor}`));
  expect(await page.locator('main ol > li li').count()).toBeLessThan(all);
  await page.getByRole('radio', { name: 'Year' }).check({ force: true });
  await page.reload();
  await untilSettled(page);
  await expect(page.getByRole('radio', { name: 'Year' })).toBeChecked();
});

test('a place of the map is chosen with the keyboard', async ({ page }) => {
  await page.goto('/explore/map/');
  await untilSettled(page);
  await page.locator('main summary').press('Enter');
  const button = page.locator('main tbody button').first();
  await button.press('Enter');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  const name = await button.locator('.name').innerText();
  await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
  expect(await flaws(page)).toEqual([]);
});

// The browser itself logs that it could not look for a newer worker.
test.describe('without the server', () => {
  test.use({ serviceWorkers: 'allow', expectedErrors: /unknown error occurred when fetching the script/ });

  test('the timeline and the map open as their address asks', async ({ page, site, isMobile }) => {
    test.skip(!isMobile, 'the same on every screen');
    await page.goto(`${site.address}/`);
    await untilCached(page);
    await site.stop();
    for (const path of ['/explore/timeline/?by=year', '/explore/map/?at=niamey']) {
      await page.goto(`${site.address}${path}`);
      await untilSettled(page);
      await expect(page.locator('main h2').first()).toBeVisible();
    }
  });
});
