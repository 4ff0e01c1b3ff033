import type { Page } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';

import { filesUnder } from '../../src/build/files.js';
import { indexTopic } from '../../src/core/fact/base.ts';
import type { Base } from '../../src/core/fact/base.ts';
import type { Card, CardId } from '../../src/core/fact/fact.ts';
import { cardsInPack, parsePack } from '../../src/core/fact/pack.ts';
import { makeItem } from '../../src/core/item/generate.ts';
import type { Item } from '../../src/core/item/item.ts';
import { seededRandom } from '../../src/core/item/random.ts';
import { addDays, dayOf, isoOfDay } from '../../src/core/memory/day.ts';
import { stepOf } from '../../src/core/session/step.ts';
import type { Truth } from '../../src/core/simulation/truth.ts';
import { truths } from '../../src/core/simulation/truths/index.ts';
import { sessionsOf } from '../../src/lib/storage/sessions.ts';
import { untilSettled } from './built.ts';
import { expect, test } from './fixtures.ts';
import { press, respondAs } from './learner.ts';
import { goOn, item as shown, reviewsIn, rowsIn, written } from './sitting.ts';

/** Days until the exam. `STUDY_DAYS=14` studies two whole weeks, which takes a quarter of an hour. */
const days = Number(process.env.STUDY_DAYS ?? 3);
const isLong = days >= 14;
/** In the short run a day ends early. */
const answersPerDay = isLong ? Infinity : 10;
/** Every so often the learner does not come. */
const isMissed = (day: number): boolean => day % 5 === 4;
const topic = 'sahel-geography';
const start = dayOf(Date.UTC(2027, 0, 11, 12), 0);
const dayMs = 86_400_000;
const thinkMs = { known: 7000, unknown: 18_000 };

// The clock that the test moves does not reach a service worker.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** The topic as the app has it, and somebody who learns it. */
interface Study {
  readonly base: Base;
  readonly cards: readonly Card[];
  readonly places: ReadonlyMap<CardId, number>;
  readonly truth: Truth;
}

test(`${days} days of study lead where the app says they will`, async ({ page }, testInfo) => {
  test.setTimeout(isLong ? 3_600_000 : 120_000);
  const study = newStudy();
  const random = seededRandom('weeks');
  await page.clock.install({ time: `${isoAt(0)}T08:00:00` });
  await page.goto(`/?topic=${topic}`);
  await untilSettled(page);
  await setExam(page, isoAt(days));

  const evenings: Prediction[] = [];
  const plans: string[] = [];
  const figures: unknown[] = [];
  for (let day = 0; day < days; day += 1) {
    const shoot = (name: string): Promise<unknown> =>
      page.screenshot({
        path: testInfo.outputPath(`day-${day}-${name}.png`),
        fullPage: name === 'progress',
      });
    await page.goto('/');
    await untilSettled(page);
    plans.push(await page.getByRole('heading', { level: 1 }).innerText());
    await shoot('plan');
    if (!(isLong && isMissed(day))) await studyDay(page, study, { day, random, shoot });
    evenings.push(await predicted(page));
    await shoot('evening');
    await page.goto('/progress/');
    await untilSettled(page);
    if (day < days - 1) await shoot('progress');
    figures.push({
      day,
      plan: plans.at(-1),
      predicted: evenings.at(-1)?.now,
      true: known(study, days),
      ahead: await projected(page),
    });
    await untilMorning(page, day + 1);
  }

  await page.goto('/');
  await untilSettled(page);
  const { now, cards } = await predicted(page);
  figures.push({ day: days, predicted: now, true: known(study, days), cards });
  writeFileSync(testInfo.outputPath('figures.json'), JSON.stringify(figures, null, 2));
  await page.screenshot({ path: testInfo.outputPath('exam-day.png') });
  expect(cards).toBe(study.cards.length);
  expect(new Set(plans).size).toBeGreaterThan(1);
  expect(now).toBeGreaterThan(evenings[0]?.now ?? Infinity);
  expect(Math.abs(now - known(study, days)) / cards).toBeLessThanOrEqual(0.05);
  // In a few days the plan may well prefer what was never asked.
  if (isLong) await asksAgain(page);
});

function newStudy(): Study {
  const assets = 'build/_app/immutable/assets';
  const file = filesUnder(assets).find((name) => name.startsWith(topic) && name.endsWith('.json')) ?? '';
  const pack: unknown = JSON.parse(readFileSync(`${assets}/${file}`, 'utf8'));
  const cards = cardsInPack(pack);
  const places = new Map(cards.map(({ id }, place) => [id, place]));
  return { base: indexTopic(parsePack(pack)), cards, places, truth: truths.fsrs(cards.length, 'weeks') };
}

const isoAt = (day: number): string => isoOfDay(addDays(start, day));

async function setExam(page: Page, iso: string): Promise<void> {
  await page.goto('/settings/');
  await page.getByLabel('Exam date').fill(iso);
  await page.getByLabel('Exam date').blur();
  await written(page, 'settings', `"examDay":"${iso}"`);
}

/** Cards that the learner really would know on a day, on average. */
const known = ({ cards, truth }: Study, day: number): number =>
  cards.reduce((sum, _, place) => sum + truth.recall(place, day), 0);

interface Today {
  readonly day: number;
  readonly random: () => number;
  readonly shoot: (name: string) => Promise<unknown>;
}

/** Studies until the plan for the day is done. */
async function studyDay(page: Page, study: Study, today: Today): Promise<void> {
  let answers = 0;
  for (let sitting = 0; sitting < 3 && answers < answersPerDay; sitting += 1) {
    const begin = page.getByRole('link', { name: /^(Start|Go on)$/ });
    if (!(await begin.isVisible())) return;
    await press(begin);
    await shown(page).waitFor();
    for (; answers < answersPerDay && (await shown(page).isVisible()); answers += 1) {
      await answerOne(page, study, today);
      if (answers === 3) await today.shoot('session');
      if (await goOn(page).isVisible()) await press(goOn(page));
    }
    await page.goto('/');
    await untilSettled(page);
  }
}

/** The learner thinks, answers by what is remembered, and learns from what is then shown. */
async function answerOne(page: Page, study: Study, { day, random }: Today): Promise<void> {
  const { item, answered } = await onScreen(page, study);
  const { places, truth } = study;
  const known = new Set(item.cards.filter((card) => random() < truth.recall(places.get(card) ?? -1, day)));
  const knowsAll = known.size === item.cards.length;
  await page.clock.fastForward(knowsAll ? thinkMs.known : thinkMs.unknown);
  await respondAs(page, item, { knows: (card) => known.has(card), random });
  await expect.poll(async () => (await reviewsIn(page)).length).toBe(answered + 1);
  for (const card of item.cards) {
    const place = places.get(card);
    if (place !== undefined) truth.practise(place, day, known.has(card) ? 'good' : 'again');
  }
}

/** The item that the app shows, made again from the sitting it has kept. */
async function onScreen(
  page: Page,
  { base, cards, places }: Study,
): Promise<{ item: Item; answered: number }> {
  const plan = sessionsOf(await rowsIn(page, 'sessions')).find(({ state }) => state === 'open')?.plan;
  if (!plan) throw new TypeError('Expect an open sitting');
  const reviews = await reviewsIn(page);
  const own = reviews.map(({ payload }) => payload).filter(({ session }) => session === plan.id);
  const step = stepOf(plan, own);
  const card = step.type === 'ask' ? cards[places.get(step.entry.card) ?? -1] : undefined;
  if (step.type !== 'ask' || !card) throw new TypeError('Expect a card to ask');
  const { form, seed } = step.entry;
  const item = makeItem(base, card, form, seed) ?? makeItem(base, card, form, plan.seed);
  if (!item) throw new TypeError(`Expect an item for ${card.id} as ${form}`);
  await expect(shown(page)).toHaveAttribute('data-form', item.form);
  return { item, answered: reviews.length };
}

interface Prediction {
  readonly now: number;
  readonly cards: number;
}

/** What Home says about the exam day. */
async function predicted(page: Page): Promise<Prediction> {
  const line = await page.getByText(/you would know about/).innerText();
  const [now, cards] = (/about (\d+) of (\d+) cards/.exec(line) ?? []).slice(1).map(Number);
  if (now === undefined || cards === undefined) throw new TypeError(`Expect a prediction, not "${line}"`);
  return { now, cards };
}

/** How many cards the progress page says ten minutes on every day would lead to. */
async function projected(page: Page): Promise<number> {
  const row = page.getByText(/as set.*\d+ cards, give or take \d+/).first();
  await row.waitFor({ state: 'attached' });
  return Number(/(\d+) cards, give/.exec((await row.textContent()) ?? '')?.[1]);
}

/** The app stays open overnight. */
async function untilMorning(page: Page, day: number): Promise<void> {
  const now = await page.evaluate(() => Date.now());
  const morning = await page.evaluate((text) => new Date(text).getTime(), `${isoAt(day)}T08:00:00`);
  expect(morning - now).toBeLessThan(dayMs * 1.5);
  await page.clock.fastForward(morning - now);
}

/** Cards of the first day have come back on later ones. */
async function asksAgain(page: Page): Promise<void> {
  const reviews = await reviewsIn(page);
  const first = Math.min(...reviews.map(({ dayKey }) => dayKey));
  const met = new Set(reviews.filter(({ dayKey }) => dayKey === first).map(({ payload }) => payload.card));
  expect(reviews.some(({ dayKey, payload }) => dayKey > first && met.has(payload.card))).toBe(true);
}
