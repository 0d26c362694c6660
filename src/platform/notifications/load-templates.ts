/** Loading templates from the province pack: a changed text becomes a new version, an unchanged one stays. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { readPackFolder } from '../pack/read-yaml.ts';
import { readTemplates, type TemplateDefinition } from './template-file.ts';
import { rowsOf, sameTexts } from './template-texts.ts';
import { listVersions } from './template-versions.ts';

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

/** It is compared with the pack's own last version, so that an administrator's is not written over at the next start. */
async function publishTemplate(trx: Db, definition: TemplateDefinition): Promise<void> {
  const { code, kind, valid_from } = definition;
  const versions = await listVersions(trx, code);
  const known = versions.find(({ origin }) => origin === 'pack');
  const same = known?.kind === kind && known.valid_from === valid_from && sameTexts(known.texts, definition);
  if (same) return;
  const version = (versions[0]?.version ?? 0) + 1;
  const rows = rowsOf(definition, { code, version, kind, valid_from, origin: 'pack' });
  await trx.insertInto('notifications.template').values(rows).execute();
}
