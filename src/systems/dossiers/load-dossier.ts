/** Loading a dossier: its case, its own row, and the pinned plan that its answers give. */
import type { Db } from '../../platform/db/database.ts';
import { type Selectable, sql } from 'kysely';
import { type Instant, instant } from '../../platform/calendar/instant.ts';
import { type CaseScope, loadCase } from '../../platform/cases/load-case.ts';
import type { Answers } from '../../platform/forms/answers.ts';
import { readEmail } from '../../platform/notifications/recipient.ts';
import { isMobile, readPhone } from '../../platform/text/phone.ts';
import { getVersion, planVersion } from '../procedures/index.ts';
import { resolveStepUnits, type UnitSection } from './competence.ts';
import type {
  Channel,
  Consultation,
  Digitisation,
  DossierOutcome,
  DossierState,
  PlannedStep,
  Transfer,
  Waiting,
} from './dossier-state.ts';
import { ACCEPTED, ASSIGNED, BEGINNING } from './national-status.ts';
import type { Applicant } from './submission.ts';
import type { DossierTables } from './tables.ts';
import type { TurnRule } from './turn-rules.ts';

export interface LoadedDossier extends DossierState {
  readonly applicant: Applicant;
  readonly answers: Answers;
  readonly areaCode: string;
  /** What the office has filled in for the result paper. */
  readonly office: Answers;
  readonly versionId: string;
  /** Key of the procedure's case it was planned by. */
  readonly caseKey: string | null;
  /** Some of its components came as files, among which a held paper may be. */
  readonly hasFiles: boolean;
}

/** Undefined when there is no such dossier in the scope. */
export async function loadDossier(
  db: Db<DossierTables>,
  by: { id: string } | { code: string },
  scope: CaseScope,
): Promise<LoadedDossier | undefined> {
  const found = await loadCase(db, by, scope, DOSSIER_PART);
  if (!found || found.kind !== 'dossier') return undefined;
  const { dossier } = found;
  const version = await getVersion(db, dossier.version_id);
  if (!version) throw new Error(`the pinned version ${dossier.version_id} of ${found.code} is gone`);
  const { applicant, answers, office } = readContents(found.contents ?? []);
  const areaCode = found.area ?? '';
  const question = {
    answers,
    channel: found.channel as Channel,
    commune: areaCode,
    at: found.opened_at,
    ...(dossier.case_key && { caseKey: dossier.case_key }),
    exemptionRefused: dossier.exemption === 'refused',
  };
  const plan = planVersion(version, question);
  const units = {
    receivingUnit: found.receiving_unit as string,
    competentUnit: found.competent_unit as string,
    returningUnit: found.returning_unit as string,
  };
  const unitOf = await resolveStepUnits(db, [...plan.steps, ...plan.linked], {
    ...units,
    sections: found.sections ?? [],
  });
  const steps: PlannedStep[] = plan.steps.map((step) => ({
    ...step,
    unitId: unitOf(step),
    budgetMinutes: step.minutes,
  }));
  return {
    ...units,
    id: found.id,
    kind: found.kind,
    version: found.version,
    clock: found.clock,
    assignments: found.assignments,
    competent_unit: found.competent_unit,
    code: found.code,
    status: found.status,
    outcome: found.outcome as DossierOutcome | null,
    step: found.step,
    waiting: found.waiting as Waiting | null,
    begun: found.begun,
    channel: found.channel as Channel,
    holdingUnit: found.holding_unit,
    assignee: found.assignee_id,
    accountId: dossier.account_id,
    openedAt: found.opened_at,
    receivedAt: found.received_at,
    promisedAt: found.promised_at,
    answerDueAt: found.answer_due_at,
    stepDueAt: found.step_due_at,
    closedAt: found.closed_at,
    dueAt: found.due_at,
    definition: version.definition,
    term: found.term,
    steps,
    competentOffice: dossier.competent_office,
    transfers: (found.transfers ?? []).map(readTransfer),
    originals: found.originals,
    linked: plan.linked.map((part) => ({ ...part, unitId: unitOf(part) })),
    digitisations: found.digitisations ?? [],
    consultations: (found.consultations ?? []).map(readConsultation),
    supplements: dossier.supplements,
    apologies: dossier.apologies,
    apologyDraft: draftedFor(dossier, found.due_at),
    feeDue: dossier.fee_due,
    feePaid: dossier.fee_paid,
    fees: plan.fees,
    exemption:
      plan.exemption === null || dossier.exemption === null ? null : { key: plan.exemption, state: dossier.exemption },
    feesInFull:
      dossier.exemption === 'claimed' ? planVersion(version, { ...question, exemptionRefused: true }).fees : plan.fees,
    assessed: plan.assessed,
    components: plan.components,
    draft: dossier.draft,
    reachable: isReachable(dossier.account_id, applicant),
    earlyToldAt: dossier.early_told_at === null ? null : instant(dossier.early_told_at),
    turnRules: found.rules ?? [],
    signedAt: dossier.signed_at === null ? null : instant(dossier.signed_at),
    signedFile: dossier.signed_file,
    resultFile: dossier.result_file,
    resultNumber: dossier.result_number,
    issuedPaper: found.paper && { ...found.paper, issuedAt: instant(found.paper.issuedAt) },
    receiveBy: dossier.receive_by,
    checkCode: dossier.check_code,
    applicant,
    answers,
    areaCode,
    office,
    versionId: version.id,
    caseKey: dossier.case_key,
    hasFiles: found.hasFiles,
    simulated: found.simulated,
  };
}

interface Content {
  readonly name: string;
  readonly body: string | null;
}

type TimeColumn = 'signed_at' | 'apology_for' | 'apology_until' | 'early_told_at';

interface DossierPart {
  readonly dossier: Omit<Selectable<DossierTables['dossiers.dossier']>, TimeColumn> & {
    readonly [Key in TimeColumn]: string | null;
  };
  readonly contents: readonly Content[] | null;
  readonly area: string | null;
  readonly sections: readonly UnitSection[] | null;
  readonly consultations: readonly StoredConsultation[] | null;
  readonly transfers: readonly StoredTransfer[] | null;
  readonly originals: number;
  readonly digitisations: readonly Digitisation[] | null;
  readonly rules: readonly TurnRule[] | null;
  readonly paper: { readonly id: string; readonly number: string; readonly issuedAt: string } | null;
  readonly begun: boolean;
  readonly hasFiles: boolean;
}

/** Somebody has taken it up: a column of the case `c`. */
export const BEGUN = sql<{ begun: boolean }>`exists (select 1 from journal.entry b where b.subject_id = c.id
    and (b.type = any(${BEGINNING}::text[]) or b.type = ${ASSIGNED} and exists (select 1 from journal.entry a
      where a.subject_id = c.id and a.type = ${ACCEPTED} and a.recorded_at < b.recorded_at))) as begun`;

const DOSSIER_PART = sql<DossierPart>`
  (select row_to_json(d) from dossiers.dossier d where d.case_id = c.id) as dossier,
  (select json_agg(json_build_object('name', t.name, 'body', t.body) order by t.id) from journal.content t
   where t.subject_id = c.id and t.name in ('applicant', 'answers', 'office')) as contents,
  ${BEGUN},
  (select json_agg(json_build_object('id', q.id, 'unit', q.unit_id, 'unitName', u.name, 'dueAt', q.due_at, 'remindAt', q.remind_at,
     'remindedAt', q.reminded_at, 'overdueAt', q.overdue_at, 'answeredAt', q.answered_at,
     'part', q.part, 'outcome', q.outcome, 'reference', q.reference, 'fileId', q.file_id) order by q.due_at, q.id)
   from cases.consultation q join organisation.unit u on u.id = q.unit_id where q.case_id = c.id) as consultations,
  (select json_agg(json_build_object('id', m.id, 'content', m.content, 'from', m.from_unit, 'to', m.to_unit, 'openedAt', m.opened_at, 'sendBy', m.send_by,
     'sentAt', m.sent_at, 'takenAt', m.taken_at, 'version', m.version) order by m.opened_at, m.id) from dossiers.transfer m where m.case_id = c.id) as transfers,
  (select json_agg(json_build_object('id', s.id, 'component', s.component, 'state', s.state, 'pages', s.pages, 'code', s.code,
     'fileId', s.file_id, 'version', s.version)) from dossiers.digitisation s where s.case_id = c.id) as digitisations,
  (select count(*)::integer from dossiers.component o where o.case_id = c.id and o.original) as originals,
  exists (select 1 from dossiers.component f where f.case_id = c.id and f.file_id is not null) as "hasFiles",
  (select json_agg(json_build_object('rule', r.rule, 'from', r.valid_from, 'effect', r.effect, 'term', r.term)) from dossiers.turn_rule r) as rules,
  (select json_build_object('id', p.id, 'number', p.number, 'issuedAt', p.issued_at)
   from documents.issued_document p join dossiers.dossier d on d.case_id = p.subject_id and d.result_file = p.file_id::text
   where p.subject_id = c.id and p.number is not null and p.replaced_by is null and p.revoked_at is null limit 1) as paper,
  (select e.sealed::jsonb #>> '{dims,area}' from journal.entry e
   where e.subject_id = c.id and e.type = 'dossiers.dossier-submitted' order by e.recorded_at limit 1) as area,
  (select json_agg(json_build_object('id', u.id, 'section', u.section)) from organisation.unit u
   where u.parent_id = c.competent_unit and u.section is not null) as sections`;

/** As notices look for whom to tell (platform/notifications/recipient.ts). */
export function isReachable(accountId: string | null, { phone, email }: Applicant): boolean {
  const read = phone === undefined ? undefined : readPhone(phone).value;
  return accountId !== null || readEmail(email) !== undefined || (read !== undefined && isMobile(read));
}

function draftedFor(
  { apologies, apology_for: due, apology_until: until }: DossierPart['dossier'],
  dueAt: Instant | null,
): LoadedDossier['apologyDraft'] {
  if (apologies > 0 || due === null || until === null || instant(due) !== dueAt) return null;
  return { until: instant(until) };
}

/** As JSON gives it: times are texts. */
type Stored<T> = {
  readonly [Key in keyof T]: number extends T[Key]
    ? T[Key]
    : Instant extends T[Key]
      ? string | Extract<T[Key], null>
      : T[Key];
};
type StoredConsultation = Stored<Consultation>;
type StoredTransfer = Stored<Transfer>;

const readTransfer = ({ openedAt, sendBy, sentAt, takenAt, ...rest }: StoredTransfer): Transfer => ({
  ...rest,
  openedAt: instant(openedAt),
  sendBy: sendBy === null ? null : instant(sendBy),
  sentAt: sentAt === null ? null : instant(sentAt),
  takenAt: takenAt === null ? null : instant(takenAt),
});

function readConsultation(stored: StoredConsultation): Consultation {
  const at = (time: string | null) => (time === null ? null : instant(time));
  return {
    ...stored,
    dueAt: instant(stored.dueAt),
    remindAt: at(stored.remindAt),
    remindedAt: at(stored.remindedAt),
    overdueAt: at(stored.overdueAt),
    answeredAt: at(stored.answeredAt),
  };
}

/** The applicant and the newest answers: from the submission, or as corrected with a supplement. */
function readContents(rows: readonly Content[]): Pick<LoadedDossier, 'applicant' | 'answers' | 'office'> {
  const newest = (name: string) => rows.findLast((row) => row.name === name && row.body !== null)?.body;
  const applicant = newest('applicant');
  const answers = newest('answers');
  const office = newest('office');
  return {
    applicant: applicant ? (JSON.parse(applicant) as Applicant) : { name: '' },
    answers: answers ? (JSON.parse(answers) as Answers) : {},
    office: office ? (JSON.parse(office) as Answers) : {},
  };
}
