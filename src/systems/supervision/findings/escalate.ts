/** Escalation (chuyển lên cấp trên): what nobody has answered by its time goes to the head of the unit, then of the unit above. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Day, dayOf, type Instant } from '../../../platform/calendar/instant.ts';
import { followingId } from '../../../platform/db/following-id.ts';
import { programActor } from '../../../platform/identity/signed-in.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import type { SupervisionTables } from '../tables.ts';
import { findFinding } from './finding-state.ts';
import { escalateFinding } from './findings.ts';

interface Level {
  readonly unit: string;
  readonly heads: readonly string[];
}

/** The timer's handler. An answer or a conclusion has cleared the timer; one that came at this moment is seen here. */
export async function escalateUnanswered(
  platform: Platform<SupervisionTables>,
  { caseId, at }: { readonly caseId: string; readonly at: Instant },
): Promise<undefined> {
  const { db, acting } = platform;
  const finding = await findFinding(db, { id: caseId });
  if (!finding || finding.status === 'closed' || finding.answeredAt !== null || finding.unit === null) return undefined;
  const levels = await listLevels(db, { unit: finding.unit, but: finding.officer, day: dayOf(at) });
  const level = levels[finding.escalations];
  if (!level) return undefined;
  await escalateFinding(
    acting,
    { actor: programActor('supervision.escalation') },
    {
      commandId: followingId(caseId, 'escalate', finding.escalations),
      caseId,
      unit: level.unit,
      told: level.heads,
      goesOn: levels.length > finding.escalations + 1,
    },
  );
  return undefined;
}

/** The unit and those above it that somebody leads, nearest first; nobody is told of their own finding as its head. */
async function listLevels(
  db: QueryExecutorProvider,
  { unit, but, day }: { readonly unit: string; readonly but: string | null; readonly day: Day },
): Promise<readonly Level[]> {
  const found = await sql<Level>`
    with recursive above as (
      select id, parent_id, 0 as depth from organisation.unit where id = ${unit}
      union all
      select u.id, u.parent_id, a.depth + 1 from above a join organisation.unit u on u.id = a.parent_id where a.depth < 10
    )
    select a.id as unit, array_agg(distinct h.account_id::text) as heads
    from above a join organisation.position p on p.unit_id = a.id join organisation.role r on r.key = p.role and r.leads
      join organisation.holding h on h.position_id = p.id and daterange(h.valid_from, h.valid_to, '[]') @> ${day}::date
    where h.account_id is distinct from ${but}::uuid
    group by a.id, a.depth order by a.depth
  `.execute(db);
  return found.rows;
}
