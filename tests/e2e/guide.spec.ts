import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { copyOfClass } from './class.ts';
import { test } from './fixtures.ts';
import { restore } from './history.ts';

// Draws the pictures of the teachers' guide anew: GUIDE_PICTURES=1 npm run test:e2e -- guide --project=phone
test.skip(process.env.GUIDE_PICTURES === undefined, 'The pictures are drawn when asked for');
test.use({
  colorScheme: 'light',
  viewport: { width: 360, height: 480 },
  deviceScaleFactor: 2,
});

test('the pictures of the guide', async ({ page }) => {
  test.slow();
  await restore(page, copyOfClass());
  await page.goto('/teach/quiz/');
  await page.getByRole('article').first().waitFor();
  await page.getByRole('heading', { name: '10 questions' }).evaluate((heading) => heading.scrollIntoView());
  await draw(page, 'make');
  await page.goto('/teach/collect/');
  await page.getByText('28 students').waitFor();
  await draw(page, 'collect');
  await page.getByRole('link', { name: 'What the class knows' }).click();
  const mixedUp = page.getByRole('heading', { name: 'What the class mixes up' });
  await mixedUp.waitFor();
  await mixedUp.evaluate((heading) => heading.scrollIntoView());
  await draw(page, 'insight');
  await page.goto('/teach/quiz/');
  await page.getByLabel('Name of the quiz').fill('Monday');
  await page.getByRole('button', { name: 'Hand out' }).click();
  await page.getByRole('button', { name: 'Hand out' }).click();
  const code = page.getByRole('img', { name: /Link to the quiz/ });
  await code.waitFor();
  await code.evaluate((image) => image.scrollIntoView({ block: 'center' }));
  await draw(page, 'share');
  await page.goto('/quiz/');
  await page.getByRole('button', { name: /^Start/ }).click();
  await page.locator('[data-form]').waitFor();
  await draw(page, 'take');
});

/** Keeps what is on the screen as a WebP picture. */
async function draw(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(500);
  const png = (await page.screenshot()).toString('base64');
  const blank = await page.context().newPage();
  const webp = await blank.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.8).split(',')[1] ?? '';
  }, png);
  await blank.close();
  writeFileSync(`static/guide/${name}.webp`, Buffer.from(webp, 'base64'));
}
