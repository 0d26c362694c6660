/** Journeys: the real product, started as an operator starts it, walked through by a real browser. Two at a time, each with a program of its own: a person with a phone mostly waits. */
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
    maxWorkers: 2,
  },
});
