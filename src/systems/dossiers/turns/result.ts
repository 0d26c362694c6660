/** The result (kết quả): signed by the competent person, numbered and sealed by the clerk, handed over. */
import { dayOf, type Instant, isoOf } from '../../../platform/calendar/instant.ts';
import type { Command } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse, type RowChange } from '../../../platform/cases/decision.ts';
import type { Json } from '../../../platform/db/json.ts';
import { lastDayOf } from '../../results/index.ts';
import { type DossierState, currentStep, isClosed, mustBeToldEarly, openParts } from '../dossier-state.ts';
import { arriveAt, dims } from '../process.ts';
import { arrive, stepAfter } from './arrival.ts';
import { callOffParts, refuseUnended } from './linked.ts';
import { type DossierContext, refuseOthers, workable } from '../your-step.ts';
import { isResultUnderway, openResultTransfer } from './transfer.ts';

export interface SignResult extends Command {
  readonly outcome: 'approved' | 'rejected';
  /** For a rejection: the written reasons. */
  readonly reason: string;
  /** The paper with the person's signature, already stored. */
  readonly file: { readonly id: string; readonly sha256: string };
  /** Printed on the paper, for its public page. */
  readonly checkCode?: string;
}

export interface IssueResult extends Command {
  readonly number: string;
  /** The paper with the agency's seal too. */
  readonly file: { readonly id: string; readonly sha256: string };
  /** Id of the issued document. */
  readonly document: string;
  /** What its public page says; without it nothing is published, as for results on paper alone. */
  readonly published?: {
    readonly code: string;
    readonly meaning: string;
    readonly title: string;
    readonly signers: readonly { readonly [key: string]: Json }[];
  };
}

export interface HandOver extends Command {
  readonly how: 'counter' | 'post' | 'electronic';
  readonly to: string;
  /** How the applicant was told before, of a result that is early and was announced to nobody. */
  readonly told?: 'phone' | 'in-person';
}

export function decideSign(dossier: DossierState, command: SignResult, context: DossierContext): Decision | Refusal {
  const { at } = context;
  const step = workable(dossier, context);
  if ('kind' in step) return step;
  if (!step.actions.includes('sign')) return refuse('dossiers.nothing-to-sign');
  if (command.outcome === 'rejected' && command.reason.trim() === '') return refuse('dossiers.reason-missing');
  // a refusal of the whole waits for nobody: it calls the parts off
  const unended = command.outcome === 'approved' ? refuseUnended(dossier, step) : undefined;
  if (unended) return unended;
  const next = stepAfter(dossier, currentStep(dossier));
  if (!next) throw new Error(`the pinned process of ${dossier.code} ends with a signature`);
  const arrived = arrive({ ...dossier, outcome: command.outcome }, next, context);
  const calledOff = command.outcome === 'rejected' ? callOffParts(dossier, at) : undefined;
  return decision({
    ...arrived,
    change: { outcome: command.outcome, ...arrived.change },
    timers: { ...arrived.timers, ...calledOff?.timers },
    rows: [
      ...arrived.rows,
      ...(calledOff?.rows ?? []),
      {
        table: 'dossiers.dossier',
        op: 'update',
        key: { case_id: dossier.id },
        values: { signed_at: isoOf(at), signed_file: command.file.id, check_code: command.checkCode ?? null },
      },
    ],
    entries: [
      {
        type: 'dossiers.result-signed',
        dims: dims(dossier, at),
        body: {
          code: dossier.code,
          outcome: command.outcome,
          step: step.key,
          file: command.file.id,
          sha256: command.file.sha256,
        },
        content: { reason: command.outcome === 'rejected' ? command.reason : undefined },
      },
      ...(calledOff?.entries ?? []),
      ...arrived.entries,
    ],
  });
}

/** A process that names no sealing issues at the step that returns the result. */
const ISSUING = ['number', 'seal', 'return'] as const;

/** With number, date and seal the result exists: the legal clock stops here, whenever it is collected. */
export function decideIssue(dossier: DossierState, command: IssueResult, context: DossierContext): Decision | Refusal {
  const { at, legal } = context;
  const step = workable(dossier, context);
  if ('kind' in step) return step;
  if (dossier.resultNumber !== null) return refuse('dossiers.already-numbered');
  if (dossier.signedAt === null) return refuse('dossiers.not-signed');
  if (!ISSUING.some((action) => step.actions.includes(action))) return refuse('dossiers.nothing-to-number');
  if (openParts(dossier).length > 0) return refuse('dossiers.parts-open');
  const next = stepAfter(dossier, currentStep(dossier));
  const early = mustBeToldEarly(dossier, at);
  const announces = early && dossier.reachable;
  return decision({
    change: {
      status: 'decided',
      ...(next
        ? arriveAt(dossier, next, at, legal)
        : {
            holding_unit: dossier.returningUnit,
            step_role: dossier.steps[0]?.role ?? null,
            assignee_id: null,
            step_due_at: null,
          }),
    },
    clock: stopClock(dossier, at),
    timers: { 'dossiers.silence': null },
    rows: [
      {
        table: 'dossiers.dossier',
        op: 'update',
        key: { case_id: dossier.id },
        values: {
          result_number: command.number,
          result_file: command.file.id,
          ...(announces ? { early_told_at: isoOf(at) } : {}),
        },
      },
      ...publication(dossier, command, at),
      ...openResultTransfer(dossier, at),
    ],
    entries: [
      {
        type: 'dossiers.result-issued',
        dims: { ...dims(dossier, at), outcome: dossier.outcome, early: early ? true : undefined },
        body: {
          code: dossier.code,
          number: command.number,
          file: command.file.id,
          sha256: command.file.sha256,
          document: command.document,
        },
      },
      ...(announces ? [toldEarly(dossier, 'notice', at)] : []),
    ],
  });
}

export function publication(dossier: DossierState, command: IssueResult, at: Instant): RowChange[] {
  const { published, file } = command;
  if (!published) return [];
  return [
    {
      table: 'documents.issued_document',
      op: 'insert',
      values: {
        id: command.document,
        ...published,
        subject_type: dossier.kind,
        subject_id: dossier.id,
        unit_id: dossier.competentUnit,
        number: command.number,
        file_id: file.id,
        digest: file.sha256,
        issued_at: isoOf(at),
        valid_until: lastDayOf(resultOf(dossier), dayOf(at)),
        simulated: dossier.simulated,
      },
    },
  ];
}

/** A rejection counts until something else is decided. */
const resultOf = ({ outcome, definition }: DossierState) =>
  outcome === 'rejected' ? undefined : definition.results[0];

/** The returning office hands over, or who holds a last step of returning. */
export function decideHandOver(dossier: DossierState, command: HandOver, context: DossierContext): Decision | Refusal {
  const { at } = context;
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  if (dossier.status !== 'decided') return refuse('dossiers.no-result-yet');
  const steps = [dossier.steps[0], currentStep(dossier)].filter((step) => step !== undefined);
  const others = steps.map((step) => refuseOthers(dossier, step, context));
  if (others.every((refusal) => refusal !== undefined)) return others[0] ?? refuse('dossiers.no-result-yet');
  const early = mustBeToldEarly(dossier, at);
  if (early && command.told === undefined) return refuse('dossiers.early-not-told');
  if (command.how === 'counter' && isResultUnderway(dossier)) return refuse('dossiers.result-underway');
  return decision({
    change: { status: 'closed', closed_at: at, waiting: null, step_due_at: null, assignee_id: null },
    rows: early
      ? [
          {
            table: 'dossiers.dossier',
            op: 'update',
            key: { case_id: dossier.id },
            values: { early_told_at: isoOf(at) },
          },
        ]
      : [],
    entries: [
      ...(early && command.told ? [toldEarly(dossier, command.told, at)] : []),
      {
        type: 'dossiers.result-returned',
        dims: { ...dims(dossier, at), outcome: dossier.outcome },
        body: { code: dossier.code, how: command.how },
        content: { to: command.to === '' ? undefined : command.to },
      },
    ],
  });
}

/** Before the hand-over, or by the same act. */
const toldEarly = (dossier: DossierState, how: string, at: Instant): Decision['entries'][number] => ({
  type: 'dossiers.early-result-told',
  dims: dims(dossier, at),
  body: { code: dossier.code, how, due: dossier.dueAt === null ? null : isoOf(dossier.dueAt) },
});

export const stopClock = (dossier: DossierState, at: Instant): Decision['clock'] =>
  dossier.clock.length > 0 ? [{ kind: 'stopped', at, reason: 'decided' }] : [];
