/** Acceptance (tiếp nhận): the dossier is complete, the clock starts, the return time is promised. */
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { isoOf } from '../../../platform/calendar/instant.ts';
import { type DossierState, isClosed } from '../dossier-state.ts';
import { answered, arriveAt } from '../process.ts';
import { issueSlip } from '../slip-number.ts';
import { type DossierContext, refuseOthers } from '../your-step.ts';
import { arrive, stepAfter } from './arrival.ts';
import { askToPay } from './asking.ts';
import { openPapersTransfer } from './transfer.ts';

export interface AcceptDossier extends Command {
  /** What the officer has seen in paper at the counter and given back, by component key. */
  readonly shown?: readonly string[];
  /** Where an exemption from fees is claimed: whether its evidence holds, and why not. */
  readonly exemption?: { readonly holds: boolean; readonly reason: string };
}

/** NĐ 61/2018 Điều 17: complete means accepted, with a receipt that names the return time. Fees payable at receipt are asked at once online, and stop the clock until paid. */
export function decideAcceptance(
  dossier: DossierState,
  command: AcceptDossier,
  context: DossierContext,
): Decision | Refusal {
  const { at, legal } = context;
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  if (dossier.status !== 'submitted' || dossier.waiting !== null) return refuse('dossiers.not-waiting-for-reception');
  const first = dossier.steps[0];
  if (!first) throw new Error(`the pinned process of ${dossier.code} has no step`);
  const others = refuseOthers(dossier, first, context);
  if (others) return others;

  const judged = judgeExemption(dossier, command);
  if ('kind' in judged) return judged;

  const promised = dossier.term === null ? null : legal.dueAt(at, dossier.term, { unit: dossier.competentUnit });
  const after = stepAfter(dossier, first) ?? first;
  const owed = judged.fees.filter((fee) => fee.payable === 'receipt' && fee.amount > 0);
  const total = owed.reduce((sum, fee) => sum + fee.amount, 0);
  const asksNow = dossier.channel === 'online' && total > dossier.feePaid;
  const started: Decision['clock'] = dossier.term === null ? [] : [{ kind: 'started', at, term: dossier.term }];
  const payment = asksNow ? askToPay(dossier, { items: owed, due: total }, at) : undefined;
  const arrived = payment ? undefined : arrive({ ...dossier, feeDue: total }, after, context);
  const { slip, ...numbered } = issueSlip(dossier, 'receipt', at);
  return decision({
    ...numbered,
    change: {
      status: 'open',
      received_at: at,
      answer_due_at: null,
      ...(promised === null ? {} : { promised_at: promised }),
      ...arriveAt(dossier, after, at, legal),
      ...(payment ?? arrived)?.change,
    },
    clock: [...started, ...((payment ?? arrived)?.clock ?? [])],
    timers: { ...silenceTimer(dossier, { at, legal }), ...arrived?.timers },
    rows: [
      {
        table: 'dossiers.dossier',
        op: 'update',
        key: { case_id: dossier.id },
        values: { fee_due: total, ...judged.row },
      },
      ...((payment ?? arrived)?.rows ?? []),
      ...openPapersTransfer(dossier, context),
    ],
    entries: [
      {
        type: 'dossiers.dossier-accepted',
        version: 2,
        dims: answered(dossier, at),
        body: {
          code: dossier.code,
          term: dossier.term,
          promised: promised === null ? null : isoOf(promised),
          shown: command.shown ?? [],
          next_step: after.key,
          slip,
        },
      },
      ...judged.entries,
      ...((payment ?? arrived)?.entries ?? []),
    ],
    answer: { code: dossier.code },
  });
}

/** A claim must be judged by who accepts; refused, the full fees are owed. */
function judgeExemption(
  { exemption, fees, feesInFull, code }: DossierState,
  { exemption: judgement }: AcceptDossier,
):
  | Refusal
  | (Pick<Decision, 'entries'> & { readonly fees: DossierState['fees']; readonly row: Record<string, string> }) {
  if (exemption?.state !== 'claimed') return { fees, row: {}, entries: [] };
  if (!judgement) return refuse('dossiers.exemption-undecided');
  const { holds, reason } = judgement;
  if (!holds && reason.trim() === '') return refuse('dossiers.exemption-reason');
  const sum = (list: DossierState['fees']): number => list.reduce((total, fee) => total + fee.amount, 0);
  return {
    fees: holds ? fees : feesInFull,
    row: { exemption: holds ? 'confirmed' : 'refused' },
    entries: [
      {
        type: 'dossiers.exemption-judged',
        body: { code, exemption: exemption.key, holds, difference: sum(feesInFull) - sum(fees) },
        content: { reason: holds ? undefined : reason },
      },
    ],
  };
}

/** Where the law lets silence be consent, a timer stands at the end of that term. */
export function silenceTimer(
  dossier: Pick<DossierState, 'definition' | 'competentUnit'>,
  { at, legal }: Pick<DecisionContext, 'at' | 'legal'>,
): Decision['timers'] {
  const { silence } = dossier.definition;
  return silence.effect === 'consent'
    ? { 'dossiers.silence': legal.dueAt(at, silence.after, { unit: dossier.competentUnit }) }
    : {};
}
