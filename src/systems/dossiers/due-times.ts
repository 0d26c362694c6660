/** Due times follow the calendar: whenever another version is published, each open dossier whose time it moves gets an act of its own. */
import { sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { ClockEvent } from '../../platform/cases/act.ts';
import type { LegalClock } from '../../platform/cases/legal-clock.ts';
import { clockOf } from '../../platform/cases/load-case.ts';
import { newId } from '../../platform/db/ids.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { reckonDueAgain } from './dossiers.ts';
import type { DossierTables } from './tables.ts';

export const FOLLOW_CALENDAR = 'dossiers.follow-calendar';
const BATCH = 500;

/** The subscriber only asks for the job: thousands of dossiers are no matter of one transaction. */
export const followCalendar: Subscriber = {
  name: 'dossiers.follow-calendar',
  types: ['calendar.published'],
  handle: (trx) => addJob(trx, FOLLOW_CALENDAR, {}, { key: FOLLOW_CALENDAR }),
};

/** Answers how many due times moved. Run again it goes on where it stopped: what has been moved is right. */
export async function followCalendarNow({ acting }: Pick<Platform<DossierTables>, 'acting'>): Promise<number> {
  const who = { actor: programActor('dossiers.follow-calendar'), scope: 'all' as const };
  let moved = 0;
  for (let page = await listPage(acting, ''); page.length > 0; ) {
    for (const { id } of page.filter((dossier) => isMoved(dossier, acting.legal))) {
      const outcome = await reckonDueAgain(acting, who, { commandId: newId(), caseId: id });
      if (outcome.kind === 'done') moved += 1;
    }
    page = page.length < BATCH ? [] : await listPage(acting, page.at(-1)?.id ?? '');
  }
  return moved;
}

interface RunningDossier {
  readonly id: string;
  readonly unit: string | null;
  readonly due: Instant;
  readonly clock: readonly ClockEvent[];
}

const isMoved = ({ clock, unit, due }: RunningDossier, legal: LegalClock): boolean =>
  legal.caseDue(clock, unit) !== due;

async function listPage({ db }: Platform<DossierTables>['acting'], after: string): Promise<RunningDossier[]> {
  const rows = await sql<Omit<RunningDossier, 'clock'> & { clock: Parameters<typeof clockOf>[0] }>`
    select c.id, c.competent_unit as unit, c.due_at as due,
      (select json_agg(json_build_object('kind', e.kind, 'at', e.at, 'reason', e.reason, 'term', e.term, 'until', e.until) order by e.seq)
       from cases.clock_event e where e.case_id = c.id) as clock
    from cases.case c
    where c.kind = 'dossier' and c.status = 'open' and c.due_at is not null
      and (${after} = '' or c.id > nullif(${after}, '')::uuid)
    order by c.id limit ${BATCH}
  `.execute(db);
  return rows.rows.map((row) => ({ ...row, clock: clockOf(row.clock) }));
}
