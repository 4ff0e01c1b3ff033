import type { Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import { flaws, item, options, respond, reviewsIn, study, tap } from './sitting.ts';

async function startQuizOfFive(page: Page): Promise<void> {
  await page.goto('/quiz/');
  await page.getByRole('radio', { name: '5', exact: true }).check();
  await page.getByRole('button', { name: 'Start: 5 questions' }).click();
  await item(page).waitFor();
}

test('one tap starts a quiz', async ({ page }) => {
  await page.goto('/quiz/');
  await page.getByRole('button', { name: 'Start: 10 questions' }).click();
  await expect(page.getByText('1 of 10')).toBeVisible();
});

test('a quiz of five is resumed after a reload, marked at its end, and kept', async ({ page }) => {
  await startQuizOfFive(page);
  await study(page, 2);
  await expect(page.getByText('3 of 5')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
  await page.reload();
  await expect(page.getByText('3 of 5')).toBeVisible();
  await tap(page.getByRole('button', { name: 'I don’t know' }));
  await expect(page.getByText('4 of 5')).toBeVisible();
  await study(page, 2);

  await expect(page.getByRole('heading', { level: 1, name: 'Result' })).toBeVisible();
  const rows = page.getByRole('article');
  await expect(rows).toHaveCount(5);
  for (const row of await rows.all()) {
    await expect(row.getByRole('list', { name: 'Sources' }).getByRole('listitem').first()).toContainText(
      /\d{4}/,
    );
  }
  await expect(rows.nth(2)).toContainText('Now you know');
  await expect(rows.nth(2)).toContainText('Right answer');
  expect(await flaws(page)).toEqual([]);

  expect((await reviewsIn(page)).map(({ payload }) => payload.position)).toEqual([0, 1, 2, 3, 4]);
  await page.goto('/quiz/');
  await expect(page.getByRole('link', { name: /of 5 right/ })).toBeVisible();
});

test('what a quiz missed is studied in one tap', async ({ page }) => {
  await startQuizOfFive(page);
  for (let count = 0; count < 5; count += 1) {
    await tap(page.getByRole('button', { name: 'I don’t know' }));
    await expect.poll(async () => (await reviewsIn(page)).length).toBe(count + 1);
  }
  await page.getByRole('button', { name: 'Study the 5 you missed' }).click();
  await expect(page.getByText('1 of 5')).toBeVisible();
  await expect(page.locator('[data-form]')).toBeVisible();
});

test('a quiz that explains after each answer does so, and takes no second answer', async ({ page }) => {
  await page.goto('/quiz/');
  await page.getByRole('radio', { name: 'After each answer' }).check();
  await page.getByRole('button', { name: /^Start/ }).click();
  await item(page).waitFor();
  await respond(page);
  await expect(page.getByRole('region', { name: 'What your answer was worth' })).toBeVisible();
  await page.keyboard.press('2');
  expect(await reviewsIn(page)).toHaveLength(1);
});

test('sub-topics and kinds of question decide how many there can be', async ({ page }) => {
  await page.goto('/quiz/');
  const all = page
    .getByRole('group', { name: 'Sub-topics' })
    .getByRole('checkbox', { name: 'All', exact: true });
  await all.uncheck();
  await expect(page.getByText(/^No question fits/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Nothing to ask' })).toBeDisabled();

  await page.getByRole('group', { name: 'Sub-topics' }).getByRole('checkbox').nth(1).check();
  await page
    .getByRole('group', { name: 'Kinds of question' })
    .getByRole('checkbox', { name: 'All', exact: true })
    .uncheck();
  await page.getByRole('button', { name: 'Kinds under “Recognise the answer”' }).click();
  await page.getByRole('checkbox', { name: 'True or false' }).check();
  await page.getByRole('button', { name: /^Start/ }).click();
  await expect(item(page)).toHaveAttribute('data-form', 'true-false');
  await expect(options(page)).toHaveText(['True', 'False']);
});
