import type { Locator, Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import { chooseForm, flaws, item, reviewsIn, tap } from './sitting.ts';

/** Opens a quiz of one kind of question, and looks for flaws in it. */
async function ask(page: Page, kind: string): Promise<void> {
  await open(page, kind);
  expect(await flaws(page)).toEqual([]);
}

/** Opens a quiz of one kind of question, explained after each answer. */
async function open(page: Page, kind: string): Promise<void> {
  await page.goto('/quiz/');
  await page.getByRole('radio', { name: 'After each answer' }).check();
  await chooseForm(page, kind);
  await page.getByRole('button', { name: /^Start/ }).click();
  await item(page).waitFor();
}

const answerButton = (page: Page): Locator => page.getByRole('button', { name: /^(Answer|Check)$/ });

/** Gives the answer, waits for the feedback, and returns the response that is on the disk. */
async function answer(page: Page): Promise<unknown> {
  await tap(answerButton(page));
  await expect(page.getByRole('region', { name: 'What your answer was worth' })).toBeVisible();
  await expect.poll(async () => (await reviewsIn(page)).length).toBe(1);
  expect(await flaws(page)).toEqual([]);
  await expect(answerButton(page)).toBeHidden();
  return (await reviewsIn(page))[0]?.payload.response;
}

const tiles = (page: Page): Locator => item(page).getByRole('option');
const status = (page: Page): Locator => page.getByRole('status').first();

test('ordering: a tile moves by buttons that stay where they are', async ({ page }) => {
  await ask(page, 'Put in order');
  const before = await tiles(page).allInnerTexts();
  await tap(tiles(page).nth(2));
  const earlier = page.getByRole('button', { name: 'Earlier' });
  const place = await earlier.boundingBox();
  await tap(earlier);
  await tap(earlier);
  const after = await earlier.boundingBox();
  expect(Math.abs((after?.y ?? 0) - (place?.y ?? 0))).toBeLessThan(2);
  await expect(status(page)).toContainText('Now 1 of');
  await expect(earlier).toBeDisabled();
  const word = (text: string | undefined): string => (text ?? '').replace(/^\d+\s*/, '');
  expect(word((await tiles(page).allInnerTexts())[0])).toBe(word(before[2]));
  const response = (await answer(page)) as { readonly type: string; readonly order: readonly string[] };
  expect(response.type).toBe('order');
  expect(response.order[0]).toBe('3');
});

test('ordering: keys choose and carry tiles', async ({ page }) => {
  await ask(page, 'Put in order');
  await tiles(page).first().focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(status(page)).toContainText('Now 2 of');
  await expect(tiles(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(tiles(page).nth(2)).toBeFocused();
  await page.keyboard.press('Alt+Home');
  await expect(tiles(page).first()).toBeFocused();
  expect(await answer(page)).toMatchObject({ type: 'order' });
});

test('ordering: a tile is dragged past its neighbour', async ({ page }) => {
  await ask(page, 'Put in order');
  const [first, second] = [await tiles(page).nth(0).boundingBox(), await tiles(page).nth(1).boundingBox()];
  if (!first || !second) throw new RangeError('Show two tiles');
  await page.mouse.move(first.x + 60, first.y + first.height / 2);
  await page.mouse.down();
  await page.mouse.move(first.x + 60, second.y + second.height - 4, { steps: 8 });
  await page.mouse.up();
  expect(await answer(page)).toMatchObject({ order: expect.arrayContaining(['1', '2']) });
  const [review] = await reviewsIn(page);
  const order = review?.payload.response.type === 'order' ? review.payload.response.order : [];
  expect(order.slice(0, 2)).toEqual(['2', '1']);
});

test('matching: a tap on a target joins the tile whose turn it is', async ({ page }) => {
  await ask(page, 'Join pairs');
  const boxes = item(page).getByRole('combobox');
  const targets = page.getByRole('group', { name: 'What to join with' }).getByRole('button');
  await expect(answerButton(page)).toBeDisabled();
  const count = await boxes.count();
  for (let turn = 0; turn < count; turn += 1) {
    await tap(targets.nth(turn));
    await expect(boxes.nth(turn)).toHaveValue('abcdefgh'.charAt(turn));
  }
  // A target that has a tile leaves it for another.
  await boxes.nth(0).selectOption('b');
  await expect(boxes.nth(1)).toHaveValue('');
  await boxes.nth(1).selectOption('a');
  const { pairs } = (await answer(page)) as { readonly pairs: readonly unknown[] };
  expect(pairs).toHaveLength(count);
});

test('sorting: list boxes do everything, and groups take several', async ({ page }) => {
  await ask(page, 'Sort into groups');
  const boxes = item(page).getByRole('combobox');
  for (const box of await boxes.all()) await box.selectOption('a');
  for (const box of await boxes.all()) await expect(box).toHaveValue('a');
  expect(await answer(page)).toMatchObject({ type: 'match' });
});

test('a date: the pin, the steppers and the field agree', async ({ page }) => {
  await ask(page, 'Set a date on a timeline');
  const pin = item(page).getByRole('slider');
  await expect(pin).toHaveAttribute('aria-valuetext', 'not set yet');
  await expect(answerButton(page)).toBeDisabled();
  await pin.press('Home');
  const start = await pin.getAttribute('aria-valuetext');
  await tap(page.getByRole('button', { name: /^A (day|month|year) later$/ }).first());
  const next = await pin.getAttribute('aria-valuetext');
  expect(next).not.toBe(start);
  await pin.press('ArrowLeft');
  await expect(pin).toHaveAttribute('aria-valuetext', start ?? '');
  const field = item(page).getByLabel('Date', { exact: true });
  const iso = await field.inputValue();
  expect(iso).toMatch(/^\d{4}(-\d{2}){0,2}$/);
  expect(await answer(page)).toEqual({ type: 'date', iso });
});

test('the map: a tap beside a place means the place, and the list has the same ones', async ({ page }) => {
  await ask(page, 'Point on the map');
  const spot = item(page).locator('.spot').nth(1);
  await spot.scrollIntoViewIfNeeded();
  const box = await spot.boundingBox();
  if (!box) throw new RangeError('Show the places');
  await page.waitForTimeout(300);
  await page.mouse.click(box.x + box.width / 2 + 6, box.y + box.height / 2 + 6);
  await expect(item(page).getByRole('radio').nth(1)).toBeChecked();
  await tap(item(page).getByRole('switch', { name: 'Use the names instead' }));
  await expect(item(page).getByRole('radio', { name: /^Place/ })).toHaveCount(0);
  expect(await answer(page)).toEqual({ type: 'choice', option: 'b' });
});

test('several answers: the item says how many, and refuses one too many', async ({ page }) => {
  await ask(page, 'Choose several');
  const boxes = item(page).getByRole('checkbox');
  const prompt = (
    await item(page)
      .getByText(/^Choose \d$/)
      .innerText()
  ).trim();
  const wanted = Number(prompt.slice(-1));
  for (let index = 0; index < wanted; index += 1) await tap(boxes.nth(index));
  await expect(item(page).getByText(`${wanted} of ${wanted} chosen`)).toBeVisible();
  await tap(boxes.nth(wanted));
  await expect(item(page).getByText(`Too many: choose ${wanted}`)).toBeVisible();
  await expect(answerButton(page)).toBeDisabled();
  await tap(boxes.nth(wanted));
  const { options } = (await answer(page)) as { readonly options: readonly string[] };
  expect(options).toHaveLength(wanted);
});

test('a number: only a number is an answer', async ({ page }) => {
  await ask(page, 'Give a number');
  const field = item(page).getByRole('textbox');
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('inputmode', 'decimal');
  await field.fill('many');
  await expect(item(page).getByText('Write one number, such as 1,500')).toBeVisible();
  await expect(answerButton(page)).toBeDisabled();
  await field.fill('1,234');
  expect(await answer(page)).toEqual({ type: 'number', value: 1234 });
});

test('keys alone answer what is joined, sorted, dated, pointed at and chosen', async ({ page }) => {
  test.slow();
  const boxes = item(page).getByRole('combobox');
  const targets = page.getByRole('group', { name: 'What to join with' }).getByRole('button');
  const kinds: Readonly<Record<string, () => Promise<void>>> = {
    'Join pairs': async () => {
      for (let turn = 0; turn < (await boxes.count()); turn += 1) {
        await tabTo(page, targets.nth(turn));
        await press(page, 'Enter');
      }
    },
    'Sort into groups': async () => {
      await tabTo(page, targets.first());
      for (let turn = 0; turn < (await boxes.count()); turn += 1) await press(page, 'Enter');
    },
    'Set a date on a timeline': async () => {
      await tabTo(page, item(page).getByRole('slider'));
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowLeft');
    },
    'Point on the map': async () => {
      await tabTo(page, item(page).getByRole('radio').first());
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
    },
    'Choose several': async () => {
      const wanted = Number(
        (
          await item(page)
            .getByText(/^Choose \d$/)
            .innerText()
        )
          .trim()
          .slice(-1),
      );
      for (let index = 0; index < wanted; index += 1) {
        await tabTo(page, item(page).getByRole('checkbox').nth(index));
        await press(page, 'Space');
      }
    },
  };
  for (const [place, [kind, give]] of Object.entries(kinds).entries()) {
    await open(page, kind);
    await test.step(kind, give);
    await tabTo(page, answerButton(page));
    await press(page, 'Enter');
    await expect(page.getByRole('region', { name: 'What your answer was worth' })).toBeVisible();
    await expect.poll(async () => (await reviewsIn(page)).length).toBe(place + 1);
  }
});

/** A key pressed as a person does: not in the same quarter of a second as the one before. */
async function press(page: Page, key: string): Promise<void> {
  await page.waitForTimeout(300);
  await page.keyboard.press(key);
}

/** Goes on by the Tab key until something has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < 40 && !(await isThere()); step += 1) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
}

test.describe('a question of which a part cannot be fetched', () => {
  test.use({ expectedErrors: /net::ERR_FAILED|Unable to preload/ });

  test('says so, keeps what was answered, and comes when the page is loaded again', async ({ page }) => {
    const part = '**/OrderTiles*.css';
    await page.route(part, (route) => route.abort());
    await open(page, 'Put in order');
    await expect(page.getByRole('alert')).toContainText('A part of the app is not on this device yet');
    await page.unroute(part);
    await page.getByRole('button', { name: 'Load again' }).click();
    await expect(tiles(page).first()).toBeVisible();
    await answer(page);
  });
});
