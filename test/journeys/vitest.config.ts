/** Journeys: the real product, started as an operator starts it, walked through by a real browser. One at a time: each is a person with a phone, not a load. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    pool: 'threads',
    globalSetup: ['test/harness/global-setup.ts'],
    include: ['test/journeys/**/*.test.{ts,tsx}'],
    testTimeout: 600_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
    fileParallelism: false,
  },
});
