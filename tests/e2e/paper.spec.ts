import { expect, test } from './fixtures.ts';
import { flaws } from './sitting.ts';

test.use({ colorScheme: 'light' });

test('a quiz is printed from its wishes, the same at every load, its key on a page of its own', async ({
  page,
}) => {
  await page.goto('/quiz/');
  await page.getByRole('link', { name: 'Print this quiz' }).click();
  const sheet = page.getByRole('region', { name: 'Niger since the coup' });
  const key = page.getByRole('region', { name: 'Answer key' });
  await expect(sheet.getByRole('heading', { level: 3 })).toHaveCount(10);
  await expect(key.locator('li p.right')).toHaveCount(10);
  expect(await flaws(page)).toEqual([]);
  const before = await sheet.innerText();
  await page.reload();
  await expect(sheet.getByRole('heading', { level: 3 })).toHaveCount(10);
  expect(await sheet.innerText()).toBe(before);

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(key).toHaveCSS('break-before', 'page');
  await expect(page.locator('.notices')).toHaveCSS('display', 'none');
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('switch', { name: 'With the answer key' }).uncheck();
  await expect(key).toBeHidden();
});
