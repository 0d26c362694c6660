/** Routes of the workload: who has how much in a unit that one leads, and what somebody has done. */
import { sql } from 'kysely';
import { dayOf, type Instant } from '../../../platform/calendar/instant.ts';
import { isId } from '../../../platform/db/ids.ts';
import { type Answer, fieldOf, get, notFound, page, type Route } from '../../../platform/http/route.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { scope } from '../../../platform/permissions/permissions.ts';
import { DoneByPage } from '../pages/officer/done-by-page.tsx';
import { WorkloadPage } from '../pages/officer/workload-page.tsx';
import type { DossierTables } from '../tables.ts';
import { listDone, readWorkload } from '../workload.ts';
import { readLoadOrder, sortOfficers } from '../workload-order.ts';
import { type DossierExchange, officerOf } from './desk.ts';

const PATH = '/can-bo/khoi-luong';
const access = { permission: 'dossiers.assign' } as const;
const PAGE = 50;

export const officerWorkloadRoutes: readonly Route<DossierTables>[] = [
  get(PATH, access, showWorkload),
  get(`${PATH}/da-lam/:account`, access, showDone),
];

interface LedUnit {
  readonly id: string;
  readonly name: LocalText;
}

/** Units within what they lead where somebody sits, the one they act in first. */
async function listLed(exchange: DossierExchange): Promise<readonly LedUnit[]> {
  const { db, signedIn, clock } = exchange;
  const reach = await scope(db, signedIn, { ...access, day: dayOf(clock()) });
  if (typeof reach === 'string') return [];
  const own = officerOf(exchange).active?.unitId ?? '';
  const found = await sql<LedUnit>`
    select u.id, u.name from organisation.unit u
    where u.id = any(${reach.units}::uuid[]) and exists (select 1 from organisation.position p where p.unit_id = u.id)
    order by u.id::text <> ${own}, (u.name ->> 'vi') collate text.vi, u.id limit 500
  `.execute(db);
  return found.rows;
}

async function showWorkload(exchange: DossierExchange): Promise<Answer> {
  const { db, clock, platform, query } = exchange;
  const units = await listLed(exchange);
  const unit = units.find(({ id }) => id === fieldOf(query, 'don-vi')) ?? units[0];
  if (!unit) return notFound;
  const at = clock();
  const soonUntil = platform.acting.legal.dueAt(at, '8h', { lateRule: false });
  const order = readLoadOrder(fieldOf(query, 'xep'));
  const { officers, roles } = await readWorkload(db, { unit: unit.id, at, soonUntil });
  return page(
    <WorkloadPage {...{ path: PATH, units, unit, roles, at, order }} officers={sortOfficers(officers, order)} />,
  );
}

/** Of somebody who sits in a unit that one leads. */
async function showDone(exchange: DossierExchange): Promise<Answer> {
  const { db, clock, params, query } = exchange;
  const accountId = params.account ?? '';
  if (!isId(accountId)) return notFound;
  const units = (await listLed(exchange)).map(({ id }) => id);
  const officers = await sql<{ name: string }>`
    select a.name from identity.account a where a.id = ${accountId} and exists (
      select 1 from organisation.holding h join organisation.position p on p.id = h.position_id
      where h.account_id = a.id and p.unit_id = any(${units}::uuid[]))
  `.execute(db);
  const [officer] = officers.rows;
  if (!officer) return notFound;
  const found = await listDone(db, { accountId, units, at: clock(), after: readAfter(query), limit: PAGE + 1 });
  const lines = found.slice(0, PAGE);
  const last = found.length > PAGE ? lines.at(-1) : undefined;
  const next = last && `${PATH}/da-lam/${accountId}?${new URLSearchParams({ sau: `${last.lastAt}|${last.id}` })}`;
  return page(<DoneByPage name={officer.name} back={PATH} lines={lines} next={next} />);
}

/** `milliseconds|case`, as the link of the page before has it; anything else begins anew. */
function readAfter(query: DossierExchange['query']): { at: Instant; id: string } | undefined {
  const [time = '', id = ''] = fieldOf(query, 'sau').split('|');
  return /^\d{1,14}$/.test(time) && isId(id) ? { at: Number(time) as Instant, id } : undefined;
}
