/** Approvals of blocking: a scenario may refuse an act only where a second account has agreed to exactly this text of it. */
import { sql } from 'kysely';
import type { Day, Instant } from '../../../platform/calendar/instant.ts';
import type { Db } from '../../../platform/db/database.ts';
import { namedSubject } from '../../../platform/journal/named-subject.ts';
import { type Fault, fault } from '../../../platform/pack/fault.ts';
import { type Scenario, settingOf } from '../scenario.ts';

export interface BlockApproval {
  readonly decisionNumber: string;
  readonly decisionDay: Day;
  readonly approvedAt: Instant;
  readonly approvedBy: string | null;
}

export interface WantedBlock {
  readonly scenario: Scenario;
  readonly digest: string;
  /** Number of the version it is to follow. */
  readonly last: number;
}

/** Undefined until somebody has approved exactly this text as the next version. */
export async function findApproval(
  db: Db,
  { scenario, digest, last }: WantedBlock,
): Promise<BlockApproval | undefined> {
  const found = await sql<BlockApproval>`
    select b.decision_number as "decisionNumber", b.decision_day as "decisionDay", b.approved_at as "approvedAt", a.name as "approvedBy"
    from supervision.block_approval b left join identity.account a on a.id = b.approved_by
    where b.scenario = ${scenario.code} and b.digest = ${digest} and b.follows = ${last}
  `.execute(db);
  return found.rows[0];
}

/** Faults: `supervision.block-not-approved`. */
export async function unapprovedBlock(db: Db, wanted: WantedBlock): Promise<Fault[]> {
  if (wanted.scenario.effect !== 'block' || (await findApproval(db, wanted))) return [];
  return [
    fault(
      'supervision.block-not-approved',
      'effect',
      'Kịch bản chặn hành vi chỉ được công bố sau khi một người khác, có quyền cho phép chặn, phê duyệt đúng bản nháp này.',
      'A scenario that blocks is published only after somebody else, who may authorise blocking, has approved exactly this draft.',
    ),
  ];
}

/** Accounts that have written any of the draft since something was published last: none of them may approve it. */
export async function listAuthors(db: Db, code: string): Promise<ReadonlySet<string>> {
  const found = await sql<{ account: string }>`
    select distinct e.account_id as account from journal.entry e
    where e.subject_id = ${namedSubject('setting', settingOf(code)).id} and e.type = 'settings.drafted' and e.account_id is not null
      and e.recorded_at > coalesce((
        select max(p.recorded_at) from journal.entry p
        where p.subject_id = e.subject_id and p.type = 'settings.published'), '-infinity')
  `.execute(db);
  return new Set(found.rows.map(({ account }) => account));
}
