/** The store of a person or an organisation (kho dữ liệu điện tử của tổ chức, cá nhân): what was issued to them, what an officer has confirmed, and who has read it. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day, Instant } from '../../platform/calendar/instant.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';

export interface OwnPaper {
  readonly id: string;
  readonly source: 'result' | 'paper';
  readonly name: LocalText;
  readonly number: string | null;
  readonly unit: LocalText;
  readonly caseCode: string;
  readonly procedureCode: string;
  /** Key of the result in its procedure, or of the component. */
  readonly kind: string;
  readonly componentCode: string | null;
  /** A certified copy of another paper. */
  readonly isCopy: boolean;
  readonly fileId: string;
  readonly sha256: string;
  /** Issued, or confirmed. */
  readonly at: Instant;
  readonly validUntil: Day | null;
  readonly replacedBy: string | null;
  readonly revokedAt: Instant | null;
  readonly removedAt: Instant | null;
  readonly checkCode: string | null;
  /** The file is there to be opened and used; a result on paper alone has none. */
  readonly hasFile: boolean;
}

interface PaperQuestion {
  readonly accountId: string;
  readonly ids?: readonly string[];
  readonly limit?: number;
}

/** Newest first. What was taken out of the store is not in it, but for those asked for by their ids. */
export async function listOwnPapers(
  db: QueryExecutorProvider,
  { accountId, ids, limit = 200 }: PaperQuestion,
): Promise<OwnPaper[]> {
  const wanted = ids ? sql`p.id = any(${ids}::uuid[])` : sql`p."removedAt" is null`;
  const found = await sql<OwnPaper>`
    select p.*, exists (select 1 from files.file f where f.id = p."fileId" and f.removed_at is null) as "hasFile" from (
      select r.id, 'result' as source, r.title as name, r.number, u.name as unit, r.case_code as "caseCode", r.procedure_code as "procedureCode",
        r.kind, null::text as "componentCode", r.is_copy as "isCopy", r.file_id as "fileId", r.sha256, r.issued_at as at, r.valid_until as "validUntil",
        r.replaced_by as "replacedBy", r.revoked_at as "revokedAt", null::timestamptz as "removedAt", d.code as "checkCode"
      from results.result r join organisation.unit u on u.id = r.unit_id left join documents.issued_document d on d.id = r.id
      where r.account_id = ${accountId} and r.outcome = 'approved'
      union all
      select p.id, 'paper', p.name, null, u.name, p.case_code, p.procedure_code, p.component, p.component_code, false, p.file_id, p.sha256,
        p.confirmed_at, p.valid_until, null, null, p.removed_at, null
      from results.paper p join organisation.unit u on u.id = p.confirmed_unit where p.account_id = ${accountId}
    ) p where ${wanted} order by p.at desc, p.id desc limit ${limit}
  `.execute(db);
  return found.rows;
}

export interface Reader {
  readonly fileId: string;
  readonly name: string;
  readonly at: Instant;
}

/** Who opened these papers, in the dossier they come from or in one that uses them again; the latest first, from the journal of readings. */
export async function listReaders(
  db: QueryExecutorProvider,
  papers: readonly Pick<OwnPaper, 'id' | 'fileId'>[],
): Promise<Reader[]> {
  const [ids, files] = [papers.map(({ id }) => id), papers.map(({ fileId }) => fileId)];
  const found = await sql<Reader>`
    with own (id, file_id) as (select * from unnest(${ids}::uuid[], ${files}::uuid[])),
    uses (shown, file_id) as (
      select o.file_id, o.file_id from own o union all select o.file_id, u.file_id from own o join results.reuse u on u.held_id = o.id
    )
    select u.shown as "fileId", a.name, r.recorded_at as at
    from uses u join files.file f on f.id = u.file_id
      join journal.reading r on r.subject_id = f.owner_id and r.what = 'file:' || f.id::text
      join identity.account a on a.id = r.account_id
    order by r.recorded_at desc limit 500
  `.execute(db);
  return found.rows;
}

/** Which of these files an officer has confirmed, and until when they count. */
export async function listConfirmed(
  db: QueryExecutorProvider,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly at: Instant; readonly validUntil: Day | null }>> {
  const found = await sql<{ id: string; at: Instant; validUntil: Day | null }>`
    select file_id as id, confirmed_at as at, valid_until as "validUntil" from results.paper where file_id = any(${fileIds}::uuid[])
  `.execute(db);
  return new Map(found.rows.map(({ id, ...paper }) => [id, paper]));
}
