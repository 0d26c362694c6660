/** Performing an act of a simulation at its moment, through the verb that a page would call. */
import type { Instant } from '../platform/calendar/instant.ts';
import { dayOf } from '../platform/calendar/instant.ts';
import type { Outcome } from '../platform/cases/act.ts';
import { newId } from '../platform/db/ids.ts';
import type { Platform } from '../platform/system/platform.ts';
import * as dossiers from '../systems/dossiers/dossiers.ts';
import { findPaymentRequest } from '../systems/payments/index.ts';
import { takeMessage } from '../systems/payments/requests.ts';
import type { SimulatedPapers } from './simulated-papers.ts';
import type { Act } from './turn-act.ts';

export interface Stage {
  readonly platform: Platform;
  readonly papers: SimulatedPapers;
}

/** `not-yet`: the bank was not asked for the money so far. */
export async function perform(stage: Stage, act: Act, at: Instant): Promise<Outcome['kind'] | 'not-yet'> {
  if (act.verb === 'pay-by-bank') return payByBank(stage, act.caseId, at);
  const outcome = await call(stage, act, at);
  return outcome.kind;
}

async function call(
  { platform, papers }: Stage,
  act: Exclude<Act, { verb: 'pay-by-bank' }>,
  at: Instant,
): Promise<Outcome> {
  const env = { ...(platform.acting as unknown as Parameters<typeof dossiers.acceptDossier>[0]), clock: () => at };
  const { caseId } = act.command;
  const result = () => papers.store({ caseId, purpose: 'result', at });
  switch (act.verb) {
    case 'accept':
      return dossiers.acceptDossier(env, act.actor, act.command);
    case 'refuse':
      return dossiers.refuseDossier(env, act.actor, act.command);
    case 'withdraw':
      return dossiers.withdrawDossier(env, act.actor, act.command);
    case 'stop':
      return dossiers.stopDossier(env, act.actor, act.command);
    case 'ask-supplement':
      return dossiers.askForSupplement(env, act.actor, act.command);
    case 'record-payment':
      return dossiers.recordPayment(env, act.actor, act.command);
    case 'complete-step':
      return dossiers.completeStep(env, act.actor, act.command);
    case 'send-back':
      return dossiers.sendBack(env, act.actor, act.command);
    case 'apologise':
      return dossiers.apologise(env, act.actor, act.command);
    case 'answer-draft':
      return dossiers.answerDraft(env, act.actor, act.command);
    case 'hand-over':
      return dossiers.handOver(env, act.actor, act.command);
    case 'sign':
      return dossiers.recordSignature(env, act.actor, { ...act.command, file: await result() });
    case 'issue': {
      const number = `MP-${caseId.slice(0, 8)}/${dayOf(at).slice(0, 4)}`;
      return dossiers.recordIssue(env, act.actor, { ...act.command, number, file: await result() });
    }
    case 'supply': {
      const file = await papers.store({ caseId, purpose: 'component', component: act.component, at });
      const files = [{ id: newId(), component: act.component, fileId: file.id }];
      return dossiers.supplySupplement(env, act.actor, { ...act.command, files, note: '' });
    }
  }
}

/** What the bank would tell by its callback, told here: a simulated payment never leaves the program. */
async function payByBank({ platform }: Stage, caseId: string, at: Instant): Promise<Outcome['kind'] | 'not-yet'> {
  const request = await findPaymentRequest(platform.db, caseId);
  if (request?.state !== 'waiting') return 'not-yet';
  const message = {
    eventId: newId(),
    type: 'payment.succeeded' as const,
    sequence: 1,
    reference: request.reference,
    transactionId: `MP${request.reference.slice(2)}`,
    amount: request.amount,
  };
  const db = platform.db as unknown as Parameters<typeof takeMessage>[0];
  return (await takeMessage(db, message, at)) === 'settled' ? 'done' : 'refusal';
}
