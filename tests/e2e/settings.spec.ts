import { readFileSync } from 'node:fs';

import { expect, test } from './fixtures.ts';
import { choose, copyWith, restore } from './history.ts';
import { flaws, respond, reviewsIn, written } from './sitting.ts';

test.use({ colorScheme: 'light' });

test('theme and text size hold from the first paint of the next visit', async ({ page }) => {
  await page.goto('/settings/');
  await page.getByLabel('Dark').check();
  await page.getByLabel('130 %').check();
  await written(page, 'settings', '"textScale":1.3');
  await page.reload({ waitUntil: 'commit' });
  await page.locator('h1').waitFor();
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await expect(html).toHaveCSS('font-size', '20.8px');
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(20, 23, 42)');
  await expect(page.getByLabel('Dark')).toBeChecked();
});

test('an exam date shows on Home and can be removed', async ({ page }) => {
  await page.goto('/settings/');
  const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Exam date').fill(inTenDays);
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByText(/^Exam in (9|10|11) days$/)).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Remove the date' }).click();
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByText(/^Exam in/)).toBeHidden();
});

test('the hour at which a day begins is kept and frozen into answers; a clock set back is told', async ({
  page,
}) => {
  await page.goto('/settings/');
  const hour = page.getByLabel('A new day begins at');
  await expect(hour).toHaveValue('4');
  await hour.selectOption('12');
  await written(page, 'settings', '"rollOverHour":12');
  await page.reload();
  await expect(hour).toHaveValue('12');
  await page.clock.setFixedTime(new Date('2026-11-24T11:30:00'));
  await page.goto('/study/');
  await respond(page);
  expect((await reviewsIn(page)).map(({ dayKey }) => dayKey)).toEqual([20_780]);
  await page.clock.setFixedTime(new Date('2026-11-17T11:30:00'));
  await page.goto('/settings/');
  await expect(page.getByText('A clock is wrong')).toBeVisible();
  await expect(page.getByText(/^There are answers here from .*24.*No answer is lost\.$/)).toBeVisible();
});

test('minutes end as a whole number within bounds', async ({ page }) => {
  await page.goto('/settings/');
  const minutes = page.getByLabel('Time for a day');
  await minutes.fill('999');
  await minutes.blur();
  await expect(minutes).toHaveValue('240');
  await page.getByRole('button', { name: 'Five minutes less' }).click();
  await expect(minutes).toHaveValue('235');
});

test('a copy is saved, survives erasing, and is restored; what it would do is said first', async ({
  page,
}) => {
  await restore(page, copyWith(12));
  await expect(page.getByText('No safe copy yet')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a copy' }).click(),
  ]);
  const copy = readFileSync(await download.path(), 'utf8');
  await expect(page.getByText('Last safe copy: today')).toBeVisible();

  await page.getByRole('link', { name: 'What is kept, and erasing it' }).click();
  await page.getByRole('button', { name: 'Erase everything' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Erase everything' }).click();
  await expect(dialog.getByText('Type “erase” first.')).toBeVisible();
  await dialog.getByLabel(/^Type/).fill('erase');
  await dialog.getByRole('button', { name: 'Erase everything' }).click();
  await expect(page.getByRole('heading', { name: 'Everything is erased' })).toBeVisible();
  expect(await page.evaluate(whatIsLeft)).toEqual([]);
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Facts that stay with you' })).toBeVisible();

  await page.goto('/settings/');
  await choose(page, copy);
  await expect(page.getByText(/^Saved on .* It holds 12 answers; here are 0\.$/)).toBeVisible();
  await expect(page.getByText('It adds 12 answers. 0 are already here.')).toBeVisible();
  expect(await flaws(page)).toEqual([]);
  expect(await reviewsIn(page)).toHaveLength(0);
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect.poll(async () => (await reviewsIn(page)).length).toBe(12);
});

/** Runs in the page, past the app: every row, file, note and cookie that the browser still has. */
async function whatIsLeft(): Promise<string[]> {
  const databases = (await indexedDB.databases()).map(({ name }) => `database ${name}`);
  const files: string[] = [];
  const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
    for await (const entry of folder.values()) {
      if (entry instanceof FileSystemDirectoryHandle) await walk(entry);
      else files.push(`file ${entry.name}`);
    }
  };
  await walk(await navigator.storage.getDirectory());
  const notes = [...Object.keys(localStorage), ...Object.keys(sessionStorage)].map((key) => `note ${key}`);
  return [...databases, ...files, ...notes, ...document.cookie.split('; ')].filter((left) => left !== '');
}

test('what is kept and where is told, and axe finds nothing', async ({ page }) => {
  await restore(page, copyWith(12));
  await page.goto('/settings/privacy/');
  const panel = page.getByRole('region', { name: 'What is kept on this device' });
  await expect(panel.getByText(/^1\d entries$/)).toBeVisible();
  expect(await flaws(page)).toEqual([]);
});

const damage: readonly (readonly [string, (copy: string) => string, RegExp])[] = [
  ['changed', (copy) => copy.replace('"marks":1', '"marks":0'), /damaged/],
  ['cut off', (copy) => copy.slice(0, -200), /cut off/],
  ['of something else', () => '{"hello":"world"}', /not a copy made by this app/],
];
for (const [what, spoil, sentence] of damage) {
  test(`a file that is ${what} is refused with a sentence and changes nothing`, async ({ page }) => {
    await restore(page, copyWith(5));
    await choose(page, spoil(copyWith(9)));
    const told = page.locator('#main').getByText('Nothing has changed here.');
    await expect(told).toHaveText(sentence);
    expect(await reviewsIn(page)).toHaveLength(5);
  });
}
