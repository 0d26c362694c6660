/** Who may open a file: the person who brought it, and whoever may see the dossier it lies in; officers' readings are written down. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { dayOf, type Instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/db/ids.ts';
import type { FoundFile } from '../../platform/files/store-file.ts';
import type { SignedIn } from '../../platform/identity/signed-in.ts';
import { isWithin, scope } from '../../platform/permissions/permissions.ts';
import { getVersion } from '../procedures/index.ts';

interface Holding {
  applicant: string | null;
  holding: string | null;
  receiving: string | null;
  competent: string | null;
  returning: string | null;
  /** Received for another authority. */
  elsewhere: boolean;
  /** What the file is of the dossier: handed in, its result, or a draft of the office. */
  part: 'handed-in' | 'result' | 'inside';
  /** Units that are asked about it and have not answered. */
  asked: readonly string[] | null;
}

/** True also notes an officer's reading, so that the person can be told who looked. */
export async function mayOpenFile<T>(
  db: Db<T>,
  file: Pick<FoundFile, 'id' | 'ownerId' | 'uploadedBy'>,
  { signedIn, now }: { readonly signedIn: SignedIn; readonly now: Instant },
): Promise<boolean> {
  if (file.uploadedBy === signedIn.accountId) return true;
  const dossier = await findHolding(db, file);
  if (!dossier) return false;
  if (signedIn.kind !== 'officer') return dossier.applicant === signedIn.accountId;
  const reach = await scope(db, signedIn, { permission: 'dossiers.process', day: dayOf(now) });
  const isReached = unitsFor(dossier).some((unit) => isWithin(reach, unit));
  if (!isReached || (await isSealedFrom(db, file, signedIn))) return false;
  await noteReading(db, { accountId: signedIn.accountId, subjectId: file.ownerId, what: `file:${file.id}` });
  return true;
}

/** An office that received a dossier for another opens what was handed in; one that returns it, the result too. */
function unitsFor({ holding, competent, receiving, returning, asked, elsewhere, part }: Holding): (string | null)[] {
  const whole = [holding, competent, ...(asked ?? []), ...(elsewhere ? [] : [receiving])];
  if (part === 'inside') return whole;
  return part === 'result' ? [...whole, returning] : [...whole, receiving, returning];
}

/** Papers about a person's health are for the roles that the procedure names, whoever else sees the dossier. */
async function isSealedFrom(
  db: QueryExecutorProvider,
  file: Pick<FoundFile, 'id' | 'ownerId'>,
  { positions }: SignedIn,
): Promise<boolean> {
  const found = await sql<{ key: string; version_id: string }>`
    select c.key, d.version_id from dossiers.component c join dossiers.dossier d on d.case_id = c.case_id
    where c.case_id = ${file.ownerId} and c.file_id = ${file.id} limit 1
  `.execute(db);
  const [row] = found.rows;
  const version = row && (await getVersion(db, row.version_id));
  const roles = version?.definition.components.find(({ key }) => key === row?.key)?.sealedFor;
  return roles !== undefined && !positions.some(({ role }) => roles.includes(role));
}

async function findHolding(
  db: QueryExecutorProvider,
  { id, ownerId }: Pick<FoundFile, 'id' | 'ownerId'>,
): Promise<Holding | undefined> {
  const found = await sql<Holding>`
    select applicant_id as applicant,
      case when holding_unit = returning_unit and 'returned-elsewhere' = any(flags) then null else holding_unit end as holding,
      receiving_unit as receiving, competent_unit as competent,
      returning_unit as returning, 'received-elsewhere' = any(flags) as elsewhere,
      case when exists (select 1 from dossiers.component o where o.case_id = c.id and o.file_id = ${id})
          or exists (select 1 from dossiers.digitisation s where s.case_id = c.id
            and s.pages @> jsonb_build_array(jsonb_build_object('file', ${id}::text))) then 'handed-in'
        when exists (select 1 from dossiers.dossier d where d.case_id = c.id and d.result_file = ${id}::text)
          or exists (select 1 from cases.consultation q where q.case_id = c.id and q.file_id = ${id}) then 'result'
        else 'inside' end as part, (
        select array_agg(q.unit_id) from cases.consultation q where q.case_id = c.id and q.answered_at is null and c.closed_at is null
      ) as asked
    from cases.case c where id = ${ownerId} and kind = 'dossier'
  `.execute(db);
  return found.rows[0];
}

export async function noteReading(
  db: QueryExecutorProvider,
  reading: { readonly accountId: string; readonly subjectId: string; readonly what: string },
): Promise<void> {
  await sql`
    insert into journal.reading (id, account_id, subject_id, what)
    values (${newId()}, ${reading.accountId}, ${reading.subjectId}, ${reading.what})
  `.execute(db);
}
