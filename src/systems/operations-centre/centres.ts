/** Centres (trung tâm điều hành của tỉnh, của từng xã): whose incidents an officer sees, and which part of the province a screen shows. */
import { sql } from 'kysely';
import { type Day, dayOf, type Instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import type { SignedIn } from '../../platform/identity/signed-in.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { View } from '../../platform/system/contributions.ts';
import type { Commune } from './geo-point.ts';
import { type FormerDistrict, getRules } from './rules.ts';
import type { CentreTables } from './tables.ts';

/** A people's committee with its part of the province. */
export interface Centre {
  readonly unitId: string;
  readonly unitCode: string;
  readonly areaId: string;
  readonly areaCode: string;
  readonly level: 'province' | 'commune';
  readonly name: LocalText;
}

const centres = (day: Day) => sql`
  select u.id as "unitId", u.code as "unitCode", a.id as "areaId", a.code as "areaCode", a.level, a.name
  from organisation.unit u join organisation.area a on a.id = u.area_id
  where u.kind = 'people-committee' and a.level in ('province', 'commune') and u.code is not null
    and daterange(u.valid_from, u.valid_to, '[]') @> ${day}::date and daterange(a.valid_from, a.valid_to, '[]') @> ${day}::date`;

/** The centres of the positions that give the permission: of the area that their unit works in. The province's comes first. */
export async function listOwnCentres<T>(
  db: Db<T>,
  signedIn: SignedIn | undefined,
  { permission, day }: { readonly permission: string; readonly day: Day },
): Promise<readonly Centre[]> {
  const units = (signedIn?.positions ?? [])
    .filter((position) => position.permissions.has(permission))
    .map(({ unitId }) => unitId);
  if (units.length === 0) return [];
  const found = await sql<Centre>`
    select * from (${centres(day)}) c
    where c."areaId" in (select area_id from organisation.unit where id = any(${units}::uuid[]))
    order by c.level desc, c."unitCode"
  `.execute(db);
  return found.rows;
}

/** The centre of a commune, or the province's where no commune is known. */
export async function centreOf<T>(db: Db<T>, areaId: string | null, at: Instant): Promise<Centre | undefined> {
  const found = await sql<Centre>`
    select * from (${centres(dayOf(at))}) c where c."areaId" = ${areaId} or c.level = 'province'
    order by (c."areaId" = ${areaId}) is true desc limit 1
  `.execute(db);
  return found.rows[0];
}

export async function findProvinceCentre<T>(db: Db<T>, at: Instant): Promise<Centre | undefined> {
  const found = await sql<Centre>`select * from (${centres(dayOf(at))}) c where c.level = 'province' limit 1`.execute(
    db,
  );
  return found.rows[0];
}

/** By code. */
export async function listCommuneCentres<T>(db: Db<T>, at: Instant): Promise<readonly Centre[]> {
  const found = await sql<Centre>`
    select * from (${centres(dayOf(at))}) c where c.level = 'commune' order by c."areaCode"
  `.execute(db);
  return found.rows;
}

/** Communes of the day, by code; those without a place on the map are left out. */
export async function listCommunes<T>(
  db: Db<T>,
  day: Day,
): Promise<readonly (Commune & { readonly name: LocalText })[]> {
  const found = await sql<Commune & { name: LocalText }>`
    select id, code, name, lat, lon, coalesce(km2, 50) as km2 from organisation.area
    where level = 'commune' and lat is not null and daterange(valid_from, valid_to, '[]') @> ${day}::date order by code
  `.execute(db);
  return found.rows;
}

/** What a screen of the centre shows. */
export interface CentreView extends View {
  /** "tỉnh Tây Ninh", "Phường Tân Ninh", "Huyện Tân Biên". */
  readonly name: LocalText;
  /** How its address asks for it: '' for all that the officer may see. */
  readonly asked: string;
  readonly kind: 'province' | 'district' | 'commune';
  /** Its borders are a guess of ours. */
  readonly confirm: boolean;
  /** The unit whose shifts and drills these are. */
  readonly centre: Centre;
}

/** Undefined when the officer has no such centre: a leader of a commune sees that commune, those of the province all of it and any part. */
export async function findView(
  db: Db<CentreTables>,
  own: readonly Centre[],
  { asked, at }: { readonly asked: string; readonly at: Instant },
): Promise<CentreView | undefined> {
  const [first] = own;
  if (!first) return undefined;
  const province = own.find(({ level }) => level === 'province');
  if (asked === '') return province ? wholeProvince(province, at) : communeView(db, first, { asked, at });
  if (/^\d{5}$/.test(asked)) {
    const commune = await findCommuneCentre(db, asked, at);
    const isOwn = commune && (province ?? own.find(({ unitId }) => unitId === commune.unitId));
    return commune && isOwn ? communeView(db, commune, { asked, at }) : undefined;
  }
  const { districts } = await getRules(db, at);
  const district = districts.list.find(({ key }) => key === asked);
  return province && district
    ? districtView(db, district, { asked, at, province, confirm: districts.confirm !== undefined })
    : undefined;
}

const wholeProvince = (centre: Centre, at: Instant): CentreView => ({
  at,
  units: 'all',
  areas: 'all',
  name: centre.name,
  asked: '',
  kind: 'province',
  confirm: false,
  centre,
});

async function findCommuneCentre(db: Db<CentreTables>, code: string, at: Instant): Promise<Centre | undefined> {
  const found = await sql<Centre>`
    select * from (${centres(dayOf(at))}) c where c.level = 'commune' and c."areaCode" = ${code}
  `.execute(db);
  return found.rows[0];
}

async function communeView(
  db: Db<CentreTables>,
  centre: Centre,
  { asked, at }: { readonly asked: string; readonly at: Instant },
): Promise<CentreView> {
  const areas = [centre.areaId];
  const units = await unitsIn(db, areas, at);
  return { at, units, areas, name: centre.name, asked, kind: 'commune', confirm: false, centre };
}

async function districtView(
  db: Db<CentreTables>,
  { name, communes }: FormerDistrict,
  view: Pick<CentreView, 'asked' | 'at' | 'confirm'> & { readonly province: Centre },
): Promise<CentreView> {
  const { asked, at, confirm, province } = view;
  const known = await listCommunes(db, dayOf(at));
  const areas = known.filter(({ code }) => communes.includes(code)).map(({ id }) => id);
  const units = await unitsIn(db, areas, at);
  return { at, units, areas, name, asked, kind: 'district', confirm, centre: province };
}

async function unitsIn(db: Db<CentreTables>, areas: readonly string[], at: Instant): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select id from organisation.unit
    where area_id = any(${areas}::uuid[]) and daterange(valid_from, valid_to, '[]') @> ${dayOf(at)}::date
  `.execute(db);
  return found.rows.map(({ id }) => id);
}
