import { routes, untilSettled } from './built.ts';
import { expect, test } from './fixtures.ts';
import { flaws } from './sitting.ts';

test.use({ reducedMotion: 'reduce', serviceWorkers: 'block' });

for (const route of routes) {
  test(`axe finds nothing at ${route}`, async ({ page, isMobile }) => {
    // Colours are the same on every screen: both schemes are tried on one.
    for (const scheme of isMobile ? (['light', 'dark'] as const) : (['light'] as const)) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(route);
      await untilSettled(page);
      expect(await flaws(page, [scheme])).toEqual([]);
    }
  });
}
