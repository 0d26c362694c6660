/** Succession timers: whenever the organisation is published anew, each open dossier learns the day after the last one of the unit that decides or holds it. */
import { sql } from 'kysely';
import { addDays, type Day, type Instant, instantAt } from '../../platform/calendar/instant.ts';
import { setTimers } from '../../platform/cases/timers.ts';
import type { Db } from '../../platform/db/database.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import type { DossierTables } from './tables.ts';

export const SUCCESSION = 'dossiers.succession';
export const SET_SUCCESSIONS = 'dossiers.set-successions';
const BATCH = 1000;

/** The subscriber only asks for the job: thousands of dossiers are no matter of one transaction. */
export const followOrganisation: Subscriber = {
  name: 'dossiers.follow-organisation',
  types: ['organisation.loaded', 'organisation.successor-named', 'organisation.change-in-force'],
  handle: (trx) => addJob(trx, SET_SUCCESSIONS, {}, { key: SET_SUCCESSIONS }),
};

/** Answers how many timers were set or moved; none for a unit whose dossiers an administrator passes on by hand. One of a unit that does not end after all finds nothing to do when it fires. */
export async function setSuccessionTimers(db: Db<DossierTables>): Promise<number> {
  let set = 0;
  for (let page = await listPage(db, ''); page.length > 0; ) {
    const wrong = page
      .map(({ id, lastDay, fireAt }) => ({ caseId: id, fireAt, wanted: instantAt(addDays(lastDay, 1), 0) }))
      .filter(({ fireAt, wanted }) => fireAt !== wanted)
      .map(({ caseId, wanted }) => ({ caseId, fireAt: wanted }));
    await setTimers(db, SUCCESSION, wrong);
    set += wrong.length;
    page = page.length < BATCH ? [] : await listPage(db, page.at(-1)?.id ?? '');
  }
  return set;
}

interface EndingDossier {
  readonly id: string;
  /** Of its competent unit; where that goes on, of the unit that holds it. */
  readonly lastDay: Day;
  readonly fireAt: Instant | null;
}

async function listPage(db: Db<DossierTables>, after: string): Promise<EndingDossier[]> {
  const rows = await sql<EndingDossier>`
    select c.id, u.valid_to as "lastDay", t.fire_at as "fireAt"
    from cases.case c join organisation.unit cu on cu.id = c.competent_unit left join organisation.unit hu on hu.id = c.holding_unit
    join organisation.unit u on u.id = case when cu.valid_to is null then hu.id else cu.id end
    left join cases.timer t on t.case_id = c.id and t.kind = ${SUCCESSION}
    where c.kind = 'dossier' and c.closed_at is null and u.valid_to is not null
      and not exists (select 1 from organisation.unit_successor s where s.from_id = u.id and s.by_hand)
      and (${after} = '' or c.id > nullif(${after}, '')::uuid)
    order by c.id limit ${BATCH}
  `.execute(db);
  return rows.rows;
}
