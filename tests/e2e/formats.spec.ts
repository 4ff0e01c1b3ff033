import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { flaws, goOn, item, reviewsIn, respond, tap } from './sitting.ts';

test.use({ colorScheme: 'light' });

test('a quiz goes to another program, with what is lost said first, and comes back as a deck that is remembered', async ({
  page,
}) => {
  await page.goto('/quiz/');
  await page.getByRole('link', { name: 'Print this quiz' }).click();
  await page.getByRole('link', { name: 'To another program' }).click();

  // What is lost is said before anything is saved, and differs from program to program.
  const losses = page.getByRole('region', { name: /^On the way to/ });
  await expect(losses).toContainText('10 questions become 10 in the file.');
  expect(await flaws(page)).toEqual([]);
  await page.getByRole('radio', { name: /^Aiken/ }).check();
  await expect(losses).toContainText(/lose (?:its|their) explanation|loses its explanation/);
  await page.getByRole('radio', { name: /^GIFT/ }).check();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the file' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^niger-since.*\.gift\.txt$/);
  const path = await file.path();
  expect(readFileSync(path, 'utf8')).toContain('$CATEGORY: $course$/top/Niger since the coup');

  // The same file is looked at, added, and studied like anything else.
  await page.goto('/decks/');
  const chooser = page.getByLabel('Choose a file').and(page.locator('input'));
  await chooser.setInputFiles({
    name: 'quiz.txt',
    mimeType: 'text/plain',
    buffer: readFileSync(path),
  });
  const preview = page.getByRole('region', { name: 'What the file holds' });
  await expect(preview).toContainText(/\d+ questions can be asked/);
  expect(await flaws(page)).toEqual([]);
  await preview.getByLabel('Name of the deck').fill('From last year');
  await preview.getByRole('button', { name: 'Add to my decks' }).click();
  await expect(page.getByRole('heading', { name: 'From last year' })).toBeVisible();
  await expect(page.getByText(/\d+ questions, 0 due, \d+ new/)).toBeVisible();

  await page.getByRole('link', { name: 'Study “From last year”' }).click();
  await item(page).waitFor();
  await respond(page);
  const [review] = await reviewsIn(page);
  expect(review?.payload.card).toMatch(/^own:d-/);
  if (await goOn(page).isVisible()) await tap(goOn(page));
  // A reload goes on where it was.
  await page.reload();
  await item(page).waitFor();
  await respond(page);
  expect(await reviewsIn(page)).toHaveLength(2);

  // When its cards are due, the start page says so.
  await page.clock.setFixedTime(Date.now() + 60 * 86_400_000);
  await page.goto('/');
  await page.getByRole('link', { name: 'From last year: 2 cards due' }).click();
  await item(page).waitFor();
});

test('a hostile or unknown file is refused with a sentence, and nothing is added', async ({ page }) => {
  await page.goto('/decks/');
  const chooser = page.getByLabel('Choose a file').and(page.locator('input'));
  for (const [name, content, sentence] of [
    ['x.xml', '<!DOCTYPE q [<!ENTITY a "b">]><quiz>&a;</quiz>', 'cannot be read from line 1 on'],
    ['x.apkg', 'no archive', 'Nothing was added.'],
    ['x.txt', 'Lorem ipsum', 'This file is of no kind that can be read here.'],
    ['x.doc', 'Lorem ipsum', 'This file is of no kind that can be read here.'],
  ] as const) {
    await chooser.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
    await expect(page.locator('.notice').filter({ hasText: sentence })).toBeVisible();
  }
  await expect(page.getByRole('heading', { name: 'Decks on this device' })).toBeHidden();
});
