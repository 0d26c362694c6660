/** Recording results: after each act that issues, corrects or withdraws one, its row is written from the entry; all can be made again from the journal. */
import { sql } from 'kysely';
import { dayOf, instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { type ReadEntry, readEntry } from '../../platform/journal/entry.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { fold } from '../../platform/text/fold.ts';
import { getVersion } from '../procedures/index.ts';
import { PAPER_TYPES, restorePaper } from './restore-paper.ts';
import { lastDayOf } from './validity.ts';

const TYPES = ['dossiers.result-issued', 'dossiers.result-corrected', 'results.result-revoked'];

export const recordResults: Subscriber = { name: 'results.record', types: TYPES, handle: recordEntry };

const BATCH = 500;

/** In the order it was written; a row that is there is left or brought to the same. Answers how many entries were read. */
export async function rebuildResults(db: Db): Promise<number> {
  let read = 0;
  for (let after = 0, more = true; more; ) {
    const part = await sql<{ position: number; sealed: string }>`
      select p.position, e.sealed from journal.position p join journal.entry e on e.id = p.entry_id
      where p.position > ${after} and e.type = any(${[...TYPES, ...PAPER_TYPES]}::text[]) order by p.position limit ${BATCH}
    `.execute(db);
    await db.transaction().execute(async (trx) => {
      for (const { sealed } of part.rows) await restoreEntry(trx, readEntry(sealed));
    });
    read += part.rows.length;
    after = part.rows.at(-1)?.position ?? after;
    more = part.rows.length === BATCH;
  }
  return read;
}

/** The acts on papers write their rows themselves. */
const restoreEntry = (trx: Db, entry: ReadEntry): Promise<void> =>
  PAPER_TYPES.includes(entry.type) ? restorePaper(trx, entry) : recordEntry(trx, entry);

async function recordEntry(trx: Db, entry: ReadEntry): Promise<void> {
  const body = entry.body as Readonly<Record<string, string>>;
  if (entry.type === 'results.result-revoked') {
    await sql`
      update results.result set revoked_at = ${entry.at}::timestamptz where id = ${body.document} and revoked_at is null
    `.execute(trx);
    return;
  }
  await insertResult(trx, entry, body);
  if (body.corrects)
    await sql`
      update results.result set replaced_by = ${body.document} where id = ${body.corrects} and replaced_by is null
    `.execute(trx);
}

interface FoundCase {
  readonly code: string;
  readonly outcome: string | null;
  readonly account: string | null;
  readonly unit: string | null;
  readonly receiving: string | null;
  readonly version: string | null;
  readonly simulated: boolean;
}

/** What is not in the entry does not change once a result is issued, but for the units, which the entry's dimensions keep. */
async function insertResult(trx: Db, { subject, dims, at }: ReadEntry, body: Readonly<Record<string, string>>) {
  const found = await sql<FoundCase>`
    select code, outcome, applicant_id as account, competent_unit as unit, receiving_unit as receiving, definition_id as version, simulated
    from cases.case where id = ${subject.id}
  `.execute(trx);
  const row = found.rows[0];
  const version = row?.version ? await getVersion(trx, row.version) : undefined;
  if (!row || !version) throw new Error(`the case ${subject.id} of an issued result is gone`);
  const unit = (dims?.unit as string | undefined) ?? row.unit;
  const outcome = row.outcome === 'rejected' ? 'rejected' : 'approved';
  const result = outcome === 'approved' ? version.definition.results[0] : undefined;
  const copied = result?.copy && (await findCopied(trx, subject.id, result.copy));
  const title = copied?.titles ? withTitles(result?.name ?? REJECTION, copied.titles) : (result?.name ?? REJECTION);
  const issuedOn = dayOf(instant(at));
  await sql`
    insert into results.result (id, case_id, case_code, procedure_code, kind, title, number, outcome, unit_id, receiving_unit,
      account_id, file_id, sha256, issued_at, valid_until, is_copy, simulated, search)
    values (${body.document}, ${subject.id}, ${row.code}, ${version.definition.code}, ${result?.key ?? 'rejection'}, ${JSON.stringify(title)}::jsonb,
      ${body.number}, ${outcome}, ${unit}, ${(dims?.receiving as string | undefined) ?? row.receiving}, ${row.account}, ${body.file}, ${body.sha256},
      ${at}, ${lastDayOf(result, issuedOn)}, ${copied?.hasPages ?? false}, ${row.simulated}, ${fold(`${body.number} ${row.code} ${title.vi}`)})
    on conflict on constraint result_pkey do nothing
  `.execute(trx);
}

/** What was copied, in the applicant's words, gone where these were erased; and whether its pages are behind the attestation. */
async function findCopied(
  trx: Db,
  caseId: string,
  {
    listed,
    titled = 'paper_title',
    scanned,
  }: { readonly listed: string; readonly titled?: string; readonly scanned: string },
): Promise<{ readonly titles: string; readonly hasPages: boolean }> {
  const found = await sql<{ titles: string | null; hasPages: boolean }>`
    select (
      select string_agg(row ->> ${titled}::text, '; ') from jsonb_array_elements((
        select c.body::jsonb -> ${listed}::text from journal.content c
        where c.subject_id = ${caseId} and c.name = 'answers' and c.body is not null order by c.id desc limit 1)) as row
    ) as titles, exists (
      select 1 from files.file f join files.blob b on b.digest = f.digest
      where f.owner_id = ${caseId} and f.component = ${scanned} and f.removed_at is null and b.type in ('jpeg', 'png')
    ) as "hasPages"
  `.execute(trx);
  const [row] = found.rows;
  return { titles: row?.titles ?? '', hasPages: row?.hasPages ?? false };
}

const withTitles = ({ vi, en }: LocalText, titles: string): LocalText => ({
  vi: `${vi}: ${titles}`,
  ...(en && { en: `${en}: ${titles}` }),
});

const REJECTION: LocalText = { vi: 'Văn bản từ chối giải quyết', en: 'Rejection' };
