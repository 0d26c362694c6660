/** Loading templates from the province pack: a changed text becomes a new version, an unchanged one stays. */
import { sql } from 'kysely';
import type { Day } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import { LOCALES } from '../i18n/texts.ts';
import { readPackFolder } from '../pack/read-yaml.ts';
import type { TemplateRow } from './tables.ts';
import { readTemplates, type TemplateDefinition } from './template-file.ts';

/** Throws with every fault when the pack's templates are not usable. */
export async function loadTemplates(db: Db, packFolder: string): Promise<void> {
  const read = readTemplates(readPackFolder(packFolder, 'notifications'));
  if (read.faults)
    throw new Error(`the notification templates of the province pack are not usable: ${JSON.stringify(read.faults)}`);
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('notifications.template'))`.execute(trx);
    for (const template of read.templates) await publishTemplate(trx, template);
  });
}

async function publishTemplate(trx: Db, definition: TemplateDefinition): Promise<void> {
  const known = await listVersion(trx, definition.code);
  const version = known[0]?.version ?? 0;
  const rows = rowsOf(definition, version + 1);
  if (textOf(known) === textOf(rows)) return;
  await trx.insertInto('notifications.template').values(rows).execute();
}

/** Without the version, in one order. */
const textOf = (rows: readonly TemplateRow[]): string =>
  rows
    .map((row) => JSON.stringify([row.channel, row.locale, row.kind, row.subject, row.body, row.valid_from]))
    .sort()
    .join('\n');

function rowsOf({ code, kind, valid_from, subject, body, sms }: TemplateDefinition, version: number): TemplateRow[] {
  const texts = [
    { channel: 'in-app', text: body },
    { channel: 'email', text: body },
    ...(sms ? [{ channel: 'sms', text: sms } as const] : []),
  ] as const;
  return texts.flatMap(({ channel, text }) =>
    LOCALES.map((locale) => ({
      code,
      version,
      channel,
      locale,
      kind,
      subject: subject[locale],
      body: text[locale],
      valid_from,
    })),
  );
}

/** The newest version valid on the day, or the newest of all; empty when the code is unknown. */
export async function listVersion(db: Db, code: string, day?: Day): Promise<TemplateRow[]> {
  const valid = day === undefined ? sql`true` : sql`valid_from <= ${day}::date`;
  const rows = await sql<TemplateRow>`
    select * from notifications.template where code = ${code}
      and version = (select max(version) from notifications.template where code = ${code} and ${valid})
  `.execute(db);
  return rows.rows;
}
