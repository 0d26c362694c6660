/** Performing an act of a simulation at its moment, through the verb that a page would call. */
import { sql } from 'kysely';
import { type Day, dayOf, type Instant } from '../platform/calendar/instant.ts';
import type { Outcome } from '../platform/cases/act.ts';
import { newId } from '../platform/db/ids.ts';
import { OFFICE_PART } from '../platform/documents/results/compile-template.ts';
import type { Answers } from '../platform/forms/answers.ts';
import type { Platform } from '../platform/system/platform.ts';
import * as dossiers from '../systems/dossiers/dossiers.ts';
import { issueResult, signResult } from '../systems/dossiers/finish-result.ts';
import { loadDossier } from '../systems/dossiers/load-dossier.ts';
import { findOfficePart, officeOf } from '../systems/dossiers/office-part.ts';
import { titlesOf } from '../systems/dossiers/paper-signer.ts';
import type { PaperSigner } from '../systems/dossiers/result-papers.ts';
import type { DossierActor } from '../systems/dossiers/dossiers.ts';
import { findPaymentRequest } from '../systems/payments/index.ts';
import { takeMessage } from '../systems/payments/requests.ts';
import { inventAnswers } from './invented-answers.ts';
import { inventPerson, type NameParts } from './invented-person.ts';
import { chanceOf } from './random.ts';
import type { SimulatedPapers } from './simulated-papers.ts';
import type { Act } from './turn-act.ts';

export interface Stage {
  readonly platform: Platform;
  readonly papers: SimulatedPapers;
  readonly names: NameParts;
  /** Results are printed from their templates and signed with the test keys; otherwise all are one unsigned page. */
  readonly signs: boolean;
}

/** `not-yet`: the bank was not asked for the money so far. */
export async function perform(stage: Stage, act: Act, at: Instant): Promise<Outcome['kind'] | 'not-yet'> {
  if (act.verb === 'pay-by-bank') return payByBank(stage, act.caseId, at);
  const outcome = await call(stage, act, at);
  return outcome.kind;
}

async function call(stage: Stage, act: Exclude<Act, { verb: 'pay-by-bank' }>, at: Instant): Promise<Outcome> {
  const { platform, papers, signs } = stage;
  const env = { ...(platform.acting as unknown as Parameters<typeof dossiers.acceptDossier>[0]), clock: () => at };
  const { caseId } = act.command;
  const result = () => papers.store({ caseId, purpose: 'result', at });
  switch (act.verb) {
    case 'accept':
      return dossiers.acceptDossier(env, act.actor, { ...act.command, exemption: { holds: true, reason: '' } });
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
      return dossiers.completeStep(env, act.actor, {
        ...act.command,
        ...(signs ? await fillOfficePart(stage, caseId, at) : {}),
      });
    case 'send-back':
      return dossiers.sendBack(env, act.actor, act.command);
    case 'apologise':
      return dossiers.apologise(env, act.actor, act.command);
    case 'answer-draft':
      return dossiers.answerDraft(env, act.actor, act.command);
    case 'hand-over':
      return dossiers.handOver(env, act.actor, act.command);
    case 'sign':
      if (signs) return signSimulated(stage, act, at);
      return dossiers.recordSignature(env, act.actor, { ...act.command, file: await result() });
    case 'issue': {
      if (signs) return issueResult(timed(platform, at), act.actor, act.command);
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

const timed = (platform: Platform, at: Instant) =>
  ({ ...platform, clock: () => at, acting: { ...platform.acting, clock: () => at } }) as unknown as Parameters<
    typeof issueResult
  >[0];

/** What the office writes on the paper, at the step that prepares it. */
async function fillOfficePart(
  { platform, names }: Stage,
  caseId: string,
  at: Instant,
): Promise<{ readonly office?: Answers }> {
  const dossier = await loadDossier(timed(platform, at).db, { id: caseId }, 'all');
  const part = dossier && (await findOfficePart(platform, dossier, at));
  if (!part) return {};
  const { context, answers } = part.request;
  const chance = chanceOf(`office ${caseId}`);
  const filled = inventAnswers(part.template.form, {
    chance,
    names,
    context,
    requester: inventPerson(chance, names, { today: context.today }),
    fileFor: () => caseId,
    rest: { section: OFFICE_PART, answers },
  });
  return { office: officeOf(filled) };
}

async function signSimulated(
  { platform }: Stage,
  { actor, command }: Extract<Act, { verb: 'sign' }>,
  at: Instant,
): Promise<Outcome> {
  const signer = await findSigner(platform.db, actor, dayOf(at));
  return signResult(timed(platform, at), actor, { ...command, signer });
}

async function findSigner(db: Platform['db'], { actor }: DossierActor, day: Day): Promise<PaperSigner> {
  const found = await sql<{ name: string; title: string }>`
    select a.name, p.title ->> 'vi' as title from identity.account a, organisation.position p
    where a.id = ${actor.account ?? null} and p.id = ${actor.position ?? null}
  `.execute(db);
  const [row] = found.rows;
  if (!row) throw new Error('a simulated leader holds no position');
  const titles = await titlesOf(db, row.title, { manner: 'full', day });
  return { positionId: actor.position as string, name: row.name, titles };
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
