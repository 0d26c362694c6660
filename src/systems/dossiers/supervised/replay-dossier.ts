/** A dossier at any moment of its past, from the journal alone: what rules of supervision may read of it when they are tried on a period. */
import { sql } from 'kysely';
import { type Instant, instant } from '../../../platform/calendar/instant.ts';
import { clockOfRows, type Row } from '../../../platform/cases/rebuild-case.ts';
import type { SupervisedReplay } from '../../../platform/cases/supervised.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { getVersion, type PinnedVersion } from '../../procedures/index.ts';
import type { DossierState } from '../dossier-state.ts';
import type { DossierTables } from '../tables.ts';
import { sendByOf } from './send-by.ts';
import { reckonedLater } from './replayed-papers.ts';

type Versions = ReadonlyMap<string, PinnedVersion>;
type Both = Required<LocalText>;

const ANSWERS: Both = {
  vi: 'tùy nội dung người nộp đã khai; hồ sơ nào nội dung ấy đã bị xóa thì không xét',
  en: 'rests on what the applicant has declared; not known of dossiers where that has been erased',
};
const SECTIONS: Both = {
  vi: 'tùy các phòng của đơn vị, mà chỉ biết hiện nay',
  en: 'rests on the sections of the unit, which are known only as they are now',
};

/** Of what is closed, these stay candidates for what was due from the receipt on. */
const WITH_RESULT: ReadonlySet<DossierState['outcome']> = new Set(['approved', 'rejected', 'silence']);

export const replayDossier: SupervisedReplay<DossierTables, DossierState> = {
  unknown: { 'dossier.step_role': SECTIONS, 'dossier.step_unit': SECTIONS },
  texts: {
    names: ['answers', 'applicant'],
    values: {
      'dossier.fee_keys': ANSWERS,
      'dossier.fee_published': ANSWERS,
      'dossier.fee_assessed': ANSWERS,
      'dossier.component_keys': ANSWERS,
      'dossier.reachable': ANSWERS,
    },
  },
  async know(db) {
    const pinned = await sql<{ id: string }>`
      select distinct definition_id as id from cases.case where kind = 'dossier' and definition_id is not null
    `.execute(db);
    const versions = new Map<string, PinnedVersion>();
    for (const { id } of pinned.rows) {
      const version = await getVersion(db, id);
      if (version) versions.set(id, version);
    }
    return versions;
  },
  state(id, rows, known, beside) {
    const kase = rows.get('cases.case')?.get(id);
    const dossier = rows.get('dossiers.dossier')?.get(id);
    const version = (known as Versions).get(text(kase?.definition_id) ?? '');
    if (!kase || !dossier || !version) return undefined;
    const state: Partial<DossierState> = {
      id,
      kind: 'dossier',
      version: kase.version as number,
      clock: clockOfRows(rows.get('cases.clock_event')?.values() ?? []),
      assignments: rows.get('cases.assignment')?.size ?? 0,
      competent_unit: text(kase.competent_unit),
      code: kase.code as string,
      status: kase.status as DossierState['status'],
      outcome: text(kase.outcome) as DossierState['outcome'],
      step: text(kase.step),
      waiting: text(kase.waiting) as DossierState['waiting'],
      channel: kase.channel as DossierState['channel'],
      receivingUnit: text(kase.receiving_unit) ?? '',
      competentUnit: text(kase.competent_unit) ?? '',
      returningUnit: text(kase.returning_unit) ?? '',
      holdingUnit: text(kase.holding_unit),
      assignee: text(kase.assignee_id),
      accountId: text(dossier.account_id),
      openedAt: instant(kase.opened_at as string),
      receivedAt: time(kase.received_at),
      promisedAt: time(kase.promised_at),
      answerDueAt: time(kase.answer_due_at),
      stepDueAt: time(kase.step_due_at),
      closedAt: time(kase.closed_at),
      dueAt: time(kase.due_at),
      definition: version.definition,
      term: text(kase.term),
      steps: [],
      consultations: [...(rows.get('cases.consultation')?.values() ?? [])].map(consultation),
      supplements: number(dossier.supplements),
      apologies: number(dossier.apologies),
      feeDue: number(dossier.fee_due),
      feePaid: number(dossier.fee_paid),
      earlyToldAt: time(dossier.early_told_at),
      signedAt: time(dossier.signed_at),
      simulated: kase.simulated === true,
      receiveBy: text(dossier.receive_by) as DossierState['receiveBy'],
      competentOffice: text(dossier.competent_office),
    };
    // what is left out is among the unknown values above, which are never asked for
    return reckonedLater(state as DossierState, { dossier, version, beside });
  },
  moments: {
    'answer-due': (state) => (state.status === 'submitted' ? known(state.answerDueAt) : undefined),
    due: (state) => (state.status === 'open' ? known(state.dueAt) : undefined),
    received: ({ closedAt, outcome, receivedAt }) =>
      closedAt === null || WITH_RESULT.has(outcome) ? known(receivedAt) : undefined,
    signed: (state) => (state.status === 'decided' ? known(state.signedAt) : undefined),
    transfer: (state, legal) =>
      state.closedAt === null
        ? state.transfers
            .filter(({ sentAt }) => sentAt === null)
            .flatMap((transfer) => sendByOf(transfer, legal) ?? [])
            .toSorted((a, b) => a - b)[0]
        : undefined,
    consultation: (state) =>
      state.closedAt === null
        ? state.consultations
            .filter(({ answeredAt }) => answeredAt === null)
            .map(({ dueAt }) => dueAt)
            .toSorted((a, b) => a - b)[0]
        : undefined,
  },
};

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown): number => Number(value ?? 0);
const time = (value: unknown): Instant | null => (typeof value === 'string' ? instant(value) : null);
const known = (at: Instant | null): Instant | undefined => at ?? undefined;

const consultation = (row: Row): DossierState['consultations'][number] => ({
  id: row.id as string,
  part: text(row.part),
  outcome: text(row.outcome) as DossierState['consultations'][number]['outcome'],
  reference: text(row.reference),
  fileId: text(row.file_id),
  unit: row.unit_id as string,
  unitName: { vi: '' },
  dueAt: instant(row.due_at as string),
  remindAt: time(row.remind_at),
  remindedAt: time(row.reminded_at),
  overdueAt: time(row.overdue_at),
  answeredAt: time(row.answered_at),
});
