/** Told: what a notice about a dossier must know: who is told, about what, and where. */
import { sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { inLanguage, type LocalText } from '../../platform/i18n/local-text.ts';
import type { Locale } from '../../platform/i18n/texts.ts';
import type { Contact } from '../../platform/notifications/recipient.ts';
import { getVersion } from '../procedures/index.ts';
import type { Applicant } from './submission.ts';
import type { ReceiveBy } from './tables.ts';

export interface Told {
  readonly code: string;
  readonly accountId: string | null;
  readonly contact: Contact;
  readonly simulated: boolean;
  readonly hasTerm: boolean;
  readonly receiveBy: ReceiveBy;
  readonly competentUnit: string | null;
  readonly dueAt: Instant | null;
  readonly procedure: (locale: Locale) => string;
  /** Where it was handed in, and who decides. */
  readonly place: (locale: Locale) => string;
  readonly office: (locale: Locale) => string;
  /** Where the result is collected. */
  readonly returning: (locale: Locale) => string;
}

interface Row {
  code: string;
  title: string;
  account_id: string | null;
  version_id: string;
  receive_by: ReceiveBy;
  simulated: boolean;
  term: string | null;
  competent_unit: string | null;
  due_at: Instant | null;
  receiving: LocalText | null;
  returning: LocalText | null;
  competent: LocalText | null;
  applicant: string | null;
}

/** Undefined when the case is no dossier. The applicant is who the newest content says; once erased, only the account is told. */
export async function findTold(db: Db, caseId: string): Promise<Told | undefined> {
  const found = await sql<Row>`
    select c.code, c.title, d.account_id, d.version_id, d.receive_by, c.simulated, c.term, c.competent_unit, c.due_at,
      r.name as receiving, m.name as competent, b.name as returning,
      (select t.body from journal.content t where t.subject_id = c.id and t.name = 'applicant' and t.body is not null
       order by t.id desc limit 1) as applicant
    from cases.case c join dossiers.dossier d on d.case_id = c.id
    left join organisation.unit r on r.id = c.receiving_unit
    left join organisation.unit b on b.id = c.returning_unit
    left join organisation.unit m on m.id = c.competent_unit
    where c.id = ${caseId}
  `.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  const version = await getVersion(db, row.version_id);
  const applicant = row.applicant === null ? undefined : (JSON.parse(row.applicant) as Applicant);
  return {
    code: row.code,
    accountId: row.account_id,
    contact: { phone: applicant?.phone, email: applicant?.email },
    simulated: row.simulated,
    hasTerm: row.term !== null,
    receiveBy: row.receive_by,
    competentUnit: row.competent_unit,
    dueAt: row.due_at,
    procedure: named(version?.definition.name ?? { vi: row.title }),
    place: named(row.receiving),
    office: named(row.competent ?? row.receiving),
    returning: named(row.returning ?? row.receiving),
  };
}

const named =
  (text: LocalText | null) =>
  (locale: Locale): string =>
    text === null ? '' : inLanguage(text, locale).text;
