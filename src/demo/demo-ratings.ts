/** Demo ratings: how citizens of the demonstration judge their simulated dossiers that were answered, so that satisfaction has figures. */
import { sql } from 'kysely';
import type { Instant } from '../platform/calendar/instant.ts';
import type { ActEnvironment } from '../platform/cases/act.ts';
import type { Platform } from '../platform/system/platform.ts';
import { atHome } from '../simulation/office-time.ts';
import { chanceOf, idOf } from '../simulation/random.ts';
import { rateDossier } from '../systems/feedback/rating.ts';
import type { FeedbackTables } from '../systems/feedback/tables.ts';

const SEED = 'demo.ratings';
/** One in five is not content, and says why; one in seven never says anything. */
const UNHAPPY_EACH = 5;
const SILENT_EACH = 7;

/** How many were made. Run again, it goes on where it was stopped; nobody rates later than now. */
export async function inventRatings(platform: Platform): Promise<number> {
  const env = platform.acting as unknown as ActEnvironment<FeedbackTables>;
  const now = platform.clock();
  let made = 0;
  for (const [index, { caseId, code, accountId, at: answered }] of (await listAnswered(platform)).entries()) {
    if (index % SILENT_EACH === SILENT_EACH - 1) continue;
    const at = atHome(chanceOf(`${SEED}/${code}`), answered, [0, 1]);
    if (at > now) continue;
    const isUnhappy = index % UNHAPPY_EACH === 1;
    const said = isUnhappy
      ? { score: 2, reasons: ['unclear'], comment: 'Phải hỏi lại nhiều lần mới rõ giấy tờ (mô phỏng).' }
      : { score: index % 2 === 0 ? 5 : 4, reasons: [], comment: '' };
    const actor = { id: accountId, kind: 'person' as const, account: accountId };
    const command = { commandId: idOf(`${SEED}/${code}`), caseId, code, accountId, ...said };
    const outcome = await rateDossier({ ...env, clock: () => at }, actor, command);
    // its owner may have been faster, while the seed still ran
    if (outcome.kind === 'refusal' && outcome.code === 'feedback.already-rated') continue;
    if (outcome.kind !== 'done') throw new Error(`the invented rating of ${code} was not taken: ${outcome.kind}`);
    made += 1;
  }
  return made;
}

interface Answered {
  readonly caseId: string;
  readonly code: string;
  readonly accountId: string;
  readonly at: Instant;
}

async function listAnswered({ db }: Platform): Promise<readonly Answered[]> {
  const found = await sql<Answered>`
    select id as "caseId", code, applicant_id as "accountId", changed_at as at from cases.case c
    where kind = 'dossier' and simulated and applicant_id is not null and status in ('decided', 'closed')
      and outcome in ('approved', 'rejected', 'silence')
      and not exists (select 1 from feedback.rating r where r.case_id = c.id)
    order by changed_at, id
  `.execute(db);
  return found.rows;
}
