import { untilSettled } from './built.ts';
import { expect, test } from './fixtures.ts';
import { flaws, item } from './sitting.ts';

test('from a body to one of its facts to a card about it', async ({ page }) => {
  await page.goto('/explore/who/');
  await untilSettled(page);
  await page.locator('main a[href*="/explore/who/?id="]').first().click();
  await page.locator('main a[href*="/explore/fact/?id="]').first().click();
  await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
  await page.getByRole('link', { name: 'Study this' }).click();
  await item(page).waitFor();
  const form = await item(page).getAttribute('data-form');
  await page.waitForURL(/\?session=/);
  await page.reload();
  await item(page).waitFor();
  await expect(item(page)).toHaveAttribute('data-form', form ?? '');
});

test('every source leads to the facts that rest on it', async ({ page }) => {
  await page.goto('/explore/sources/');
  await untilSettled(page);
  await page.locator('main ol > li > a').first().click();
  await expect(page.locator('main a[href*="/explore/fact/?id="]').first()).toBeVisible();
});

test('texts of one origin stand together, and a word finds a source', async ({ page }) => {
  await page.goto('/explore/sources/');
  await untilSettled(page);
  const group = page.locator('main details').first();
  const own = group.locator('a');
  await expect(own.first()).toBeHidden();
  await group.locator('summary').press('Enter');
  await expect(own.first()).toBeVisible();
  expect(await own.count()).toBeGreaterThan(1);
  const title = await own.last().locator('.title').innerText();
  await page.getByRole('searchbox').fill(title);
  await expect(page.locator('main ol a').first()).toContainText(title);
  await page.getByRole('searchbox').fill('qqxqqx');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing matches' })).toBeVisible();
});

test('an office tells who held it and when, a person which offices', async ({ page }) => {
  await page.goto('/explore/who/');
  await untilSettled(page);
  await page.locator('#office a').first().click();
  const held = page.getByRole('region', { name: 'Who held it' });
  await expect(held.locator('.when').first()).toHaveText(/\d{4}/);
  const office = await page.getByRole('heading', { level: 1 }).innerText();
  await held.locator('.who').first().click();
  await expect(page.getByRole('region', { name: 'Offices held' })).toContainText(office);
});

test('a dispute leads to what each side says and to studying', async ({ page }) => {
  await page.goto('/explore/disputes/');
  await untilSettled(page);
  const dispute = page.getByRole('region').first();
  await expect(dispute.locator('a[href*="/explore/sources/?id="]').first()).toBeVisible();
  await dispute.locator('summary').click();
  await dispute.locator('a[href*="/explore/fact/?id="]').first().click();
  await page.getByRole('region', { name: 'Named in this fact' }).waitFor();
  await page.getByRole('region', { name: 'Reports that differ' }).getByRole('link').first().click();
  await page.waitForURL(/\/explore\/disputes\/.*#./);
});

test('the glossary finds a word', async ({ page }) => {
  await page.goto('/explore/glossary/');
  await untilSettled(page);
  const terms = page.locator('main dt');
  const all = await terms.count();
  await page.getByRole('searchbox').fill((await terms.last().innerText()).slice(0, 6));
  await expect.poll(() => terms.count()).toBeLessThan(all);
  expect(await terms.count()).toBeGreaterThan(0);
});

test('an unknown fact says so', async ({ page }) => {
  await page.goto('/explore/fact/?id=no-such-fact');
  await expect(page.getByRole('heading', { name: 'This is not in the topic' })).toBeVisible();
});

for (const path of ['who', 'fact']) {
  test(`axe finds nothing on a filled ${path} page`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto('/explore/who/');
    await untilSettled(page);
    const link = page.locator('main a[href*="/explore/who/?id="]').first();
    if (path === 'who') await link.click();
    if (path === 'fact') {
      await link.click();
      await page.locator('main a[href*="/explore/fact/?id="]').first().click();
    }
    await untilSettled(page);
    expect(await flaws(page)).toEqual([]);
  });
}
