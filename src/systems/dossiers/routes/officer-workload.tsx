/** Routes of the workload: who has how much in a unit that one leads, and what somebody has done. */
import { sql } from 'kysely';
import { dayOf, type Instant } from '../../../platform/calendar/instant.ts';
import { isId } from '../../../platform/db/ids.ts';
import { type Answer, fieldOf, get, notFound, page, type Route } from '../../../platform/http/route.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { scope } from '../../../platform/permissions/permissions.ts';
import { fold } from '../../../platform/text/fold.ts';
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

/** Of so many one is picked from a list; of more by its name. */
const MOST_LISTED = 30;

async function listLed({ db, signedIn, clock }: DossierExchange): Promise<readonly string[]> {
  const reach = await scope(db, signedIn, { ...access, day: dayOf(clock()) });
  return typeof reach === 'string' ? [] : reach.units;
}

interface Wanted {
  readonly led: readonly string[];
  readonly id?: string;
  /** Part of its name. */
  readonly search?: string;
}

/** Units within what they lead where somebody sits, the one they act in first; one more than is listed. */
async function findUnits(exchange: DossierExchange, { led, id, search = '' }: Wanted): Promise<readonly LedUnit[]> {
  const own = officerOf(exchange).active?.unitId ?? '';
  const words = fold(search);
  const found = await sql<LedUnit>`
    select u.id, u.name from organisation.unit u
    where u.id = any(${led}::uuid[]) and exists (select 1 from organisation.position p where p.unit_id = u.id)
      and (${id === undefined} or u.id::text = ${id ?? ''})
      and (${words} = '' or strpos(text.fold(u.name ->> 'vi'), ${words}) > 0 or strpos(text.fold(u.name ->> 'en'), ${words}) > 0)
    order by u.id::text <> ${own}, ${words} <> '' and u.kind <> 'people-committee', (u.name ->> 'vi') collate text.vi, u.id limit ${MOST_LISTED + 1}
  `.execute(exchange.db);
  return found.rows;
}

async function showWorkload(exchange: DossierExchange): Promise<Answer> {
  const { db, clock, platform, query } = exchange;
  const led = await listLed(exchange);
  const units = await findUnits(exchange, { led });
  const isMany = units.length > MOST_LISTED;
  const search = isMany ? fieldOf(query, 'tim').trim().slice(0, 100) : '';
  const named = search === '' ? undefined : await findUnits(exchange, { led, search });
  const [asked] = await findUnits(exchange, { led, id: fieldOf(query, 'don-vi') });
  const unit = asked ?? (named?.length === 1 ? named[0] : units[0]);
  if (!unit) return notFound;
  const at = clock();
  const soonUntil = platform.acting.legal.dueAt(at, '8h', { lateRule: false });
  const order = readLoadOrder(fieldOf(query, 'xep'));
  const { officers, roles } = await readWorkload(db, { unit: unit.id, at, soonUntil });
  return page(
    <WorkloadPage
      {...{ path: PATH, unit, roles, at, order, search, isMany }}
      units={(named ?? units).slice(0, MOST_LISTED)}
      isCut={(named ?? units).length > MOST_LISTED}
      officers={sortOfficers(officers, order)}
    />,
  );
}

/** Of somebody who sits in a unit that one leads. */
async function showDone(exchange: DossierExchange): Promise<Answer> {
  const { db, clock, params, query } = exchange;
  const accountId = params.account ?? '';
  if (!isId(accountId)) return notFound;
  const units = await listLed(exchange);
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
