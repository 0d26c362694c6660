/** Versions of templates: which text is in force on a day, and all there ever were. */
import { sql } from 'kysely';
import type { Day } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import type { TemplateRow } from './tables.ts';
import { type TemplateTexts, textsOf } from './template-texts.ts';

export interface TemplateVersion
  extends Pick<TemplateRow, 'version' | 'kind' | 'valid_from' | 'origin' | 'published_at' | 'copied_from'> {
  readonly publishedBy: string | null;
  readonly texts: TemplateTexts;
}

/** Once an administrator has published one, later versions of the pack wait to be taken over. */
const COUNTS = sql`(v.origin = 'administrator' or not exists (
  select 1 from notifications.template a where a.code = v.code and a.origin = 'administrator' and a.version < v.version))`;

/** The rows in force on the day, or of the newest version that counts; empty when the code is unknown. */
export async function listVersion(db: Db, code: string, day?: Day): Promise<TemplateRow[]> {
  const valid = day === undefined ? sql`true` : sql`v.valid_from <= ${day}::date`;
  const rows = await sql<TemplateRow>`
    select * from notifications.template where code = ${code}
      and version = (select max(v.version) from notifications.template v where v.code = ${code} and ${valid} and ${COUNTS})
  `.execute(db);
  return rows.rows;
}

/** Newest first. */
export async function listVersions(db: Db, code: string): Promise<TemplateVersion[]> {
  const found = await sql<TemplateRow & { name: string | null }>`
    select t.*, a.name from notifications.template t left join identity.account a on a.id = t.published_by where code = ${code}
  `.execute(db);
  const numbers = [...new Set(found.rows.map(({ version }) => version))].sort((a, b) => b - a);
  return numbers.map((number) => {
    const rows = found.rows.filter(({ version }) => version === number);
    const [{ version, kind, valid_from, origin, published_at, copied_from, name }] = rows as [(typeof rows)[number]];
    return { version, kind, valid_from, origin, published_at, copied_from, publishedBy: name, texts: textsOf(rows) };
  });
}

/** The number of the version in force on the day among all; undefined when none is yet. */
export function versionInForce(versions: readonly TemplateVersion[], day: Day): TemplateVersion | undefined {
  const own = versions.filter(({ origin }) => origin === 'administrator').map(({ version }) => version);
  return versions.find(
    ({ version, origin, valid_from }) =>
      valid_from <= day && (origin === 'administrator' || !own.some((earlier) => earlier < version)),
  );
}

export interface ListedTemplate {
  readonly code: string;
  readonly kind: TemplateRow['kind'];
  /** Of the version in force, in Vietnamese. */
  readonly subject: string;
  readonly version: number;
  readonly validFrom: Day;
  readonly origin: TemplateRow['origin'];
  readonly hasDraft: boolean;
}

export async function listTemplates(db: Db, day: Day): Promise<ListedTemplate[]> {
  const found = await sql<ListedTemplate>`
    select t.code, t.kind, t.subject, t.version, t.valid_from as "validFrom", t.origin,
      exists (select 1 from notifications.template_draft d where d.code = t.code) as "hasDraft"
    from notifications.template t
    where t.channel = 'in-app' and t.locale = 'vi' and t.version = (
      select max(v.version) from notifications.template v where v.code = t.code and v.valid_from <= ${day}::date and ${COUNTS})
    order by t.code
  `.execute(db);
  return found.rows;
}
