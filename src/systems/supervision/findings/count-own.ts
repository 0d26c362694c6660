/** The count in the officer's bar: findings that wait for an answer of the person's own, or of whoever sits in their unit, as their page counts them. */
import type { BarCount } from '../../../platform/system/bar-count.ts';
import type { SupervisionTables } from '../tables.ts';
import { FINDINGS } from './findings-asked.ts';
import { countFindings } from './list-findings.ts';

/** A look into the indexes of what is open, for the person and for each of their seats. */
export const countOwnFindings: BarCount<SupervisionTables> = async ({ db }, { accountId, positions }) => {
  const seats = positions.map(({ unitId }) => unitId);
  const count = await countFindings(db, {
    reach: { accountId, seats, units: 'none' },
    filter: { own: true, state: 'unanswered' },
  });
  return count === 0 ? undefined : { label: { vi: 'Phát hiện', en: 'Findings' }, href: FINDINGS, count };
};
