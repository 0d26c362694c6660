/** Routes on which an administrator reads the organisation: the tree on a day, one unit, and both as files. */
import { type Day, dayOf } from '../../calendar/instant.ts';
import { isId } from '../../db/ids.ts';
import { type Answer, type Exchange, fieldOf, file, get, notFound, page, type Route } from '../../http/route.ts';
import { isDay } from '../../text/partial-day.ts';
import { UNIT_KINDS } from '../definition.ts';
import { UnitPage } from '../pages/unit-page.tsx';
import { UnitsPage } from '../pages/units-page.tsx';
import { manages, ORGANISATION } from './administrator.ts';
import { findUnitOn, listPositionsOn, listUnitsOn } from './units-on.ts';
import { listPending } from './change-set.ts';
import { organisationAsCsv, organisationAsWorkbook } from './units-file.ts';

const PAGE = 50;
/** More units than any province has. */
const ALL = 20_000;

export const unitRoutes: readonly Route[] = [
  get(ORGANISATION, manages, showUnits),
  get(`${ORGANISATION}/tai-ve.csv`, manages, (exchange) => download(exchange, 'csv'), { perMinute: 30 }),
  get(`${ORGANISATION}/tai-ve.xlsx`, manages, (exchange) => download(exchange, 'xlsx'), { perMinute: 30 }),
  get(`${ORGANISATION}/don-vi/:id`, manages, showUnit),
];

function dayAsked({ query, clock }: Exchange): Day {
  const typed = fieldOf(query, 'ngay');
  return isDay(typed) ? typed : dayOf(clock());
}

async function showUnits(exchange: Exchange): Promise<Answer> {
  const { db, query, clock } = exchange;
  const day = dayAsked(exchange);
  const words = fieldOf(query, 'q').trim().slice(0, 100);
  const kind = UNIT_KINDS.find((one) => one === fieldOf(query, 'loai'));
  const after = fieldOf(query, 'sau');
  const found = await listUnitsOn(db, {
    day,
    words,
    ...(kind && { kind }),
    everywhere: words !== '' || kind !== undefined,
    ...(isId(after) && { after }),
    limit: PAGE + 1,
  });
  const units = found.slice(0, PAGE);
  const last = found.length > PAGE ? units.at(-1) : undefined;
  const asked = { ...(words && { q: words }), ...(kind && { loai: kind }), ngay: day };
  const next = last && `${ORGANISATION}?${new URLSearchParams({ ...asked, sau: last.id })}`;
  const props = { day, today: dayOf(clock()), words, kind: kind ?? '', units };
  return page(<UnitsPage {...props} {...(next && { next })} />);
}

async function showUnit(exchange: Exchange): Promise<Answer> {
  const { db, params, clock } = exchange;
  const id = params.id ?? '';
  const day = dayAsked(exchange);
  const unit = isId(id) ? await findUnitOn(db, id, day) : undefined;
  if (!unit) return notFound;
  const [under, positions, pending] = await Promise.all([
    listUnitsOn(db, { day, words: '', parent: id, everywhere: false, limit: 200 }),
    listPositionsOn(db, { units: [id], day }),
    listPending(db),
  ]);
  const coming = pending.filter(({ items }) => JSON.stringify(items).includes(id));
  return page(
    <UnitPage unit={unit} day={day} today={dayOf(clock())} under={under} positions={positions} coming={coming} />,
  );
}

async function download(exchange: Exchange, kind: 'csv' | 'xlsx'): Promise<Answer> {
  const { db } = exchange;
  const day = dayAsked(exchange);
  const units = await listUnitsOn(db, { day, words: '', everywhere: true, limit: ALL });
  const positions = await listPositionsOn(db, { units: units.map(({ id }) => id), day });
  const name = `to-chuc-${day}.${kind}`;
  if (kind === 'csv')
    return file(Buffer.from(organisationAsCsv({ units, positions })), 'text/csv; charset=utf-8', name, false);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return file(await organisationAsWorkbook({ units, positions }), type, name, false);
}
