import { routes, untilSettled } from './built.ts';
import { expect, test } from './fixtures.ts';
import { flaws } from './sitting.ts';

test.use({ reducedMotion: 'reduce', serviceWorkers: 'block' });

/** Those whose screen is laid out otherwise where there is room; the rest only gets wider. */
const wideRoutes = new Set([
  '/',
  '/quiz/',
  '/progress/',
  '/teach/quiz/',
  '/explore/timeline/',
  '/explore/map/',
]);

for (const route of routes) {
  test(`axe finds nothing at ${route}`, async ({ page, isMobile }) => {
    test.skip(!isMobile && !wideRoutes.has(route), 'only gets wider');
    // Colours are the same on every screen: both schemes are tried on one.
    for (const scheme of isMobile ? (['light', 'dark'] as const) : (['light'] as const)) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(route);
      await untilSettled(page);
      expect(await flaws(page, [scheme])).toEqual([]);
    }
  });
}
