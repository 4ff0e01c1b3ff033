import { expect, test } from './fixtures.ts';
import { copyWith, restore } from './history.ts';

test('the memory model is fitted to the log in a worker, and kept for the next visit', async ({ page }) => {
  await page.goto('/');
  await restore(page, copyWith(120, 40));
  const kept = () => page.evaluate(() => JSON.parse(localStorage.getItem('harmattan-fit') ?? 'null'));
  await expect.poll(kept).toMatchObject({ v: 1, reviews: 120 });
  const { kind, weights } = await kept();
  // All right at the default pace: that is told from 80 answers on a later day.
  expect(['voted', 'trained']).toContain(kind);
  expect(weights).toHaveLength(21);
  await page.goto('/progress/');
  await expect(page.locator('main')).toBeVisible();
  expect(await kept()).toMatchObject({ kind, weights });
});
