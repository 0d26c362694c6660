import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    pool: 'threads',
    // files share the modules of their worker: to load the whole program for each of them took a fifth of the time, and as long again until it ran warm
    isolate: false,
    globalSetup: ['test/harness/global-setup.ts'],
    setupFiles: ['test/fuzz/runs.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'verifier/**/*.test.ts', 'simulators/**/*.test.ts'],
    exclude: ['test/journeys/**', 'test/architecture/planted/**', 'node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 3,
  },
});
