import { readFileSync } from 'node:fs';

import { sessionsOf } from '../../src/lib/storage/sessions.ts';
import { expect, test } from './fixtures.ts';
import { copyWith, restore } from './history.ts';
import { flaws, item, rowsIn } from './sitting.ts';

test('a card set aside is asked no more until it is brought back; its note and its history stay', async ({
  page,
}) => {
  await restore(page, copyWith(6, 3));
  await page.goto('/progress/');
  await page.getByRole('link', { name: 'Browse all cards' }).click();
  const found = page.locator('#main').getByRole('status');
  const card = page.locator('#main li').getByRole('link').filter({ hasText: 'Recalled' }).first();
  const question = await card.locator('span').first().innerText();
  await card.click();
  await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Right' })).toHaveCount(2);

  await page.getByLabel('Beside this fact').fill('The one my grandmother told me about');
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await expect(page.getByRole('button', { name: 'Keep the note' })).toBeDisabled();
  await page.getByRole('button', { name: 'Set this card aside' }).click();
  await expect(page.getByText('It is not asked until you bring it back.')).toBeVisible();
  const id = new URL(page.url()).searchParams.get('id');
  await page.reload();
  await expect(page.getByLabel('Beside this fact')).toHaveValue('The one my grandmother told me about');
  await expect(page.getByText('It is not asked until you bring it back.')).toBeVisible();
  expect(await flaws(page)).toEqual([]);

  await page.getByRole('link', { name: 'Cards', exact: true }).click();
  await page.getByRole('link', { name: 'Study these' }).click();
  await item(page).waitFor();
  const [sitting] = sessionsOf(await rowsIn(page, 'sessions'));
  expect(sitting?.plan.entries).not.toEqual([]);
  expect(sitting?.plan.entries.map((entry) => entry.card)).not.toContain(id);

  await page.goto('/cards/');
  await page.getByRole('radio', { name: 'Set aside', exact: true }).check();
  await expect(found).toHaveText('1 card');
  await page.locator('#main li').getByRole('link', { name: question }).click();
  await page.getByRole('button', { name: 'Ask this card again' }).click();
  await expect(page.getByRole('button', { name: 'Set this card aside' })).toBeVisible();
});

test('a note is kept without its button, and stays in its field while the device is full', async ({
  page,
}) => {
  await restore(page, copyWith(6, 3));
  await page.goto('/cards/');
  await page.locator('#main li').getByRole('link').filter({ hasText: 'Recalled' }).first().click();
  const note = page.getByLabel('Beside this fact');
  await note.fill('Written, then called away');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Cards' })).toBeVisible();
  await page.goForward();
  await expect(note).toHaveValue('Written, then called away');

  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    Object.assign(globalThis, { free: () => (IDBObjectStore.prototype.put = put) });
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('Encountered full disk', 'QuotaExceededError');
    };
  });
  await note.fill('No room for this');
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await expect(page.getByRole('alert')).toContainText('The device is full');
  await expect(note).toHaveValue('No room for this');
  await page.evaluate('free()');
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.reload();
  await expect(note).toHaveValue('No room for this');
});

test('a study time becomes a file for the calendar', async ({ page }) => {
  await page.goto('/settings/');
  await page.getByLabel('Every day at').fill('07:30');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Put it into my calendar' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('harmattan-study.ics');
  const file = readFileSync(await download.path(), 'utf8');
  expect(file).toMatch(/^DTSTART:\d{8}T073000\r$/m);
  expect(file).toMatch(/^RRULE:FREQ=DAILY/m);
  await expect(page.locator('#main').getByText('harmattan-study.ics is ready.')).toBeVisible();
});
