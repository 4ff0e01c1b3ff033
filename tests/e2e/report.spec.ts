import { readFileSync } from 'node:fs';

import { expect, test } from './fixtures.ts';
import { chooseForm, flaws, goOn, item, options, reviewsIn, tap, written } from './sitting.ts';

test('a reported fact is not asked again until it is allowed', async ({ page }) => {
  await page.goto('/quiz/');
  await page.getByRole('radio', { name: 'After each answer' }).check();
  await chooseForm(page, 'Choose one answer');
  await page.getByRole('button', { name: /^Start/ }).click();
  await tap(options(page).first());
  await tap(page.getByRole('button', { name: 'Answer', exact: true }));
  const stem = (await item(page).getByRole('heading', { level: 1 }).innerText()).trim();

  await tap(page.getByRole('button', { name: 'Report this question' }));
  const dialog = page.getByRole('dialog');
  await tap(dialog.getByRole('radio', { name: 'It is unclear' }));
  await tap(dialog.getByRole('radio', { name: 'this kind of question' }));
  await dialog.getByLabel('Note').fill('Which one?');
  expect(await flaws(page)).toEqual([]);
  await tap(dialog.getByRole('button', { name: 'Do not ask it again' }));
  await expect(page.getByText('It will not be asked again.').last()).toBeVisible();
  await tap(goOn(page));
  // What was left of that kind is passed over.
  await expect(page.getByRole('heading', { level: 1, name: 'Result' })).toBeVisible();

  await page.goto('/settings/');
  const panel = page.getByRole('region', { name: 'Questions you do not want' });
  await expect(panel).toContainText(stem);
  await expect(panel).toContainText('Which one?');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'Save for the authors' }).click(),
  ]);
  const file: unknown = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(file).toMatchObject({
    format: 'harmattan-reports',
    v: 1,
    reports: [{ scope: 'form', reason: 'unclear', note: 'Which one?', form: 'single-choice', stem }],
  });

  await page.goto('/quiz/');
  await chooseForm(page, 'Choose one answer');
  await expect(page.getByRole('button', { name: 'Nothing to ask' })).toBeDisabled();
  await page.goto('/settings/');
  await panel.getByRole('button', { name: /^Allow again/ }).click();
  await expect(panel).toContainText('None.');
  await page.goto('/quiz/');
  await chooseForm(page, 'Choose one answer');
  await expect(page.getByRole('button', { name: /^Start/ })).toBeEnabled();
});

test('asked how sure an answer is, a quiz shows marks for it beside the score', async ({ page }) => {
  await page.goto('/settings/');
  await page.getByRole('switch', { name: 'Ask how sure I am' }).check();
  await written(page, 'settings', '"certainty":true');
  await page.goto('/quiz/');
  await page.getByRole('radio', { name: '5', exact: true }).check();
  await chooseForm(page, 'Choose one answer');
  await page.getByRole('button', { name: /^Start/ }).click();
  const sure = page.getByRole('group', { name: 'How sure are you?' });
  const result = page.getByRole('heading', { level: 1, name: 'Result' });
  // Not every question asks for it; the first that does is thought over.
  let changed: number | undefined;
  for (let count = 0; count < 5; count += 1) {
    await tap(options(page).first());
    await tap(page.getByRole('button', { name: 'Answer', exact: true }));
    await expect(
      sure
        .or(page.getByText(`${count + 2} of 5`))
        .or(result)
        .first(),
    ).toBeVisible();
    if (!(await sure.isVisible())) continue;
    if (changed === undefined) {
      changed = count;
      expect(await flaws(page)).toEqual([]);
      await tap(sure.getByRole('button', { name: 'Change' }));
      await tap(options(page).nth(1));
      await tap(page.getByRole('button', { name: 'Answer', exact: true }));
    }
    await tap(sure.getByRole('button', { name: 'Very' }).last());
  }
  await expect(page.getByText(/of \d+ marks, with how sure you were/)).toBeVisible();
  const reviews = await reviewsIn(page);
  expect(reviews).toHaveLength(5);
  expect(reviews.some(({ payload }) => payload.certainty === 3)).toBe(true);
  expect(reviews[changed ?? 0]?.payload.response).toEqual({ type: 'choice', option: 'b' });
});
