import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { askForActs } from './ask-for-acts.ts';
import { bundleProgram } from './bundle-program.ts';
import { killUnderLoad } from './kills.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'vamco-kills-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

it('what was acknowledged outlives kill -9 of the program, of the database and of both', {
  timeout: 240_000,
}, async () => {
  const program = await bundleProgram();
  const sent = await killUnderLoad({
    program,
    dataDir,
    targets: ['program', 'server', 'both'],
    clients: 4,
    random: Math.random,
    log: () => undefined,
  });
  rmSync(program);
  const found = await askForActs(dataDir, sent);
  expect(found).toMatchObject({ lost: [], doubled: [], gaps: 0, torn: 0, misplaced: 0 });
  expect(found.journal).toMatchObject({ ok: true, faults: [] });
  expect(found.acknowledged).toBeGreaterThan(20);
});
