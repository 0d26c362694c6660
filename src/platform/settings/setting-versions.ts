/** Versions of a setting: which is in force on a day, which comes last, and all there ever were. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day, Instant } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import { isoOf } from '../calendar/instant.ts';
import { digestOfBody } from './setting.ts';

export interface SettingVersion<Body> {
  readonly number: number;
  readonly body: Body;
  readonly digest: string;
}

/** Once an administrator has published, later versions of the pack wait to be taken over. */
export const COUNTS = sql`(v.origin = 'administrator' or not exists (
  select 1 from settings.version a where a.setting = v.setting and a.origin = 'administrator' and a.number < v.number))`;

/** Undefined only before the pack has been loaded. */
export async function findInForce<Body>(
  db: QueryExecutorProvider,
  setting: string,
  day: Day,
): Promise<SettingVersion<Body> | undefined> {
  const found = await sql<SettingVersion<Body>>`
    select v.number, v.body, v.digest from settings.version v
    where v.setting = ${setting} and (v.valid_from is null or v.valid_from <= ${day}::date) and ${COUNTS}
    order by v.number desc limit 1
  `.execute(db);
  return found.rows[0];
}

/** The digest alone, to see whether something has changed. */
export async function findDigest(db: QueryExecutorProvider, setting: string, day: Day): Promise<string | undefined> {
  const found = await sql<{ digest: string }>`
    select v.digest from settings.version v
    where v.setting = ${setting} and (v.valid_from is null or v.valid_from <= ${day}::date) and ${COUNTS}
    order by v.number desc limit 1
  `.execute(db);
  return found.rows[0]?.digest;
}

/** The one that is or will be in force last: what a draft begins from and is compared with. `blank` stands where there is none yet. */
export async function getLast<Body>(
  db: QueryExecutorProvider,
  setting: string,
  blank?: Body,
): Promise<SettingVersion<Body>> {
  const last = await findLast<Body>(db, setting);
  if (last) return last;
  if (blank === undefined) throw new Error(`the setting ${setting} has no version`);
  return { number: 0, body: blank, digest: digestOfBody(blank) };
}

/** Undefined where nothing was ever published. */
export async function findLast<Body>(
  db: QueryExecutorProvider,
  setting: string,
): Promise<SettingVersion<Body> | undefined> {
  const found = await sql<SettingVersion<Body>>`
    select v.number, v.body, v.digest from settings.version v where v.setting = ${setting} and ${COUNTS}
    order by v.number desc limit 1
  `.execute(db);
  return found.rows[0];
}

/** Nobody has published another than those of the pack. */
export async function isOfPack(db: QueryExecutorProvider, setting: string): Promise<boolean> {
  const found = await sql`
    select 1 from settings.version where setting = ${setting} and origin = 'administrator' limit 1
  `.execute(db);
  return found.rows.length === 0;
}

export async function findVersion<Body>(
  db: QueryExecutorProvider,
  setting: string,
  number: number,
): Promise<SettingVersion<Body> | undefined> {
  const found = await sql<SettingVersion<Body>>`
    select number, body, digest from settings.version where setting = ${setting} and number = ${number}
  `.execute(db);
  return found.rows[0];
}

export interface ListedVersion {
  readonly number: number;
  /** Null: of the pack, at once. */
  readonly from: Day | null;
  readonly origin: 'pack' | 'administrator';
  readonly decisionNumber: string | null;
  readonly decisionDay: Day | null;
  readonly copiedFrom: number | null;
  readonly publishedAt: Instant;
  readonly publishedBy: string | null;
  /** `waits`: of the pack, came after an administrator's. */
  readonly state: 'in-force' | 'scheduled' | 'replaced' | 'waits';
}

/** Newest first. */
export async function listVersions(db: QueryExecutorProvider, setting: string, day: Day): Promise<ListedVersion[]> {
  const found = await sql<Omit<ListedVersion, 'state'> & { readonly counts: boolean }>`
    select v.number, v.valid_from as "from", v.origin, v.decision_number as "decisionNumber", v.decision_day as "decisionDay",
      v.copied_from as "copiedFrom", v.published_at as "publishedAt", a.name as "publishedBy", ${COUNTS} as counts
    from settings.version v left join identity.account a on a.id = v.published_by
    where v.setting = ${setting} order by v.number desc
  `.execute(db);
  const newestOwn = found.rows.find(({ origin }) => origin === 'administrator')?.number ?? 0;
  const inForce = found.rows.find(({ counts, from }) => counts && (from === null || from <= day))?.number ?? 0;
  return found.rows.map(({ counts, ...version }) => ({ ...version, state: stateOf(version.number, counts) }));

  function stateOf(number: number, counts: boolean): ListedVersion['state'] {
    if (number === inForce) return 'in-force';
    if (!counts) return number > newestOwn ? 'waits' : 'replaced';
    return number > inForce ? 'scheduled' : 'replaced';
  }
}

/** What a province pack says of one setting. */
interface PackSetting {
  readonly setting: string;
  readonly body: unknown;
}

/** Keeps each body of the pack as a version where it differs from the pack's last one; several programs may start at once. */
export async function loadPackSettings(db: Db, loaded: readonly PackSetting[], at: Instant): Promise<void> {
  const wanted = JSON.stringify(loaded.map(({ setting, body }) => ({ setting, body, digest: digestOfBody(body) })));
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('settings.version'))`.execute(trx);
    await sql`
      insert into settings.version (setting, number, body, digest, origin, published_at)
      select w.setting, coalesce(max(v.number), 0) + 1, w.body, w.digest, 'pack', ${isoOf(at)}
      from jsonb_to_recordset(${wanted}::jsonb) w (setting text, body jsonb, digest text)
        left join settings.version v on v.setting = w.setting
      group by w.setting, w.body, w.digest
      having (array_agg(v.digest order by v.number desc) filter (where v.origin = 'pack'))[1] is distinct from w.digest
    `.execute(trx);
  });
}
