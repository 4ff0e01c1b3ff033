import { routes, untilCached, untilSettled } from './built.ts';
import { expect, test } from './fixtures.ts';

// The browser itself logs that it could not look for a newer worker.
test.use({ serviceWorkers: 'allow', expectedErrors: /unknown error occurred when fetching the script/ });

test('after the first visit every page opens without the server', async ({ page, site }) => {
  await page.goto(`${site.address}/`);
  await untilCached(page);
  await site.stop();

  await page.reload();
  await untilSettled(page);
  for (const route of routes) {
    await page.goto(`${site.address}${route}`);
    await untilSettled(page);
    await expect(page.locator('main')).toBeVisible();
  }
});

test('without the server, an address without its last slash and with a query opens its page', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/`);
  await untilCached(page);
  await site.stop();

  await page.goto(`${site.address}/settings?from=link`);
  await untilSettled(page);
  expect(new URL(page.url()).pathname).toBe('/settings/');
});

test.describe('with the shell alone', () => {
  test.use({ expectedErrors: /./ });

  test('Home says what it is', async ({ page, site }) => {
    await page.goto(`${site.address}/`);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await site.stop();
    await page.reload();
    await untilSettled(page);
    await expect(page.getByRole('link').first()).toBeVisible();
  });
});

test.describe('an unknown address', () => {
  test.use({ expectedErrors: /404|Not found|unknown error occurred when fetching the script/i });

  test('shows a page of the app without the server', async ({ page, site }) => {
    await page.goto(`${site.address}/`);
    await untilCached(page);
    await site.stop();
    await page.goto(`${site.address}/no/such/page/`);
    await untilSettled(page);
    await expect(page.getByRole('link').first()).toBeVisible();
  });

  test('shows a page of the app from the server', async ({ page }) => {
    await page.goto('/no/such/page/');
    await untilSettled(page);
    await expect(page.getByRole('link').first()).toBeVisible();
  });
});
