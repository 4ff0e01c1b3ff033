import { readFileSync } from 'node:fs';

import { expect, test } from './fixtures.ts';
import { copyWith, restore } from './history.ts';
import { flaws, reviewsIn } from './sitting.ts';

for (const route of ['/', '/study/', '/progress/', '/settings/']) {
  test(`${route} explains a storage that does not open, and offers a copy and another try`, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('Internal error opening backing store', 'UnknownError');
      };
    });
    await page.goto(route);
    await expect(
      page.getByRole('heading', { level: 1, name: 'Your answers cannot be opened' }),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await page.getByRole('button', { name: 'Save what can be read' }).click();
    await expect(page.getByText(/^There is nothing that could be read/)).toBeVisible();
    expect(await flaws(page)).toEqual([]);
  });
}

test('a first visit without room says what to do, and what can be read all the same', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Encountered full disk', 'QuotaExceededError');
    };
  });
  await page.goto('/');
  await expect(
    page.getByRole('heading', { level: 1, name: 'Your answers cannot be kept here' }),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: /^The device is full.*Free some space/ })).toBeVisible();
  expect(await flaws(page)).toEqual([]);
  await page.locator('#main').getByRole('link', { name: 'Explore' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Explore' })).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('a database of a newer version can be looked at and saved, and takes nothing from an older page', async ({
  page,
}) => {
  await restore(page, copyWith(7));
  await page.evaluate(raiseVersion);
  const notice = page.getByText('This page is of an older version');
  await expect(notice).toBeVisible();
  await page.goto('/settings/');
  await expect(notice).toBeVisible();
  await page.getByLabel('Dark').check();
  await expect(page.getByText(/^A newer version of this app/)).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a copy' }).click(),
  ]);
  const copy: { events: unknown[] } = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(copy.events).toHaveLength(7);
});

test('a database that is gone comes back from the second copy, and the learner is told', async ({ page }) => {
  await restore(page, copyWith(12));
  await expect.poll(() => page.evaluate(journalLines)).toBe(12);
  await page.evaluate(deleteDatabases);
  await page.goto('/progress/');
  await expect(page.getByText(/^12 answers were missing and have come back/)).toBeVisible();
  expect(await reviewsIn(page)).toHaveLength(12);
  expect(await flaws(page)).toEqual([]);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(async () => (await reviewsIn(page)).length).toBe(12);
  await expect(page.getByText(/have come back/)).toBeHidden();
});

test('a database that cannot be opened is left where it is, and the second copy goes on in another', async ({
  page,
}) => {
  await restore(page, copyWith(12));
  await expect.poll(() => page.evaluate(journalLines)).toBe(12);
  await page.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (name, version) {
      if (name === 'harmattan')
        throw new DOMException('Internal error opening backing store', 'UnknownError');
      return open.call(this, name, version);
    };
  });
  await page.goto('/progress/');
  await expect(page.getByText(/^12 answers were missing and have come back/)).toBeVisible();
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(names).toEqual(expect.arrayContaining(['harmattan', 'harmattan-2']));
});

/** Runs in the page: how many lines the second copy has. */
async function journalLines(): Promise<number> {
  try {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('harmattan');
    const file = await (await folder.getFileHandle('journal-1.txt')).getFile();
    return (await file.text()).split('\n').length - 1;
  } catch {
    return 0; // not yet
  }
}

/** Runs in the page: the browser loses its databases. */
async function deleteDatabases(): Promise<void> {
  for (const { name = '' } of await indexedDB.databases()) {
    await new Promise((resolve) => indexedDB.deleteDatabase(name).addEventListener('success', resolve));
  }
}

/** Runs in the page: what a newer build of the app would do to the database. */
async function raiseVersion(): Promise<void> {
  const [database] = await indexedDB.databases();
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(database?.name ?? '', (database?.version ?? 1) + 100);
    request.onerror = () => reject(request.error ?? new Error('cannot open'));
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

test.describe('without the facts', () => {
  test.use({ expectedErrors: /niger/ });

  test('the page says so and gets them on another try', async ({ page }) => {
    let isDown = true;
    await page.route('**/*niger*.json', (route) => (isDown ? route.abort() : route.continue()));
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: 'The facts are not here yet' })).toBeVisible();
    isDown = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Facts that stay with you' })).toBeVisible();
  });
});
