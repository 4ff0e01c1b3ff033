import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

import { untilCached } from './built.ts';
import { cameraFlags, hold } from './fake-camera.ts';
import { expect, test } from './fixtures.ts';
import { resultsOfClassmates } from './class.ts';
import { dropFolder, folderOf } from './drop-folder.ts';
import { chooseForm, flaws, study } from './sitting.ts';

const film = resolve(`test-results/camera-${process.env.TEST_PARALLEL_INDEX}.y4m`);
mkdirSync('test-results', { recursive: true });

test.use({
  serviceWorkers: 'allow',
  // The browser itself logs that it could not look for a newer worker.
  expectedErrors: /unknown error occurred when fetching the script/,
  launchOptions: {
    executablePath: process.env.CHROMIUM_PATH ?? '',
    args: ['--no-sandbox', '--disable-gpu', ...cameraFlags(film)],
  },
});

test('a sealed quiz goes from phone to phone and back by camera, and what the class mixes up into another one, without the server', async ({
  browser,
  page: teacher,
  site,
  contextOptions,
}) => {
  test.slow();
  const pupil = await (await browser.newContext(contextOptions)).newPage();
  for (const page of [teacher, pupil]) {
    await page.goto(`${site.address}/`);
    await untilCached(page);
  }
  await site.stop();

  await teacher.goto(`${site.address}/teach/quiz/`);
  await teacher.getByLabel('Name of the quiz').fill('Week 3');
  await teacher.getByRole('radio', { name: '5', exact: true }).check();
  await teacher.getByText('Kinds of question').first().click();
  await chooseForm(teacher, 'Choose one answer');
  await expect(teacher.getByText('Until then the questions stay')).toBeHidden();
  await expect(teacher.getByRole('article')).toHaveCount(5);
  await teacher.getByText('How it is taken').click();
  await teacher.getByRole('radio', { name: 'When you release it' }).check();
  await teacher.getByRole('switch', { name: 'Time limit' }).check();
  await teacher.getByLabel('Minutes for the whole quiz').fill('20');
  await teacher.getByLabel('Due').fill('2024-01-01T10:00');
  await teacher.getByRole('button', { name: 'Hand out' }).click();
  await teacher.getByRole('radio', { name: 'Sealed' }).check();
  await teacher.getByLabel('Class list').fill('30');
  await teacher.getByRole('button', { name: 'Add a student' }).click();
  await teacher.getByLabel('Number or name of the student').fill('7');
  await teacher.getByRole('button', { name: 'More time' }).click();
  expect(await flaws(teacher)).toEqual([]);
  await teacher.getByRole('button', { name: 'Hand out' }).click();
  const link = teacher.getByRole('img', { name: /Link to the quiz/ });
  await link.waitFor();
  expect(await flaws(teacher)).toEqual([]);
  const address = await teacher.getByLabel('Link or code').inputValue();
  const release = await teacher.locator('.word').textContent();
  await hold(link, film);

  await pupil.goto(`${site.address}/take/`);
  await pupil.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(pupil.getByRole('heading', { level: 1, name: 'Week 3' })).toBeVisible();
  await expect(pupil.getByText('Only your teacher can read what you hand in.')).toBeVisible();
  expect(await flaws(pupil)).toEqual([]);
  await expect(pupil.getByText(/This was due on .*2024/)).toBeVisible();
  await pupil.getByLabel('Who are you?').fill('07');
  await expect(pupil.getByText('Your teacher gives you 50% more time.')).toBeVisible();
  await pupil.getByRole('button', { name: 'Begin' }).click();
  await expect(pupil.getByText('30 minutes left')).toBeVisible();
  await study(pupil, 1);
  await pupil.reload();
  await expect(pupil.getByText('2 of 5')).toBeVisible();
  await study(pupil, 4);
  const result = pupil.getByRole('img', { name: /Result of 7/ });
  await result.waitFor();
  await expect(pupil.getByRole('article')).toHaveCount(0);
  expect(await flaws(pupil)).toEqual([]);
  const picture = await hold(result, film);

  await teacher.getByRole('link', { name: 'Collect results' }).click();
  await teacher.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(teacher.locator('#main').getByText('7: received.')).toBeVisible();
  await teacher.getByRole('button', { name: 'Stop the camera' }).click();
  await teacher
    .getByLabel('Pictures or files')
    .setInputFiles({ name: 'again.png', mimeType: 'image/png', buffer: picture });
  await expect(teacher.locator('#main').getByText('7: this result is here already.')).toBeVisible();
  await expect(teacher.getByRole('row')).toHaveCount(2);
  await expect(
    teacher.getByRole('row', { name: /^7 .* late with 50% more time, as you set$/ }),
  ).toBeVisible();
  await expect(teacher.getByText('29 students have not handed in yet')).toBeVisible();
  expect(await flaws(teacher)).toEqual([]);
  const classmates = Array.from({ length: 29 }, (_, index) => String(index < 6 ? index + 1 : index + 2));
  const { text, question } = await resultsOfClassmates(address, classmates);
  await dropFolder(teacher, folderOf(test.info().outputPath('class'), text.split('\n')));
  await expect(teacher.getByRole('row')).toHaveCount(31);

  await pupil.getByLabel('Release word').fill('nonsense');
  await pupil.getByRole('button', { name: 'Show what was right' }).click();
  await expect(pupil.getByText('That is not the word.')).toBeVisible();
  await pupil.getByLabel('Release word').fill(release ?? '');
  await pupil.getByRole('button', { name: 'Show what was right' }).click();
  await expect(pupil.getByRole('article')).toHaveCount(5);

  await teacher.getByRole('link', { name: 'What the class knows' }).click();
  const mixedUp = teacher.getByRole('region', { name: 'What the class mixes up' });
  const share = mixedUp.getByText(/^\d+ of \d+$/).first();
  await expect(share).toBeVisible();
  await expect(teacher.getByRole('group', { name: 'Gradebook' }).getByRole('row')).toHaveCount(31);
  expect(await teacher.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await flaws(teacher)).toEqual([]);
  const questions = teacher.getByRole('region', { name: 'Questions' });
  await questions.getByText(`${question}.`, { exact: true }).click();
  await questions.getByRole('button', { name: 'Count it for nobody' }).click();
  await expect(questions.getByText('void', { exact: true })).toBeVisible();
  await expect(share).toBeHidden();
  await questions.getByRole('button', { name: 'Take that back' }).click();
  await expect(share).toBeVisible();

  await teacher.getByRole('button', { name: /^Make a quiz on/ }).click();
  await expect(teacher.getByLabel('Name of the quiz')).toHaveValue('Again: Week 3');
  expect(await teacher.getByRole('article').count()).toBeGreaterThanOrEqual(1);
});
