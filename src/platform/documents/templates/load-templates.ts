/** Loading templates of the province pack: a form of a new day or a changed wording becomes a new version, what stands already stays. */
import { type Transaction, sql } from 'kysely';
import { type Instant, isoOf } from '../../calendar/instant.ts';
import type { Db } from '../../db/database.ts';
import type { PlatformTables } from '../../db/platform-tables.ts';
import { readPackFolder, readPackYaml } from '../../pack/read-yaml.ts';
import { readSlips, BEGINNING } from '../slips/slip-pack.ts';
import type { PackTemplate } from './pack-template.ts';
import { listVersions, sameContent, type TemplateKind } from './template-store.ts';

/** Throws with every fault when the pack's templates are not usable. */
export async function loadDocumentTemplates(db: Db, packFolder: string, at: Instant): Promise<void> {
  const slips = readSlips(readPackFolder(packFolder, 'slips'));
  if (slips.faults) throw new Error(`the slips of the province pack are not usable: ${JSON.stringify(slips.faults)}`);
  const results = readResults(packFolder);
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('documents.template'))`.execute(trx);
    await addChanged(trx, { kind: 'slip', templates: slips.templates, at });
    await addChanged(trx, { kind: 'result', templates: results, at });
  });
}

/** What a result says is checked against its form where it is used; the pack's own by its tests. */
function readResults(packFolder: string): PackTemplate<unknown>[] {
  return readPackFolder(packFolder, 'documents').map(({ name, text }) => {
    const content = readPackYaml(text).value as { readonly code?: unknown } | undefined;
    if (typeof content?.code !== 'string') throw new Error(`${name} of the province pack is no result template`);
    return { code: content.code, from: BEGINNING, content };
  });
}

interface PackTemplates {
  readonly kind: TemplateKind;
  readonly templates: readonly PackTemplate<unknown>[];
  readonly at: Instant;
}

/** Compared with the pack's own last wording of the same form, so that an administrator's is not written over at the next start. */
async function addChanged(trx: Transaction<PlatformTables>, { kind, templates, at }: PackTemplates): Promise<void> {
  const known = await listVersions(
    trx,
    templates.map(({ code }) => code),
  );
  const numbers = new Map(known.map(({ code, version }) => [code, version]));
  const added = templates
    .filter(({ code, from, content }) => {
      const last = known.findLast((one) => one.code === code && one.origin === 'pack' && one.validFrom === from);
      return !last || !sameContent(last.content, content);
    })
    .map(({ code, from, content }) => {
      const version = (numbers.get(code) ?? 0) + 1;
      numbers.set(code, version);
      return {
        code,
        version,
        kind,
        valid_from: from,
        content: JSON.stringify(content),
        origin: 'pack' as const,
        published_at: isoOf(at),
        published_by: null,
        copied_from: null,
      };
    });
  if (added.length > 0) await trx.insertInto('documents.template').values(added).execute();
}
