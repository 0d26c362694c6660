/** Routes of impact: which open dossiers a new version, the end of a unit or a changed day would touch, and how. */
import { sql } from 'kysely';
import { type CalendarVersion, dayNature } from '../../../platform/calendar/calendar-version.ts';
import { sealCalendar } from '../../../platform/calendar/seal-calendar.ts';
import { type Day, dayOf, findInstant } from '../../../platform/calendar/instant.ts';
import { makeLegalClock } from '../../../platform/cases/make-legal-clock.ts';
import { isId } from '../../../platform/db/ids.ts';
import { platformPart } from '../../../platform/db/platform-part.ts';
import { type Answer, fieldOf, get, page, type Route } from '../../../platform/http/route.ts';
import { findUnit, unitAt } from '../../../platform/organisation/find-units.ts';
import { findProcedure } from '../../procedures/index.ts';
import { listMovedBy, listOfProcedure, listOfUnit } from '../impact.ts';
import { type Impact, ImpactPage } from '../pages/admin/impact-page.tsx';
import type { DossierTables } from '../tables.ts';
import type { DossierExchange } from './desk.ts';

export const IMPACT = '/quan-tri/anh-huong';
const access = { permission: 'dossiers.see-impact' } as const;
const SHOWN = 50;

export const adminImpactRoutes: readonly Route<DossierTables>[] = [get(IMPACT, access, showImpact, { perMinute: 30 })];

async function showImpact(exchange: DossierExchange): Promise<Answer> {
  const { query } = exchange;
  const kind = (['thu-tuc', 'don-vi', 'ngay'] as const).find((one) => one === fieldOf(query, 'loai')) ?? 'thu-tuc';
  const code = fieldOf(query, 'ma').trim().slice(0, 40);
  const impact = code === '' ? undefined : await impactOf(exchange, kind, code);
  const missing = code !== '' && !impact;
  return page(
    <ImpactPage path={IMPACT} kind={kind} code={code} missing={missing} impact={impact} />,
    missing ? 422 : 200,
  );
}

async function impactOf(exchange: DossierExchange, kind: Impact['kind'], code: string): Promise<Impact | undefined> {
  const { db, clock, query } = exchange;
  const day = dayOf(clock());
  const after = fieldOf(query, 'sau');
  const asked = { limit: SHOWN + 1, ...(isId(after) && { after }) };
  if (kind === 'ngay') return impactOfDay(exchange, code);
  const named =
    kind === 'thu-tuc'
      ? await findProcedure(db, code, day).then((found) => found && { id: found.code, name: found.name })
      : await (isId(code) ? findUnit(db, code) : unitAt(db, code, day));
  if (!named) return undefined;
  const touched = await (kind === 'thu-tuc' ? listOfProcedure : listOfUnit)(db, named.id, asked);
  const dossiers = touched.dossiers.slice(0, SHOWN);
  const last = touched.dossiers.length > SHOWN ? dossiers.at(-1) : undefined;
  const next = last && `${IMPACT}?${new URLSearchParams({ loai: kind, ma: code, sau: last.id })}`;
  return { kind, name: named.name, count: touched.count, dossiers, ...(next && { next }) };
}

/** The day turned round: off where it works, worked where it is off. */
async function impactOfDay({ db, platform, clock }: DossierExchange, text: string): Promise<Impact | undefined> {
  const calendar = platform.calendar();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || findInstant(text) === undefined) return undefined;
  if (text < calendar.covers.from || text > calendar.covers.to) return undefined;
  const changed = turnedRound(calendar, text);
  const units = await sql<{ id: string; code: string }>`
    select id, code from organisation.unit where code is not null
  `.execute(db);
  const codes = new Map(units.rows.map(({ id, code }) => [id, code] as const));
  const legal = makeLegalClock(
    () => changed,
    (id) => codes.get(id),
  );
  const moved = await listMovedBy(platformPart(db), legal, { limit: SHOWN, at: clock() });
  return { kind: 'ngay', day: text, works: dayNature(calendar, text).works, ...moved };
}

function turnedRound(data: CalendarVersion, day: Day): CalendarVersion {
  const works = !dayNature(data, day).works;
  const special = {
    kind: works ? 'swapped-working' : 'holiday',
    works,
    title: { vi: '-' },
    source: '-',
    confirmed: true,
  } as const;
  return sealCalendar({ ...data, days: { ...data.days, [day]: special } });
}
