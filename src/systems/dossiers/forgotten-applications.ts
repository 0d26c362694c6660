/** Forgotten applications: people are told three days before what they have begun is erased; afterwards the files they had brought for it go too. */
import { sql } from 'kysely';
import { addDays, dayOf, type Instant, instant, isoOf } from '../../platform/calendar/instant.ts';
import { writeAct } from '../../platform/cases/act.ts';
import type { Db } from '../../platform/db/database.ts';
import { removeFiles } from '../../platform/files/sweep.ts';
import { type Draft, listLivingDrafts, takeEndingDrafts } from '../../platform/forms/draft.ts';
import { inLanguage } from '../../platform/i18n/local-text.ts';
import { type EntryDraft, sealEntry } from '../../platform/journal/entry.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import { notify } from '../../platform/notifications/notify.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { dayText } from '../../platform/text/vietnamese-date.ts';
import { getVersion } from '../procedures/index.ts';
import type { DossierTables } from './tables.ts';

const DAY_MS = 86_400_000;
/** [design] Time enough to go on with it on a weekend. */
const WARNING_DAYS = 3;
const BATCH = 200;
const PAGE = 2000;

/** A draft is taken with the entry that tells of it, so nobody is told twice. Answers how many. */
export async function tellOfEndings({ db, clock }: Platform<DossierTables>): Promise<number> {
  const at = clock();
  const until = (at + WARNING_DAYS * DAY_MS) as Instant;
  let told = 0;
  for (let more = true; more; ) {
    const taken = await db.transaction().execute(async (trx) => {
      const drafts = await takeEndingDrafts(trx, { until, at, limit: BATCH });
      if (drafts.length > 0) await writeAct(trx, { rows: [], entries: drafts.map((draft) => sealEnding(draft, at)) });
      return drafts.length;
    });
    told += taken;
    more = taken === BATCH;
  }
  return told;
}

function sealEnding(draft: Draft, at: Instant) {
  const lastDay = addDays(dayOf(draft.expires_at), -1);
  const body = { account: draft.account_id, version: draft.form_version, last_day: lastDay };
  const entry: EntryDraft = { type: 'dossiers.application-ending', body };
  const actor = { kind: 'program', program: 'dossiers.endings' } as const;
  return sealEntry(entry, { actor, subject: { type: 'dossiers.application', id: draft.id }, at });
}

export const endingNotices: Subscriber = {
  name: 'dossiers.ending-notices',
  types: ['dossiers.application-ending'],
  async handle(trx, { id: entryId, subject, body, at }) {
    const { account, version, last_day: lastDay } = body as { account: string; version: string; last_day: string };
    const found = await getVersion(trx, version);
    if (!found) return;
    await notify(trx, {
      to: { accountId: account },
      template: 'dossiers.application-ending',
      values: (locale) => ({
        procedure: inLanguage(found.definition.name, locale).text,
        day: dayText(lastDay, locale),
      }),
      subjectId: subject.id,
      entryId,
      at: instant(at),
      link: `/nop-ho-so/${subject.id}`,
      simulated: false,
    });
  },
};

/** Files whose application is neither there any more nor became a dossier; those of today may belong to one that is just being made. */
export async function removeForgottenFiles({ db, clock }: Platform<DossierTables>): Promise<number> {
  const before = (clock() - DAY_MS) as Instant;
  let removed = 0;
  for (let page = await listPage(db, before, ''); page.length > 0; ) {
    const unused = await listUnused(
      db,
      page.filter((file) => !file.isOfCase),
    );
    if (unused.length > 0) removed += await removeFiles(db as unknown as Db, unused);
    page = page.length < PAGE ? [] : await listPage(db, before, page.at(-1)?.id ?? '');
  }
  return removed;
}

interface FileOfOwner {
  readonly id: string;
  readonly owner: string;
  readonly isOfCase: boolean;
}

async function listPage(db: Db<DossierTables>, before: Instant, after: string): Promise<FileOfOwner[]> {
  const rows = await sql<FileOfOwner>`
    select f.id, f.owner_id as owner, exists (select 1 from cases.case c where c.id = f.owner_id) as "isOfCase"
    from files.file f
    where f.owner_type = 'dossier' and f.uploaded_at < ${isoOf(before)} and f.id > ${after === '' ? FIRST : after}
    order by f.id limit ${PAGE}
  `.execute(db);
  return rows.rows;
}

const FIRST = '00000000-0000-0000-0000-000000000000';

/** What a supplement handed in is named by its dossier, whichever application it was brought for. */
async function listUnused(db: Db<DossierTables>, files: readonly FileOfOwner[]): Promise<string[]> {
  if (files.length === 0) return [];
  const living = await listLivingDrafts(
    db,
    files.map(({ owner }) => owner),
  );
  const named = await db
    .selectFrom('dossiers.component')
    .select('file_id')
    .where(
      'file_id',
      'in',
      files.map(({ id }) => id),
    )
    .execute();
  const kept = new Set(named.map((row) => row.file_id));
  return files.filter(({ id, owner }) => !living.has(owner) && !kept.has(id)).map(({ id }) => id);
}
