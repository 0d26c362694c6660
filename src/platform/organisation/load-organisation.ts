/** Loading the organisation of a province pack: everything in one transaction with its journal entry; the same pack again changes nothing. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Clock, type Instant, isoOf } from '../calendar/instant.ts';
import { writeAct } from '../cases/act.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { sealEntry } from '../journal/entry.ts';
import type { Area, AreaKind, Organisation, Succession, Unit } from './definition.ts';
import type { AreaLevel, OrganisationTables } from './tables.ts';

export interface LoadedOrganisation {
  /** False when this very content was the last one loaded. */
  readonly changed: boolean;
  readonly areas: number;
  readonly units: number;
  readonly positions: number;
}

/**
 * Rows are found again by their key and brought up to date; what a pack no longer names stays, since old cases point to it.
 * What an administrator has changed, made or named is not overwritten.
 */
export async function loadOrganisation(
  db: Db,
  { organisation, clock }: { readonly organisation: Organisation; readonly clock: Clock },
): Promise<LoadedOrganisation> {
  const { roles, areas, units, positions } = organisation;
  const digest = createHash('sha256').update(JSON.stringify({ roles, areas, units, positions })).digest('hex');
  const counts = { areas: areas.length, units: units.length, positions: positions.length };
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('organisation.load'))`.execute(trx);
    if ((await lastDigest(trx)) === digest) return { changed: false, ...counts };
    await writeRoles(trx, organisation);
    await writeUnitsAndPositions(trx, organisation, await writeAreas(trx, organisation));
    await recordLoad(trx, digest, counts, clock());
    return { changed: true, ...counts };
  });
}

async function lastDigest(trx: Db): Promise<string | undefined> {
  const last = trx.selectFrom('organisation.load').select('digest').orderBy('id', 'desc').limit(1);
  return (await last.executeTakeFirst())?.digest;
}

async function recordLoad(
  trx: Db,
  digest: string,
  counts: { readonly [key: string]: number },
  at: Instant,
): Promise<void> {
  const id = newId();
  await writeAct(trx, {
    rows: [{ table: 'organisation.load', op: 'insert', values: { id, digest, loaded_at: isoOf(at) } }],
    entries: [
      sealEntry(
        { type: 'organisation.loaded', body: { digest, ...counts } },
        { actor: { kind: 'program', program: 'organisation.load' }, subject: { type: 'organisation.load', id }, at },
      ),
    ],
  });
}

async function writeRoles(trx: Db, { roles }: Organisation): Promise<void> {
  const rows = roles.map(({ key, name, title, leads, confirm }) => ({
    key,
    name,
    title: title ?? null,
    leads: leads ?? false,
    confirm: confirm !== undefined,
  }));
  await upsert(trx, 'organisation.role', 'key', rows);
}

const LEVELS: Record<AreaKind, AreaLevel> = {
  province: 'province',
  city: 'district',
  town: 'district',
  district: 'district',
  ward: 'commune',
  township: 'commune',
  commune: 'commune',
};

async function writeAreas(trx: Db, { areas }: Organisation): Promise<Map<string, string>> {
  const stored = await trx.selectFrom('organisation.area').select(['id', 'code', 'valid_from']).execute();
  const known = new Map(stored.map((row) => [`${row.code} ${row.valid_from ?? ''}`, row.id]));
  const ids = new Map(areas.map((area) => [area.key, known.get(`${area.code} ${area.from ?? ''}`) ?? newId()]));
  const rows = areas.map((area) => ({
    id: idOf(ids, area.key),
    code: area.code,
    level: LEVELS[area.kind],
    kind: area.kind,
    name: area.name,
    proper: area.proper,
    parent_id: area.parent === undefined ? null : idOf(ids, area.parent),
    valid_from: area.from ?? null,
    valid_to: area.to ?? null,
    lat: area.lat ?? null,
    lon: area.lon ?? null,
    km2: area.areaKm2 ?? null,
  }));
  await upsert(trx, 'organisation.area', 'id', rows, sql`not organisation.area.kept`);
  await writeSuccessors(trx, 'organisation.area_successor', areas, ids);
  return ids;
}

async function writeUnitsAndPositions(
  trx: Db,
  { roles, units, positions }: Organisation,
  areaIds: ReadonlyMap<string, string>,
): Promise<void> {
  const ids = await idsByKey(trx, 'organisation.unit', units);
  const isTaken = await takenCodes(trx);
  const unitRows = units.map((unit) => ({
    id: idOf(ids, unit.key),
    key: unit.key,
    code: unit.code === undefined || isTaken(unit) ? null : unit.code,
    kind: unit.kind,
    section: unit.section ?? null,
    name: unit.name,
    parent_id: unit.parent === undefined ? null : idOf(ids, unit.parent),
    area_id: idOf(areaIds, unit.area),
    valid_from: unit.from ?? null,
    valid_to: unit.to ?? null,
    confirm: unit.confirm !== undefined,
  }));
  await upsert(trx, 'organisation.unit', 'id', unitRows, sql`not organisation.unit.kept`);
  await writeSuccessors(trx, 'organisation.unit_successor', units, ids);

  const titles = new Map(roles.map((role) => [role.key, role.title ?? role.name]));
  const positionIds = await idsByKey(trx, 'organisation.position', positions);
  const positionRows = positions.map((position) => ({
    id: idOf(positionIds, position.key),
    key: position.key,
    unit_id: idOf(ids, position.unit),
    role: position.role,
    title: position.title ?? titles.get(position.role),
    valid_from: position.from ?? null,
    valid_to: position.to ?? null,
  }));
  await upsert(trx, 'organisation.position', 'id', positionRows, sql`not organisation.position.kept`);
}

/** A code that an administrator has given to another unit for these days stays there; the pack's unit then has none. */
async function takenCodes(trx: Db): Promise<(unit: Unit) => boolean> {
  const columns = ['key', 'code', 'valid_from', 'valid_to'] as const;
  const kept = await trx.selectFrom('organisation.unit').select(columns).where('kept', '=', true).execute();
  return ({ key, code, from, to }) =>
    kept.some(
      (unit) =>
        unit.code === code &&
        unit.key !== key &&
        (unit.valid_to === null || from === undefined || from <= unit.valid_to) &&
        (unit.valid_from === null || to === undefined || unit.valid_from <= to),
    );
}

type Keyed = Pick<Area, 'key' | 'to'> & { readonly successor?: Succession };

async function writeSuccessors(
  trx: Db,
  table: 'organisation.area_successor' | 'organisation.unit_successor',
  ended: readonly Keyed[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = ended.flatMap(({ key, successor }) => {
    if (!successor) return [];
    const { kind, day, source, confirm } = { day: null, source: null, confirm: undefined, ...successor };
    const to = 'to' in successor ? [successor.to].flat() : [undefined];
    return to.map((name) => ({
      from_id: idOf(ids, key),
      to_id: name === undefined ? null : idOf(ids, name),
      day,
      manner: kind,
      source,
      confirm: confirm !== undefined,
      named: false,
    }));
  });
  const records = sql`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`;
  await sql`
    delete from ${sql.table(table)} old using ${records} new where old.from_id = new.from_id and not old.named
  `.execute(trx);
  await sql`
    insert into ${sql.table(table)} (from_id, to_id, day, manner, source, confirm, named)
    select new.from_id, new.to_id, new.day, new.manner, new.source, new.confirm, new.named from ${records} new
    where not exists (select 1 from ${sql.table(table)} old where old.from_id = new.from_id)
  `.execute(trx);
}

async function idsByKey(
  trx: Db,
  table: 'organisation.unit' | 'organisation.position',
  named: readonly { readonly key: string }[],
): Promise<Map<string, string>> {
  const stored = await trx.selectFrom(table).select(['id', 'key']).execute();
  const known = new Map(stored.map((row) => [row.key, row.id]));
  return new Map(named.map(({ key }) => [key, known.get(key) ?? newId()]));
}

/** The reader of the pack has checked every reference. */
function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the pack names "${key}", which it does not hold`);
  return id;
}

/** Inserts or brings up to date by the named key, in one statement whatever the number of rows. */
async function upsert(
  trx: Db,
  table: keyof OrganisationTables,
  key: 'id' | 'key',
  rows: readonly { readonly [column: string]: unknown }[],
  /** Which of the rows that are there may change. */
  when = sql`true`,
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const changes = sql.join(
    columns.filter((column) => column !== key).map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`),
  );
  await sql`
    insert into ${sql.table(table)} (${names})
    select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
    on conflict (${sql.ref(key)}) do update set ${changes} where ${when}
  `.execute(trx);
}
