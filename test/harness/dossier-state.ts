/** Dossiers for tests of turns: one before acceptance with a process of every kind of step, and what writing a decision makes of it. */
import { packCalendar } from './calendar.ts';
import { type Instant, instant } from '../../src/platform/calendar/instant.ts';
import type { Decision } from '../../src/platform/cases/decision.ts';
import { makeLegalClock } from '../../src/platform/cases/make-legal-clock.ts';
import { newId } from '../../src/platform/db/ids.ts';
import type { ProcedureDefinition } from '../../src/systems/procedures/index.ts';
import type { Consultation, DossierState, PartOutcome, PlannedStep } from '../../src/systems/dossiers/dossier-state.ts';
import { ACCEPTED, hasBegun } from '../../src/systems/dossiers/national-status.ts';

const calendar = packCalendar();
export const legal = makeLegalClock(
  () => calendar,
  () => undefined,
);
const actor = { id: newId(), kind: 'person' as const };
export const command = { commandId: newId(), caseId: newId() };
/** Whoever acts holds the role of every step: who may act is shown elsewhere. */
export const contextAt = (at: Instant) => ({ actor, at, legal, rolesAt: () => ['CV'] });

export const step = (key: string, actions: PlannedStep['actions'], more: Partial<PlannedStep> = {}): PlannedStep => ({
  key,
  name: { vi: key },
  role: 'CV',
  actions,
  unitId: `unit-of-${key}`,
  budgetMinutes: 60,
  ...more,
});

export const STEPS = [
  step('receive', ['receive']),
  step('examine', ['examine', 'draft']),
  step('confirm-draft', ['confirm-draft'], { pauses: 'draft-confirmation', budgetMinutes: null }),
  step('sign', ['sign']),
  step('pay', ['ask-payment'], { pauses: 'financial-obligation', budgetMinutes: null }),
  step('issue', ['number', 'seal']),
];

const definition = {
  field: { code: 'ho-tich' },
  code: '1.000001',
  name: { vi: 'Thủ tục để thử' },
  silence: { effect: 'consent', after: '5wd', outcome: { vi: '' }, basis: 'Luật Quảng cáo, Điều 30' },
  draftConfirmation: {
    after: '1d',
    silence: 'confirmed',
    channels: ['online'],
    afterStep: 'examine',
    pausesClock: true,
  },
} as unknown as ProcedureDefinition;

export const fee = (key: string, payable: 'receipt' | 'processing') => ({
  key,
  name: { vi: key },
  amount: 8000,
  payable,
  confirm: false,
});

export function aDossier(more: Partial<DossierState> = {}): DossierState {
  return {
    id: command.caseId,
    kind: 'dossier',
    version: 1,
    clock: [],
    assignments: 0,
    competent_unit: 'competent',
    code: 'H53.101.1-261123-0001',
    status: 'submitted',
    outcome: null,
    exemption: null,
    feesInFull: [],
    step: 'receive',
    waiting: null,
    begun: false,
    channel: 'online',
    receivingUnit: 'receiving',
    competentUnit: 'competent',
    returningUnit: 'receiving',
    competentOffice: null,
    transfers: [],
    originals: 0,
    digitisations: [],
    holdingUnit: 'receiving',
    assignee: null,
    accountId: null,
    openedAt: instant('2026-11-02T08:00'),
    receivedAt: null,
    promisedAt: null,
    answerDueAt: null,
    stepDueAt: null,
    closedAt: null,
    dueAt: null,
    definition,
    term: '5wd',
    steps: STEPS,
    linked: [],
    consultations: [],
    supplements: 0,
    apologies: 0,
    apologyDraft: null,
    feeDue: 0,
    feePaid: 0,
    fees: [fee('copies', 'receipt'), fee('permit', 'processing')],
    assessed: [{ key: 'income-tax', name: { vi: 'Thuế thu nhập cá nhân' } }],
    components: [],
    draft: 'none',
    reachable: true,
    earlyToldAt: null,
    turnRules: [],
    signedAt: null,
    signedFile: null,
    resultFile: null,
    resultNumber: null,
    issuedPaper: null,
    receiveBy: 'electronic',
    checkCode: null,
    simulated: false,
    ...more,
  };
}

/** As loading a dossier reads the journal. */

/** What writing a decision does to the state, as `actOnCase` and the next load do it. */
export function applied(dossier: DossierState, { change, clock, rows, entries }: Decision): DossierState {
  const own = Object.assign(
    {},
    ...rows
      .filter((row) => row.table === 'dossiers.dossier' && row.op === 'update')
      .map((row) => (row.op === 'update' ? row.values : {})),
  ) as Record<string, unknown>;
  const events = [...dossier.clock, ...clock];
  return {
    ...dossier,
    version: dossier.version + 1,
    clock: events,
    status: change.status ?? dossier.status,
    outcome: change.outcome === undefined ? dossier.outcome : (change.outcome as DossierState['outcome']),
    step: change.step === undefined ? dossier.step : change.step,
    waiting: change.waiting === undefined ? dossier.waiting : (change.waiting as DossierState['waiting']),
    begun:
      dossier.begun ||
      hasBegun([...(dossier.status === 'submitted' ? [] : [ACCEPTED]), ...entries.map(({ type }) => type)]),
    assignee: change.assignee_id === undefined ? dossier.assignee : change.assignee_id,
    holdingUnit: change.holding_unit === undefined ? dossier.holdingUnit : change.holding_unit,
    receivedAt: change.received_at ?? dossier.receivedAt,
    promisedAt: change.promised_at ?? dossier.promisedAt,
    closedAt: change.closed_at ?? dossier.closedAt,
    dueAt: clock.length === 0 ? dossier.dueAt : legal.caseDue(events, null),
    consultations: consultationsAfter(dossier.consultations, rows),
    supplements: (own.supplements as number | undefined) ?? dossier.supplements,
    apologies: (own.apologies as number | undefined) ?? dossier.apologies,
    apologyDraft:
      typeof own.apology_until === 'string'
        ? { until: instant(own.apology_until) }
        : clock.length === 0
          ? dossier.apologyDraft
          : null,
    feeDue: (own.fee_due as number | undefined) ?? dossier.feeDue,
    feePaid: (own.fee_paid as number | undefined) ?? dossier.feePaid,
    draft: (own.draft as DossierState['draft'] | undefined) ?? dossier.draft,
    earlyToldAt: typeof own.early_told_at === 'string' ? instant(own.early_told_at) : dossier.earlyToldAt,
    signedAt:
      'signed_at' in own ? (own.signed_at === null ? null : instant(own.signed_at as string)) : dossier.signedAt,
    resultNumber: (own.result_number as string | undefined) ?? dossier.resultNumber,
  };
}

function consultationsAfter(known: readonly Consultation[], rows: Decision['rows']): Consultation[] {
  const own = rows.filter(({ table }) => table === 'cases.consultation');
  const time = (value: unknown) => (typeof value === 'string' ? instant(value) : null);
  const asked = own.flatMap((row) => (row.op === 'insert' ? [row.values] : []));
  const updates = own.flatMap((row) => (row.op === 'update' ? [{ id: row.key.id, ...row.values }] : []));
  const all = [
    ...known,
    ...asked.map((row) => ({
      id: row.id as string,
      part: (row.part as string | undefined) ?? null,
      outcome: null,
      reference: null,
      fileId: null,
      unit: row.unit_id as string,
      unitName: { vi: row.unit_id as string },
      dueAt: instant(row.due_at as string),
      remindAt: time(row.remind_at),
      remindedAt: null,
      overdueAt: null,
      answeredAt: null,
    })),
  ];
  return all.map((one) => {
    const values: Record<string, unknown> = Object.assign({}, ...updates.filter(({ id }) => id === one.id));
    return {
      ...one,
      remindedAt: time(values.reminded_at) ?? one.remindedAt,
      overdueAt: time(values.overdue_at) ?? one.overdueAt,
      answeredAt: time(values.answered_at) ?? one.answeredAt,
      outcome: (values.outcome as PartOutcome | undefined) ?? one.outcome,
      reference: (values.reference as string | undefined) ?? one.reference,
      fileId: (values.file_id as string | undefined) ?? one.fileId,
    };
  });
}
