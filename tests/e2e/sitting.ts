import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

import { eventId, placeOf } from '../../src/core/log/envelope.ts';
import type { LogEvent } from '../../src/core/review/event.ts';

/** Longer than the guard against double taps waits. */
const untilTapCounts = 300;

export const item = (page: Page): Locator => page.locator('[data-form]');
export const goOn = (page: Page): Locator => page.getByRole('button', { name: /^(Next|Finish)$/ });

/** A tap as a person gives it: not in the same quarter of a second as the one before. */
export async function tap(target: Locator): Promise<void> {
  await target.page().waitForTimeout(untilTapCounts);
  await target.click();
}

/** Gives the item on the screen some response, by whatever interaction it asks for. */
export async function act(page: Page): Promise<void> {
  const interaction = await item(page).getAttribute('data-interaction');
  await (acts[interaction ?? ''] ?? choose)(page);
}

/** Some response for each interaction; options are chosen among in the others. */
const acts: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  reveal: rateSelf,
  'text-entry': (page) => type(page, 'Niamey'),
  number: (page) => type(page, '12'),
  'multiple-choice': async (page) => {
    await tap(item(page).getByRole('checkbox').first());
    await confirm(page);
  },
  order: confirm,
  match: async (page) => {
    const boxes = item(page).getByRole('combobox');
    for (const [index, box] of (await boxes.all()).entries()) {
      const targets = await box.locator('option').count();
      await box.selectOption({ index: 1 + (index % (targets - 1)) });
    }
    await confirm(page);
  },
  date: async (page) => {
    await item(page).getByRole('slider').press('ArrowRight');
    await confirm(page);
  },
};

/** Responds, and waits until the answer is on the disk and the screen shows what comes of it. */
export async function respond(page: Page): Promise<void> {
  const before = (await reviewsIn(page)).length;
  const answered = await item(page).elementHandle();
  await act(page);
  await expect.poll(async () => (await reviewsIn(page)).length).toBe(before + 1);
  const gone = async () => !(await answered?.evaluate((node) => node.isConnected));
  await expect.poll(async () => (await goOn(page).isVisible()) || gone()).toBe(true);
}

/** Responds and goes on to the next item. */
export async function study(page: Page, items: number): Promise<void> {
  for (let count = 0; count < items; count += 1) {
    await item(page).waitFor();
    await respond(page);
    if (await goOn(page).isVisible()) await tap(goOn(page));
  }
}

/** Opens today's session and studies on until it asks to choose among options: which form comes first is chance. */
export async function studyUntilChoice(page: Page): Promise<number> {
  await page.goto('/study/');
  await item(page).waitFor();
  let answered = 0;
  while ((await item(page).getAttribute('data-form')) !== 'single-choice') {
    await study(page, 1);
    answered += 1;
  }
  await page.waitForTimeout(untilTapCounts);
  return answered;
}

/** The first option, and where that was a rightly rejected statement, its first repair; confirmed in a quiz. */
async function choose(page: Page): Promise<void> {
  await tap(options(page).first());
  await confirm(page);
  const repair = item(page)
    .locator('section')
    .getByRole('button')
    .or(item(page).locator('section').getByRole('radio'));
  if (!(await repair.first().isVisible())) return;
  await tap(repair.first());
  await confirm(page);
}

/** Options are radio buttons in a quiz, where they are confirmed, and plain buttons in study. */
export const options = (page: Page): Locator =>
  item(page).getByRole('radio').or(item(page).locator('[role=group]').getByRole('button'));

async function confirm(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Answer', exact: true });
  if (await button.isVisible()) await tap(button);
}

async function type(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').fill(text);
  await tap(page.getByRole('button', { name: 'Check' }));
}

async function rateSelf(page: Page): Promise<void> {
  await tap(page.getByRole('button', { name: 'Show the answer' }));
  await tap(page.getByRole('button', { name: 'Good' }));
}

/** The reviews that are on the disk and not undone, read past the app. */
export async function reviewsIn(
  page: Pick<Page, 'evaluate'>,
): Promise<readonly Extract<LogEvent, { type: 'review' }>[]> {
  const events = (await rowsIn(page, 'events')) as LogEvent[];
  const undone = new Set(events.flatMap((event) => (event.type === 'undo' ? [event.payload.event] : [])));
  return events.flatMap((event) =>
    event.type === 'review' && !undone.has(eventId(event)) && !undone.has(placeOf(event)) ? [event] : [],
  );
}

/** Waits until a store holds these words: whoever leaves a page earlier ends what it is writing. */
export const written = (page: Page, store: Store, words: string): Promise<void> =>
  expect.poll(async () => JSON.stringify(await rowsIn(page, store))).toContain(words);

type Store = 'events' | 'sessions' | 'settings';

/** All rows of a store of the app's, read past it. */
export const rowsIn = (page: Pick<Page, 'evaluate'>, store: Store): Promise<readonly unknown[]> =>
  page.evaluate(readRows, store);

/** Runs in the page. */
function readRows(store: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('harmattan');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction(store).objectStore(store).getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        database.close();
        resolve(reading.result);
      };
    };
  });
}

/**
 * What axe finds wrong on the screen as it is, by day and by night. By night only colours can differ, and those of a long
 * list are those of its first members.
 */
export async function flaws(
  page: Page,
  schemes: readonly ('light' | 'dark')[] = ['light', 'dark'],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // The browser repaints a moment later; in between axe would see two schemes at once.
    await page.waitForTimeout(300);
    const axe = quickAxe(page);
    const { violations } = await (
      colorScheme !== schemes[0]
        ? axe.withRules(['color-contrast', 'link-in-text-block']).exclude(':nth-child(n + 12)')
        : axe
    ).analyze();
    found.push(...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`));
  }
  return found;
}

/** Without frames, of which the app has none, and without a report of all that is right. */
const quickAxe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });

/** Leaves one kind of question in a quiz to be set up. */
export async function chooseForm(page: Page, name: string): Promise<void> {
  const kinds = page.getByRole('group', { name: 'Kinds of question' });
  await kinds.getByRole('checkbox', { name: 'All', exact: true }).uncheck();
  const closed = kinds.getByRole('button', { name: /^Kinds under/, expanded: false });
  while ((await closed.count()) > 0) await closed.first().click();
  await kinds.getByRole('checkbox', { name, exact: true }).check();
}
