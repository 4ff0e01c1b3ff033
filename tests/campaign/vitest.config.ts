import { defineConfig } from 'vitest/config';

/** Long simulations and checks, too long for the gate: `npm run campaign:memory`. */
export default defineConfig({
  test: {
    include: ['tests/campaign/**/*.campaign.ts', 'tests/core/memory/fsrs.test.ts'],
    env: { PARITY_STEPS: '1000000' },
    testTimeout: 3_600_000,
  },
});
