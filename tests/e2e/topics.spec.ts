import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

import { filesUnder } from '../../src/build/files.js';
import { parsePack } from '../../src/core/fact/pack.ts';
import { untilCached, untilSettled } from './built.ts';
import { expect, test } from './fixtures.ts';
import { flaws, item, respond } from './sitting.ts';

/** The topics of the build, in the order in which the app lists them. */
const assets = 'build/_app/immutable/assets';
const topics = filesUnder(assets)
  .filter((file) => file.endsWith('.json'))
  .map((file) => parsePack(JSON.parse(readFileSync(`${assets}/${file}`, 'utf8'))))
  .toSorted((a, b) => (a.id < b.id ? -1 : 1));
const [first, second] = topics;

const line = (page: Page) => page.getByRole('button', { name: /^Topic:/ });

test.describe('several topics', () => {
  test.skip(!first || !second, 'this build has one topic');
  if (!first || !second) return;
  const fact = second.facts.find(({ ask }) => ask === 'plain')?.id ?? '';

  async function choose(page: Page, title: string): Promise<void> {
    await line(page).click();
    await page.getByRole('dialog').getByRole('link', { name: title }).click();
    await expect(line(page)).toContainText(title);
    await untilSettled(page);
  }

  test('the first is open at first; another one is chosen by keyboard and remembered', async ({ page }) => {
    await page.goto('/');
    await untilSettled(page);
    await expect(line(page)).toContainText(first.title);
    await line(page).press('Enter');
    await page.getByRole('dialog').getByRole('link', { name: second.title }).press('Enter');
    await expect(line(page)).toContainText(second.title);
    await page.goto('/explore/');
    await untilSettled(page);
    await expect(line(page)).toContainText(second.title);
    await expect(page.locator('main a[href*="/explore/briefing/?of="]')).toHaveCount(
      new Set(second.facts.map(({ subtopic }) => subtopic)).size,
    );
    await page.goto('/');
    await choose(page, first.title);
    await page.goto('/');
    await expect(line(page)).toContainText(first.title);
  });

  test('a link to a fact opens in its own topic, and its links stay there', async ({ page }) => {
    await page.goto(`/explore/fact/?id=${fact}&topic=${second.id}`);
    await untilSettled(page);
    await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
    const inner = page.locator('main a[href*="/explore/"][href*="id="]');
    for (const href of await inner.evaluateAll((links) => links.map((link) => link.getAttribute('href'))))
      expect(href).toContain(`topic=${second.id}`);
  });

  test('a sitting keeps to its topic, whatever was opened since', async ({ page }) => {
    await page.goto(`/study/?facts=${fact}&topic=${second.id}`);
    await item(page).waitFor();
    await page.waitForURL(/\?session=/);
    const address = page.url();
    const form = await item(page).getAttribute('data-form');
    await page.goto('/');
    await choose(page, first.title);
    // The other topic's sitting is not offered here.
    await expect(page.getByRole('link', { name: 'Go on' })).toHaveCount(0);
    await page.goto(address);
    await item(page).waitFor();
    await expect(item(page)).toHaveAttribute('data-form', form ?? '');
    await respond(page);
    await page.goto('/');
    await untilSettled(page);
    await expect(line(page)).toContainText(second.title);
  });

  test('what is known of one topic is not counted in the other', async ({ page }) => {
    await page.goto(`/study/?facts=${fact}&topic=${second.id}`);
    await item(page).waitFor();
    await respond(page);
    await page.goto(`/progress/?topic=${first.id}`);
    await untilSettled(page);
    await expect(page.getByText('0 cards today, 0 in two weeks').first()).toBeVisible();
  });

  test('a topic without a map says so', async ({ page }) => {
    const bare = topics.find(({ id }) => !filesUnder('content/topics').includes(`${id}/map.json`));
    test.skip(!bare, 'every topic has a map');
    await page.goto(`/explore/map/?topic=${bare?.id}`);
    await untilSettled(page);
    await expect(page.getByRole('heading', { name: 'This topic has no map' })).toBeVisible();
  });

  test('axe finds nothing in the list of topics', async ({ page }) => {
    await page.goto('/');
    await untilSettled(page);
    await line(page).click();
    await page.getByRole('dialog').waitFor();
    expect(await flaws(page)).toEqual([]);
  });

  test.describe('without the server', () => {
    // The browser itself logs that it could not look for a newer worker.
    test.use({ serviceWorkers: 'allow', expectedErrors: /unknown error occurred when fetching the script/ });

    test('another topic opens', async ({ page, site }) => {
      await page.goto(`${site.address}/`);
      await untilCached(page);
      await site.stop();
      await page.reload();
      await untilSettled(page);
      await choose(page, second.title);
      await page.goto(`${site.address}/explore/fact/?id=${fact}&topic=${second.id}`);
      await untilSettled(page);
      await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
    });
  });
});
