/** Endings without a result: not accepted, withdrawn, stopped. */
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import { type Instant, isoOf } from '../../../platform/calendar/instant.ts';
import type { Json } from '../../../platform/db/json.ts';
import { type DossierOutcome, type DossierState, isClosed } from '../dossier-state.ts';
import { answered, dims } from '../process.ts';
import { issueSlip, type SlipToIssue } from '../slip-number.ts';
import { type DossierContext, refuseAtPresentStep, workable } from '../your-step.ts';

export interface EndDossier extends Command {
  readonly reason: string;
}

/** Refusal at reception (form "phiếu từ chối"): only before acceptance, always with a reason. */
export function decideRefusal(dossier: DossierState, command: EndDossier, context: DossierContext): Decision | Refusal {
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  if (dossier.status !== 'submitted') return refuse('dossiers.not-waiting-for-reception');
  const others = refuseAtPresentStep(dossier, context);
  if (others) return others;
  if (command.reason.trim() === '') return refuse('dossiers.reason-missing');
  return end(dossier, {
    outcome: 'not-accepted',
    type: 'dossiers.dossier-refused',
    issued: issueSlip(dossier, 'refusal', context.at),
    reason: command.reason,
    at: context.at,
  });
}

export function decideWithdrawal(
  dossier: DossierState,
  command: EndDossier,
  { at }: DecisionContext,
): Decision | Refusal {
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  if (dossier.status === 'decided') return refuse('dossiers.withdrawal-too-late');
  return end(dossier, { outcome: 'withdrawn', type: 'dossiers.dossier-withdrawn', reason: command.reason, at });
}

/** Stopping after acceptance, with the notice of the era; national status 8. */
export function decideStop(dossier: DossierState, command: EndDossier, context: DossierContext): Decision | Refusal {
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  if (dossier.status !== 'open') return refuse('dossiers.not-in-process');
  const others = refuseAtPresentStep(dossier, context);
  if (others) return others;
  if (command.reason.trim() === '') return refuse('dossiers.reason-missing');
  return end(dossier, {
    outcome: 'stopped',
    type: 'dossiers.dossier-stopped',
    issued: issueSlip(dossier, 'stop-notice', context.at),
    reason: command.reason,
    at: context.at,
  });
}

/**
 * Refusal after examination, by the refusal slip of the era and without a signed result: within the processing limit
 * (NĐ 61/2018 Điều 19 khoản 8). After it, it is still owed, and the entry says that it came late. National status 8.
 */
export function decideRefuseProcessing(
  dossier: DossierState,
  command: EndDossier,
  context: DossierContext,
): Decision | Refusal {
  const step = workable(dossier, context);
  if ('kind' in step) return step;
  if (command.reason.trim() === '') return refuse('dossiers.reason-missing');
  const { dueAt } = dossier;
  return end(dossier, {
    outcome: 'refused',
    type: 'dossiers.processing-refused',
    issued: issueSlip(dossier, 'refusal', context.at),
    reason: command.reason,
    at: context.at,
    more: {
      at_step: step.key,
      due: dueAt === null ? null : isoOf(dueAt),
      late: dueAt !== null && context.at > dueAt,
    },
  });
}

function end(
  dossier: DossierState,
  ending: {
    outcome: DossierOutcome;
    type: string;
    issued?: SlipToIssue;
    reason: string;
    at: Instant;
    more?: Readonly<Record<string, Json>>;
  },
): Decision {
  const { outcome, type, issued, reason, at, more } = ending;
  const runs = dossier.clock.length > 0;
  return decision({
    ...(issued?.number && { number: issued.number }),
    change: {
      status: 'closed',
      outcome,
      waiting: null,
      closed_at: at,
      step_due_at: null,
      answer_due_at: null,
      assignee_id: null,
    },
    clock: runs ? [{ kind: 'stopped', at, reason: outcome }] : [],
    timers: { 'dossiers.silence': null, 'dossiers.draft': null },
    entries: [
      {
        type,
        dims: outcome === 'not-accepted' ? answered(dossier, at) : dims(dossier, at),
        // who withdraws gets no slip
        version: issued ? 2 : 1,
        body: { code: dossier.code, outcome, ...more, ...(issued && { slip: issued.slip }) },
        content: { reason: reason.trim() === '' ? undefined : reason },
      },
    ],
  });
}
