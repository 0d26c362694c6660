import { createRequire } from 'node:module';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterAll, describe, expect, it } from 'vitest';
import { plantHouse } from './planted-house.ts';

const house = plantHouse();
afterAll(() => house.remove());

const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as IConfiguration;

/** `file rule` for each violation. What the command does, in this process. */
async function violations(folder: string, parts: string[]): Promise<string[]> {
  const { output } = await cruise(
    parts,
    { ...options, ruleSet: { forbidden }, validate: true, baseDir: folder },
    { ...options?.enhancedResolveOptions },
    { tsConfig: extractTSConfig(`${folder}/tsconfig.json`) },
  );
  return (output as ICruiseResult).summary.violations.map(({ from, rule }) => `${from} ${rule.name}`);
}

describe('the walls of the house', () => {
  it('each turn red where one is broken, and only there', async () => {
    const found = await violations(house.root, ['src', 'simulators', 'verifier']);
    expect([...new Set(found)].sort()).toEqual(house.expected('depcruise'));
  });

  it('have a planted violation each', () => {
    const planted = new Set(house.expected('depcruise').map((line) => line.split(' ')[1]));
    expect((forbidden ?? []).filter(({ name }) => !planted.has(name))).toEqual([]);
  });
});
