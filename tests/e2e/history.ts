import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';

import { parsePack } from '../../src/core/fact/pack.ts';
import { writeBackup } from '../../src/core/review/backup.ts';
import type { DeviceId, EventBody, LogEvent } from '../../src/core/review/event.ts';
import { sealEvent } from '../../src/core/review/log.ts';
import { filesUnder } from '../../src/build/files.js';

const dayMs = 86_400_000;

/** The text of a copy with right answers to the first cards in turn, to each one or more, given over the last days. */
export function copyWith(answers: number, cards: number = answers): string {
  const events: LogEvent[] = [];
  const facts = factIds();
  for (let index = 0; index < answers; index += 1) {
    const seal = {
      deviceId: 'f'.repeat(32) as DeviceId,
      seq: index + 1,
      previousHlc: events.at(-1)?.hlc,
      wallUtcMs: Date.now() - 6 * dayMs + Math.floor((index * 5 * dayMs) / answers),
      tzOffsetMin: 0,
      tz: 'UTC',
    };
    events.push(sealEvent(answerTo(`${facts[index % cards]}/object`, index), seal));
  }
  return writeBackup({ exportedUtcMs: Date.now(), events, sessions: [], damaged: [] });
}

/** Takes a copy over under Settings, as a learner does. */
export async function restore(page: Page, copy: string): Promise<void> {
  await page.goto('/settings/');
  await choose(page, copy);
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await page
    .locator('#main')
    .getByText(/^Restored/)
    .waitFor();
}

export const choose = (page: Page, copy: string): Promise<void> =>
  page
    .getByLabel('Restore from a copy')
    .setInputFiles({ name: 'copy.json', mimeType: 'application/json', buffer: Buffer.from(copy) });

const answerTo = (card: string, position: number): EventBody =>
  ({
    type: 'review',
    payload: {
      session: 'earlier',
      position,
      card,
      item: 'some',
      form: 'flashcard',
      seed: 1,
      generator: 1,
      response: { type: 'reveal', rating: 'good' },
      marks: 1,
      guess: 0,
      tookMs: 4000,
    },
  }) as EventBody;

function factIds(): readonly string[] {
  const assets = 'build/_app/immutable/assets';
  const pack = filesUnder(assets).find((file) => file.endsWith('.json')) ?? '';
  return parsePack(JSON.parse(readFileSync(`${assets}/${pack}`, 'utf8'))).facts.map(({ id }) => id);
}
