import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from '../../src/build/browser.js';
import { e2eReport } from '../../src/build/reports.js';

// The gate has found it already; the workers inherit it.
process.env.CHROMIUM_PATH ??= await findBrowser();

export default defineConfig({
  // Machines stall: what fails twice is real. Retried ones are counted as flaky.
  retries: 1,
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 3,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: `../../${e2eReport}` }]],
  use: {
    // Only what is tried without the server waits until the worker has cached everything.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    {
      name: 'phone',
      // The same on every screen.
      testIgnore: /(?:hosting|update)\.spec\.ts/,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 },
    },
    {
      name: 'desktop',
      // What is tried by hand on the phone, and looks and works alike on both.
      testIgnore:
        /(?:assignment|cards|explore-people|explore-read|fit|formats|guide|interactions|offline|paper|quiz|recovery|report|settings|study|teach|topics|weeks)\.spec\.ts/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } },
    },
  ],
});
