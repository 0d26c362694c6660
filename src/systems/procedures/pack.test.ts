import { expect, test } from 'vitest';
import { fromRoot } from '../../platform/config/project-root.ts';
import type { Organisation } from '../../platform/organisation/definition.ts';
import { readOrganisation } from '../../platform/organisation/pack.ts';
import { readProcedurePack } from './pack.ts';

test('the whole pack of Tây Ninh loads without a fault', () => {
  const { organisation } = readOrganisation(fromRoot('provinces/tay-ninh'));
  const { pack, faults } = readProcedurePack(fromRoot('provinces/tay-ninh'), organisation as Organisation);
  expect(faults).toBeUndefined();
  expect(new Set(pack?.procedures.map((one) => one.definition.code)).size).toBe(74);
});
