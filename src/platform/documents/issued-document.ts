/** Papers that left the office: written down under the code printed on them, found again by anyone who has it. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Day, type Instant, isoOf } from '../calendar/instant.ts';
import { newId } from '../db/ids.ts';
import { readSignatures } from './signatures/read-signatures.ts';
import type { IssuedRecord } from './verification.ts';

/** Who signed, as the public page shows it. `at` is ISO text. */
export interface RecordedSigner {
  readonly field: string;
  readonly holder: string;
  readonly at: string;
  readonly test: boolean;
}

export interface NewDocument {
  /** Made here, when the act that issues the paper must know it. */
  readonly id?: string;
  /** From `newVerificationCode`, made before the paper was printed with it. */
  readonly code: string;
  /** `receipt`, `refusal` … or the code of a result template. */
  readonly meaning: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly unitId: string;
  readonly number?: string;
  readonly title: string;
  /** The finished paper, stored before. */
  readonly file: { readonly id: string; readonly digest: string };
  /** Its bytes: who signed is read from them. */
  readonly pdf: Uint8Array;
  readonly at: Instant;
  readonly validUntil?: Day;
  readonly simulated?: boolean;
}

/** Inside the transaction of the act that issues it. Answers the paper's id. */
export async function issueDocument(trx: QueryExecutorProvider, paper: NewDocument): Promise<string> {
  const id = paper.id ?? newId();
  await sql`
    insert into documents.issued_document
      (id, code, meaning, subject_type, subject_id, unit_id, number, title, file_id, digest, signers, issued_at, valid_until, simulated)
    values (${id}, ${paper.code}, ${paper.meaning}, ${paper.subject.type}, ${paper.subject.id}, ${paper.unitId}, ${paper.number ?? null},
      ${paper.title}, ${paper.file.id}, ${paper.file.digest}, ${JSON.stringify(signersOf(paper.pdf))}::jsonb,
      ${isoOf(paper.at)}, ${paper.validUntil ?? null}, ${paper.simulated ?? false})
  `.execute(trx);
  return id;
}

export interface IssuedDocument extends IssuedRecord {
  readonly id: string;
  readonly meaning: string;
  readonly title: string;
  readonly subjectId: string;
  readonly unitId: string;
  readonly fileId: string;
  readonly signers: readonly RecordedSigner[];
  readonly simulated: boolean;
  readonly replacedByNumber: string | null;
  /** The paper that this one took the place of. */
  readonly corrects: { readonly code: string; readonly number: string | null } | null;
}

/** By the code as `readVerificationCode` answers it. */
export async function findIssuedDocument(db: QueryExecutorProvider, code: string): Promise<IssuedDocument | undefined> {
  const found = await sql<IssuedDocument>`${SELECT} where paper.code = ${code}`.execute(db);
  return found.rows[0];
}

/** The papers of a dossier, oldest first. */
export async function listIssuedDocuments(db: QueryExecutorProvider, subjectId: string): Promise<IssuedDocument[]> {
  const found =
    await sql<IssuedDocument>`${SELECT} where paper.subject_id = ${subjectId} order by paper.issued_at, paper.id`.execute(
      db,
    );
  return found.rows;
}

/** The paper no longer counts: withdrawn, or replaced by another. False when it had ended before; the first ending stands. */
export async function endDocument(
  trx: QueryExecutorProvider,
  { id, at, replacedBy }: { readonly id: string; readonly at: Instant; readonly replacedBy?: string },
): Promise<boolean> {
  const ended = await sql`
    update documents.issued_document
    set replaced_by = ${replacedBy ?? null}, revoked_at = ${replacedBy === undefined ? isoOf(at) : null}
    where id = ${id} and revoked_at is null and replaced_by is null
  `.execute(trx);
  return (ended.numAffectedRows ?? 0n) > 0n;
}

const SELECT = sql`
  select paper.id, paper.code, paper.meaning, paper.title, paper.number, paper.subject_id as "subjectId", paper.unit_id as "unitId",
    paper.file_id as "fileId", paper.digest, paper.signers, paper.issued_at as "issuedAt", paper.valid_until as "validUntil",
    paper.revoked_at as "revokedAt", paper.simulated, successor.code as "replacedBy", successor.number as "replacedByNumber",
    (select json_build_object('code', old.code, 'number', old.number) from documents.issued_document old
     where old.subject_id = paper.subject_id and old.replaced_by = paper.id limit 1) as corrects
  from documents.issued_document paper left join documents.issued_document successor on successor.id = paper.replaced_by`;

function signersOf(pdf: Uint8Array): RecordedSigner[] {
  return readSignatures(pdf, []).flatMap(({ field, holder, signedAt, intact, test }) =>
    intact && holder !== undefined && signedAt !== undefined
      ? [{ field: field ?? '', holder, at: isoOf(signedAt), test }]
      : [],
  );
}
