/** Reading an incident: everything its page shows beside its state: signals, log in order, people who may take it. */
import { sql } from 'kysely';
import { dayOf, type Instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Json } from '../../platform/db/json.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Severity } from '../../platform/system/contributions.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { type Handler, listHandlers } from './handlers.ts';
import type { IncidentState } from './incident-state.ts';
import { listReceivers, type Receiver } from './pass-incident.ts';
import { getRules } from './rules.ts';
import type { CentreTables } from './tables.ts';

export interface ShownSignal {
  readonly id: string;
  readonly source: string;
  readonly title: LocalText;
  readonly severity: Severity;
  readonly href: string | null;
  readonly area: LocalText | null;
  readonly unit: LocalText | null;
  readonly at: Instant;
  readonly heardAt: Instant;
  readonly simulated: boolean;
}

export interface LogEntry {
  readonly id: string;
  readonly type: string;
  readonly at: Instant;
  /** Null for an act of the program. */
  readonly who: string | null;
  readonly body: Readonly<Record<string, Json>>;
  /** While it has not been erased. */
  readonly note: string | null;
  /** Who is named in the body. */
  readonly to: string | null;
  /** The centre, where one is named: of a former district, or of the unit. */
  readonly unit: LocalText | null;
}

export interface ShownIncident {
  readonly area: LocalText | null;
  readonly place: string | null;
  readonly holder: string | null;
  readonly holderUnit: LocalText | null;
  /** The people's committee whose centre has it. */
  readonly centre: LocalText;
  readonly joinedTo: string | null;
  readonly doneBy: ReadonlyMap<string, string>;
  readonly signals: readonly ShownSignal[];
  readonly log: readonly LogEntry[];
  readonly colleagues: readonly Handler[];
  /** Centres it may be passed to. */
  readonly receivers: readonly Receiver[];
  /** The former district whose centre has it. */
  readonly district: LocalText | null;
}

const MOST_SIGNALS = 200;
const MOST_ENTRIES = 500;

export async function readIncident(
  platform: Pick<Platform<CentreTables>, 'db' | 'registry'>,
  state: IncidentState,
  { at, accountId }: { readonly at: Instant; readonly accountId: string },
): Promise<ShownIncident> {
  const { db } = platform;
  const found = await sql<Omit<ShownIncident, 'signals' | 'log' | 'colleagues' | 'doneBy' | 'receivers' | 'district'>>`
    select a.name as area, i.place, p.name as holder, u.name as "holderUnit",
      (select o.name from organisation.unit o where o.id = i.unit_id) as centre,
      (select j.code from cases.case j where j.id = i.joined_to) as "joinedTo"
    from operations_centre.incident i join cases.case c on c.id = i.case_id left join organisation.area a on a.id = c.area_id
      left join identity.account p on p.id = c.assignee_id left join organisation.unit u on u.id = c.holding_unit
    where i.case_id = ${state.id}
  `.execute(db);
  const row = found.rows[0];
  if (!row) throw new Error(`the incident ${state.code} has no row of its own`);
  const rules = await getRules(db, at);
  const districts = new Map<string, LocalText>(rules.districts.list.map(({ key, name }) => [key, name]));
  return {
    ...row,
    receivers: await listReceivers(db, state, { rules, at }),
    district: districts.get(state.district ?? '') ?? null,
    doneBy: await namesOf(db, state),
    signals: await listSignals(db, state.id),
    log: (await listLogEntries(db, state.id)).map((entry) => ({
      ...entry,
      unit: districts.get(entry.body.district as string) ?? entry.unit,
    })),
    colleagues: await listHandlers(platform, {
      unitId: state.competent_unit ?? '',
      day: dayOf(at),
      except: state.assigneeId ?? accountId,
    }),
  };
}

async function namesOf(db: Db<CentreTables>, { steps }: IncidentState): Promise<ReadonlyMap<string, string>> {
  const ids = steps.flatMap(({ doneBy }) => doneBy ?? []);
  if (ids.length === 0) return new Map();
  const found = await db.selectFrom('identity.account').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(found.map(({ id, name }) => [id, name]));
}

async function listSignals(db: Db<CentreTables>, caseId: string): Promise<ShownSignal[]> {
  const found = await sql<ShownSignal>`
    select s.id, s.source, s.title, s.severity, s.href, a.name as area, u.name as unit, s.at, s.heard_at as "heardAt", s.simulated
    from operations_centre.signal s left join organisation.area a on a.id = s.area_id left join organisation.unit u on u.id = s.unit_id
    where s.case_id = ${caseId} order by s.at, s.id limit ${MOST_SIGNALS}
  `.execute(db);
  return found.rows;
}

/** Newest first. */
async function listLogEntries(db: Db<CentreTables>, caseId: string): Promise<LogEntry[]> {
  const found = await sql<LogEntry>`
    select e.id, e.type, e.occurred_at as at, p.name as who, coalesce(e.sealed::jsonb -> 'body', '{}') as body,
      (select t.body::jsonb #>> '{}' from journal.content t where t.entry_id = e.id and t.name = 'note') as note,
      (select o.name from identity.account o where o.id = ${idIn('to')}) as "to",
      (select u.name from organisation.unit u where u.id = ${idIn('unit')}) as unit
    from journal.entry e left join identity.account p on p.id = e.account_id
    where e.subject_id = ${caseId} and e.type like 'operations-centre.%'
    order by e.recorded_at desc, e.chain, e.seq desc limit ${MOST_ENTRIES}
  `.execute(db);
  return found.rows;
}

/** A level that changed has a `to` as well, and that is a number. */
const idIn = (name: 'to' | 'unit') => sql`
  case when jsonb_typeof(e.sealed::jsonb #> ${`{body,${name}}`}) = 'string' then (e.sealed::jsonb #>> ${`{body,${name}}`})::uuid end`;
