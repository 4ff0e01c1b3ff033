import { AxeBuilder } from '@axe-core/playwright';
import { routes, untilSettled } from './built.ts';
import { expect, test } from './fixtures.ts';

const schemes = ['light', 'dark'] as const;

for (const colorScheme of schemes) {
  test.describe(`axe, ${colorScheme}`, () => {
    test.use({ colorScheme, reducedMotion: 'reduce', serviceWorkers: 'block' });

    for (const route of routes) {
      test(`finds nothing at ${route}`, async ({ page }) => {
        await page.goto(route);
        await untilSettled(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
        expect(found).toEqual([]);
      });
    }
  });
}
