/** What is to be said of blocking above publishing: nothing, that somebody has approved, or that somebody must. */
import type { Db } from '../../../platform/db/database.ts';
import { digestOfBody } from '../../../platform/settings/setting.ts';
import { findLast } from '../../../platform/settings/setting-versions.ts';
import { type Scenario, settingOf } from '../scenario.ts';
import { type BlockApproval, findApproval } from './block-approval.ts';

export interface ReadBlockSection {
  readonly code: string;
  readonly approval: BlockApproval | undefined;
}

export async function readBlockSection(db: Db, scenario: Scenario): Promise<ReadBlockSection | undefined> {
  if (scenario.effect !== 'block') return undefined;
  const last = await findLast(db, settingOf(scenario.code));
  const wanted = { scenario, digest: digestOfBody(scenario), last: last?.number ?? 0 };
  return { code: scenario.code, approval: await findApproval(db, wanted) };
}
