import { existsSync, statSync } from 'node:fs';
import { precache, routes, untilSettled } from './built.ts';
import { expect, test } from './fixtures.ts';

const kilobyte = 1024;
const homeBudget = 60 * kilobyte;
/** A sitting and a teacher's quiz bring every form, and the first of its ways of answering; the map page brings a drawing. */
const largeBudget = 132 * kilobyte;
const routeBudget = 105 * kilobyte;
const shellBudget = 300 * kilobyte;
const shellFiles = 25;

const budgetOf = (route: string): number => {
  if (route === '/') return homeBudget;
  return /^\/(?:study|decks|quiz|take|teach|explore\/map)\//.test(route) ? largeBudget : routeBudget;
};

test.describe('size', () => {
  test.use({ serviceWorkers: 'block' });

  for (const route of routes) {
    const budget = budgetOf(route);
    test(`${route} starts with at most ${budget / kilobyte} KB of JavaScript`, async ({ page }) => {
      const scripts = new Set<string>();
      page.on('request', (request) => {
        if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
      });
      await page.goto(route);
      await untilSettled(page);
      const bytes = [...scripts].map(brotliSize).reduce((sum, size) => sum + size, 0);
      test.info().annotations.push({ type: 'size', description: inKilobytes(bytes) });
      expect(bytes).toBeLessThanOrEqual(budget);
    });
  }

  test(`the shell is at most ${shellFiles} files and ${shellBudget / kilobyte} KB`, () => {
    const bytes = precache.shell
      .map(({ url }) => statSync(fileOf(url)).size)
      .reduce((sum, size) => sum + size, 0);
    test.info().annotations.push({ type: 'size', description: inKilobytes(bytes) });
    expect(precache.shell.length).toBeLessThanOrEqual(shellFiles);
    expect(bytes).toBeLessThanOrEqual(shellBudget);
  });
});

function fileOf(url: string): string {
  return `build${url.endsWith('/') ? `${url}index.html` : url}`;
}

function brotliSize(url: string): number {
  const file = fileOf(url);
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
}

function inKilobytes(bytes: number): string {
  return `${(bytes / kilobyte).toFixed(1)} KB`;
}
