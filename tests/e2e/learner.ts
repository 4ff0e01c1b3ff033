import type { Locator, Page } from '@playwright/test';

import type { CardId } from '../../src/core/fact/fact.ts';
import type { Interaction, Item, Option } from '../../src/core/item/item.ts';
import { shuffle } from '../../src/core/item/random.ts';
import type { Random } from '../../src/core/item/random.ts';
import { item as shown, options } from './sitting.ts';

/** Somebody who answers: what is known, and what is guessed where it is not. */
export interface Learner {
  readonly knows: (card: CardId) => boolean;
  readonly random: Random;
}

/** Responds to the item on the screen as a learner would: right where all is known, else by a guess or a pass. */
export async function respondAs(page: Page, item: Item, learner: Learner): Promise<void> {
  await ways[item.interaction](page, item, learner);
}

type Way = (page: Page, item: Item, learner: Learner) => Promise<void>;

const ways: Readonly<Record<Interaction, Way>> = {
  reveal: async (page, item, learner) => {
    await press(page.getByRole('button', { name: 'Show the answer' }));
    const rating = knowsAll(item, learner) ? 'Good' : 'Again';
    await press(page.getByRole('button', { name: rating, exact: true }));
  },
  choice: async (page, item, learner) => {
    const place = placeAmong(item.options, item, learner);
    await press(options(page).nth(place));
    if (!item.repair || item.options[place]?.id !== item.key) return;
    const mends = shown(page).locator('section [role=group]').getByRole('button');
    await press(mends.nth(placeAmong(item.repair.options, item, learner)));
  },
  point: async (page, item, learner) => {
    const places = page.getByRole('group', { name: 'Places on the map' }).getByRole('button');
    await press(places.nth(placeAmong(item.options, item, learner)));
  },
  'multiple-choice': async (page, item, learner) => {
    const right = item.options.filter(({ correct }) => correct);
    const chosen = knowsAll(item, learner)
      ? right
      : shuffle(item.options, learner.random).slice(0, right.length);
    for (const option of chosen)
      await press(shown(page).getByRole('checkbox').nth(item.options.indexOf(option)));
    await confirm(page);
  },
  'text-entry': (page, item, learner) => type(page, knowsAll(item, learner) ? item.key : undefined),
  number: (page, item, learner) => {
    const amount = item.entry?.type === 'amount' ? String(item.entry.amount) : undefined;
    return type(page, knowsAll(item, learner) ? amount : undefined);
  },
  order: async (page, { layout, cards }, { knows, random }) => {
    if (layout?.type !== 'order') return;
    const order = layout.tiles.map(({ id }) => id);
    const wanted = cards.every(knows) ? layout.solution : shuffle(order, random);
    for (const [to, tile] of wanted.entries()) {
      await press(shown(page).locator(`[data-tile="${tile}"]`));
      for (let from = order.indexOf(tile); from > to; from -= 1)
        await press(page.getByRole('button', { name: 'Earlier', exact: true }));
      order.splice(to, 0, ...order.splice(order.indexOf(tile), 1));
    }
    await confirm(page);
  },
  match: async (page, { layout }, { knows, random }) => {
    if (layout?.type !== 'match') return;
    const free = new Set(layout.targets.map(({ id }) => id));
    const known = layout.tiles.filter(({ card }) => knows(card));
    const joined = new Map(known.map(({ id }) => [id, layout.solution[id] ?? '']));
    if (!layout.shared) for (const target of joined.values()) free.delete(target);
    for (const [index, { id }] of layout.tiles.entries()) {
      const target = joined.get(id) ?? shuffle([...free], random)[0] ?? '';
      if (!layout.shared) free.delete(target);
      await shown(page).getByRole('combobox').nth(index).selectOption(target);
    }
    await confirm(page);
  },
  date: async (page, item, learner) => {
    if (item.layout?.type !== 'axis' || !knowsAll(item, learner)) return pass(page);
    const field = page.getByLabel('Date', { exact: true });
    const [iso] = item.layout.right;
    if (item.layout.precision === 'day') await field.fill(iso);
    else await field.selectOption(iso);
    await confirm(page);
  },
};

const knowsAll = ({ cards }: Item, { knows }: Learner): boolean => cards.every(knows);

function placeAmong(choices: readonly Option[], item: Item, learner: Learner): number {
  return knowsAll(item, learner)
    ? choices.findIndex(({ correct }) => correct)
    : Math.floor(learner.random() * choices.length);
}

/** A tap that the guard against double taps lets through: on the page's own clock, which the test moves. */
export async function press(target: Locator): Promise<void> {
  await target.page().clock.fastForward(300);
  await target.click();
}

const confirm = (page: Page): Promise<void> =>
  press(page.getByRole('button', { name: 'Answer', exact: true }));

const pass = (page: Page): Promise<void> => press(page.getByRole('button', { name: 'I don’t know' }));

async function type(page: Page, text: string | undefined): Promise<void> {
  if (text === undefined) return pass(page);
  await page.getByRole('textbox').fill(text);
  await press(page.getByRole('button', { name: 'Check' }));
}
