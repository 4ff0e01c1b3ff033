import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { classOfOlderFacts } from './class.ts';
import { updatedDevice } from './other-version.ts';
import { restore } from './history.ts';
import { flaws, study, written } from './sitting.ts';

test('a teacher makes, changes and keeps a quiz by keyboard, and prints it in versions', async ({ page }) => {
  test.slow();
  await page.goto('/teach/');
  await page.getByRole('link', { name: 'New quiz' }).press('Enter');
  const questions = page.getByRole('article');
  await expect(questions).toHaveCount(10);
  const stem = (index: number) => questions.nth(index).getByRole('heading').innerText();
  const whole = (index: number) => questions.nth(index).innerText();
  // Some forms ask all their items with the same words.
  const [first, second] = [await stem(0), await whole(1)];

  await page.getByRole('button', { name: 'Keep question 1 when' }).press('Space');
  await page.getByRole('button', { name: 'Another question instead of 2', exact: true }).press('Enter');
  await expect(page.getByText('Question 2 is another one now.')).toBeAttached();
  await expect.poll(() => whole(1)).not.toBe(second);
  await page.getByRole('button', { name: 'Make others', exact: true }).press('Enter');
  expect(await stem(0)).toBe(first);

  await questions.nth(1).getByRole('button', { name: 'Answer and sources' }).press('Enter');
  await expect(questions.nth(1).getByRole('list', { name: 'Sources' }).first()).toBeVisible();
  expect(await flaws(page)).toEqual([]);
  await page.getByRole('button', { name: 'Move question 2 up' }).press('Enter');
  await expect.poll(() => stem(1)).toBe(first);
  await page.getByRole('button', { name: 'Pick facts' }).press('Enter');
  await page
    .getByRole('button', { name: /^Add: / })
    .first()
    .press('Enter');
  await page.keyboard.press('Escape');
  await expect(questions).toHaveCount(11);

  await page.getByLabel('Name of the quiz').fill('Monday');
  await page.getByRole('button', { name: 'Keep it' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Kept' })).toBeDisabled();
  await page.goto('/teach/');
  await page.getByRole('link', { name: /^Monday 11 questions/ }).press('Enter');
  await expect(questions).toHaveCount(11);
  expect(await stem(1)).toBe(first);

  await page.getByRole('button', { name: 'Print' }).press('Enter');
  await page.getByRole('button', { name: 'More versions' }).press('Enter');
  await page.getByRole('switch', { name: 'With an answer sheet' }).check();
  await expect(page.getByRole('region', { name: /Monday Version [AB]/ })).toHaveCount(2);
  await expect(page.getByRole('region', { name: /Answer key Version [AB]/ })).toHaveCount(2);
  await expect(page.getByRole('region', { name: /Answer sheet Version [AB]/ })).toHaveCount(2);
  expect(await flaws(page)).toEqual([]);

  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await written(page, 'events', '"kind":"printed"');
  await page.goto('/teach/');
  await expect(page.getByRole('link', { name: /^Monday 11 questions .* 2 versions/ })).toBeVisible();
});

test('answers to a fact that was corrected since are marked again with one tap', async ({ page }) => {
  const { copy, address, text } = classOfOlderFacts();
  await restore(page, copy);
  await page.evaluate(
    async ([at, facts]) => (await caches.open('harmattan-packs')).put(at, new Response(facts)),
    [address, text] as const,
  );
  await page.goto('/teach/');
  await page.getByRole('button', { name: 'Mark it again' }).click();
  await expect(page.getByRole('button', { name: 'Take that back' })).toBeVisible();
  expect(await flaws(page)).toEqual([]);
  await page.getByRole('link', { name: /“Monday”, question 1: 3 attempts/ }).click();
  const gradebook = page.getByRole('group', { name: 'Gradebook' });
  await expect(gradebook.getByRole('row', { name: /^3 1 of 1/ })).toBeVisible();
  await page.getByRole('button', { name: 'Take that back' }).click();
  await expect(gradebook.getByRole('row', { name: /^3 0 of 1/ })).toBeVisible();
});

test('after an update a begun attempt goes on, what was handed out is marked, and nothing else is asked in its place', async ({
  page,
}) => {
  const device = updatedDevice();
  await restore(page, device.copy);
  await page.goto(`/take/?quiz=${device.attempts.kept}`);
  await study(page, 1);
  await expect(page.getByRole('img', { name: /Result of 7/ })).toBeVisible();
  await page.goto(`/take/?quiz=${device.attempts.notKept}`);
  await expect(page.getByText('This attempt cannot go on here.')).toBeVisible();

  const problem = page.locator('#main');
  for (const [code, words] of [
    [device.byNewerRules, 'made by a newer version of the app'],
    [device.byOlderRules, 'made by an older version of the app'],
    [device.byOlderFacts, 'which are not in this app'],
  ] as const) {
    await page.goto(`/take/#${code}`);
    await expect(problem.getByText(words)).toBeVisible();
  }
  const facts = (text: string) => ({ name: 'facts.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  const chooser = page.getByLabel('Choose the file with the facts');
  await chooser.setInputFiles(facts('{}'));
  await expect(problem.getByText('This is not a file with facts of this app.')).toBeVisible();
  await chooser.setInputFiles(facts(device.facts));
  await expect(page.getByText(/^Asks by the facts of /)).toBeVisible();
  expect(await flaws(page)).toEqual([]);
  await page.reload();
  await expect(page.getByText(/^Asks by the facts of /)).toBeVisible();

  await page.goto(`/teach/results/?assignment=${device.handedOut}`);
  await expect(problem.getByText('they were not kept on this device')).toBeVisible();
  await page.evaluate(
    async ([id, sheets]) => {
      const packed = new Blob([sheets]).stream().pipeThrough(new CompressionStream('gzip'));
      await (await caches.open('harmattan-packs')).put(`/kept-sheets/${id}`, new Response(packed));
    },
    [device.handedOut, device.sheets] as const,
  );
  await page.reload();
  await expect(
    page.getByRole('group', { name: 'Gradebook' }).getByRole('row', { name: /^2 1 of 1/ }),
  ).toBeVisible();
});

test('a quiz is shared in at most five taps, sealed and opened also in a browser without the newer curves', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { subtle } = crypto;
    const generate = subtle.generateKey.bind(subtle) as (...given: unknown[]) => Promise<unknown>;
    Object.defineProperty(subtle, 'generateKey', {
      value: async (algorithm: { name: string }, ...rest: unknown[]) => {
        if (algorithm.name.endsWith('25519'))
          throw new DOMException('Unrecognized name.', 'NotSupportedError');
        return generate(algorithm, ...rest);
      },
    });
  });
  let taps = 0;
  const tap = async (locator: Locator): Promise<void> => {
    taps += 1;
    await locator.click();
  };
  await page.goto('/teach/');
  await tap(page.getByRole('link', { name: 'New quiz' }));
  await tap(page.getByRole('button', { name: 'Hand out' }));
  await tap(page.getByRole('radio', { name: 'Sealed' }));
  await tap(page.getByRole('button', { name: 'Hand out' }));
  await page.getByRole('img', { name: /Link to the quiz/ }).waitFor();
  expect(taps).toBeLessThanOrEqual(5);
  await written(page, 'events', '"public":"p');

  const code = await page.getByLabel('Link or code').inputValue();
  await page.goto(`/take/#${code.split('#')[1]}`);
  await page.getByLabel('Who are you?').fill('Amina');
  await page.getByRole('button', { name: 'Begin' }).click();
  await study(page, 1);
  await page.getByRole('button', { name: 'Hand in now' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('img', { name: /Result of Amina/ }).waitFor();
  const result = await page.getByLabel('Link or code').inputValue();
  await page.goto(result.slice(result.indexOf('/teach/')));
  await expect(page.locator('#main').getByText('Amina: received.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Amina 1 \d/ })).toBeVisible();
});
