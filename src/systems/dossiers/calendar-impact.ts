/** Impact of a draft calendar (ảnh hưởng của bản nháp lịch): which open dossiers it would move, reckoned in the background batch by batch and kept to be read by key. */
import { sql } from 'kysely';
import { CALENDAR_SETTING, calendarSetting } from '../../platform/calendar/calendar-setting.ts';
import type { CalendarData } from '../../platform/calendar/calendar-version.ts';
import { sealCalendar } from '../../platform/calendar/seal-calendar.ts';
import { type Day, type Instant, instantAt, isoOf } from '../../platform/calendar/instant.ts';
import { makeLegalClock } from '../../platform/cases/make-legal-clock.ts';
import type { LegalClock } from '../../platform/cases/legal-clock.ts';
import type { Db } from '../../platform/db/database.ts';
import { platformPart } from '../../platform/db/platform-part.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import { findDraft } from '../../platform/settings/setting-draft.ts';
import { getLast } from '../../platform/settings/setting-versions.ts';
import { digestOfBody } from '../../platform/settings/setting.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { isMoved, listRunning, movedOpinions, type RunningDossier, timesBy } from './running-dossiers.ts';
import type { DossierTables } from './tables.ts';

export const RECKON_IMPACT = 'dossiers.reckon-impact';
const BATCH = 500;

/** Whoever changes the draft sees its impact a moment later. */
export const followCalendarImpact: Subscriber = {
  name: 'dossiers.follow-calendar-impact',
  types: ['settings.drafted'],
  handle: (trx) => addJob(trx, RECKON_IMPACT, {}, { key: RECKON_IMPACT }),
};

/** The job: for the draft there is. What was reckoned before goes; a run whose draft has changed meanwhile ends by itself. */
export async function reckonImpact(platform: Pick<Platform<DossierTables>, 'db' | 'clock'>): Promise<void> {
  const { db, clock } = platform;
  const draft = await findDraft<CalendarData>(platformPart(db), CALENDAR_SETTING);
  const digest = draft && digestOfBody(draft.body);
  await db.deleteFrom('dossiers.calendar_impact').execute();
  if (!draft || !digest) return;
  await db
    .insertInto('dossiers.calendar_impact')
    .values({ digest, started_at: isoOf(clock()) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const last = await getLast<CalendarData>(db, CALENDAR_SETTING);
  const first = firstDifferentDay(last.body, draft.body);
  const legal = await clockOf(db, draft.body);
  for (let after = ''; ; ) {
    const endsFrom = first === undefined ? {} : { endsFrom: instantAt(first, 0) };
    const page = await listRunning(platformPart(db), { after, limit: BATCH, ...endsFrom });
    if (!(await keep(db, { digest, page, legal, at: clock() }))) return;
    after = page.at(-1)?.id ?? '';
    if (page.length < BATCH) break;
  }
  await db
    .updateTable('dossiers.calendar_impact')
    .set({ finished_at: isoOf(clock()) })
    .where('digest', '=', digest)
    .execute();
}

/** Nothing that ends before it can move. */
function firstDifferentDay(before: CalendarData, after: CalendarData): Day | undefined {
  const days = calendarSetting.compare(before, after).map(({ key }) => /\d{4}-\d{2}-\d{2}/.exec(key)?.[0]);
  return days.filter((day) => day !== undefined).sort()[0];
}

async function clockOf(db: Db<DossierTables>, calendar: CalendarData): Promise<LegalClock> {
  const units = await platformPart(db)
    .selectFrom('organisation.unit')
    .select(['id', 'code'])
    .where('code', 'is not', null)
    .execute();
  const codes = new Map(units.map(({ id, code }) => [id, code ?? undefined]));
  const sealed = sealCalendar(calendar);
  return makeLegalClock(
    () => sealed,
    (id) => codes.get(id),
  );
}

interface Batch {
  readonly digest: string;
  readonly page: readonly RunningDossier[];
  readonly legal: LegalClock;
  readonly at: Instant;
}

/** False once the run is not wanted any more. */
async function keep(db: Db<DossierTables>, { digest, page, legal, at }: Batch): Promise<boolean> {
  const rows = page.flatMap((dossier) => {
    const { times: was } = dossier;
    const is = timesBy(dossier, legal, at);
    const opinions = movedOpinions(dossier, legal, at).length;
    if (!isMoved(was, is) && opinions === 0) return [];
    const iso = (one: Instant | null) => (one === null ? null : isoOf(one));
    const due = { was_due: iso(was.due), due: iso(is.due) };
    const step = { was_step: iso(was.step), step: iso(is.step) };
    const answer = { was_answer: iso(was.answer), answer: iso(is.answer) };
    return [{ digest, case_id: dossier.id, ...due, ...step, ...answer, opinions }];
  });
  const wanted = await sql`
    with run as (
      update dossiers.calendar_impact set looked = looked + ${page.length}, moved = moved + ${rows.length}
      where digest = ${digest} returning digest
    ), kept as (
      insert into dossiers.calendar_move
      select r.* from run, jsonb_populate_recordset(null::dossiers.calendar_move, ${JSON.stringify(rows)}::jsonb) r
      on conflict do nothing
    )
    select digest from run
  `.execute(db);
  return wanted.rows.length > 0;
}

export interface ImpactRun {
  readonly finishedAt: Instant | null;
  readonly looked: number;
  readonly moved: number;
}

export interface ImpactRow {
  readonly id: string;
  readonly code: string;
  readonly procedure: string;
  readonly unit: LocalText;
  readonly wasDue: Instant | null;
  readonly due: Instant | null;
  readonly wasStep: Instant | null;
  readonly step: Instant | null;
  readonly wasAnswer: Instant | null;
  readonly answer: Instant | null;
  readonly opinions: number;
}

/** Of the draft with this digest; undefined while nothing has been reckoned for it. */
export async function findImpact(db: Db<DossierTables>, digest: string): Promise<ImpactRun | undefined> {
  const found = await db
    .selectFrom('dossiers.calendar_impact')
    .select(['finished_at as finishedAt', 'looked', 'moved'])
    .where('digest', '=', digest)
    .executeTakeFirst();
  return found;
}

/** The page is cut before it is joined: of 100,000 moved, 50 in the middle would else walk over all cases (584 ms → 1 ms). */
export async function listImpact(
  db: Db<DossierTables>,
  digest: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<readonly ImpactRow[]> {
  const found = await sql<ImpactRow>`
    select m.case_id as id, c.code, c.title as procedure, u.name as unit, m.was_due as "wasDue", m.due, m.was_step as "wasStep", m.step,
      m.was_answer as "wasAnswer", m.answer, m.opinions
    from (
      select * from dossiers.calendar_move
      where digest = ${digest} and ${after ? sql`case_id > ${after}` : sql`true`} order by case_id limit ${limit}
    ) m join cases.case c on c.id = m.case_id left join organisation.unit u on u.id = c.competent_unit order by m.case_id
  `.execute(db);
  return found.rows;
}
