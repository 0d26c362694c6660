/** Intake at the counter: what stands on its form becomes a dossier, handed in, accepted and, where it is paid now, receipted. */
import type { Outcome } from '../../../platform/cases/act.ts';
import type { Db } from '../../../platform/db/database.ts';
import { fieldOf } from '../../../platform/http/route.ts';
import { readPersonalNumber } from '../../../platform/text/personal-number.ts';
import { textAt } from '../application.ts';
import { acceptDossier, recordPayment } from '../dossiers.ts';
import { followingId } from '../../../platform/db/following-id.ts';
import { type LoadedDossier, loadDossier } from '../load-dossier.ts';
import type { ReceivedOffline } from '../offline/take-reserved.ts';
import type { CounterForm } from '../pages/counter/receive-form.tsx';
import { type SubmitDossier, submitDossier } from '../submission.ts';
import type { DossierTables, ReceiveBy } from '../tables.ts';
import { deskOf, type DossierExchange, takenScope } from './desk.ts';
import { judgementOf } from './judgement.ts';

interface Press {
  /** The dossier, where an earlier sending has made it. */
  readonly before: LoadedDossier | undefined;
  readonly commandId: string;
  readonly offline?: ReceivedOffline;
}

/** Handing in and accepting are two acts with one press: the same press again repeats neither. */
export async function submitAndAccept(
  exchange: DossierExchange,
  filled: CounterForm,
  { before, commandId, offline }: Press,
): Promise<Outcome> {
  const { platform, db, form } = exchange;
  const { applicant, version, papers, caseId } = filled;
  const personalNumber = readPersonalNumber(applicant.personalNumber).value?.number;
  const accountId = personalNumber && (await findAccount(exchange.db, personalNumber));
  const who = await deskOf(exchange, 'dossiers.receive');
  const handed = version.definition.components.filter((one) => papers.has(one.key) && one.handling === 'handed-in');
  const shown = version.definition.components.filter((one) => papers.has(one.key) && one.handling !== 'handed-in');
  const judged = judgementOf(form);
  const receiveBy = receiveByOf(textAt(filled.answers.receive, 'receive_result') || filled.receiveBy);
  const command: SubmitDossier = {
    commandId,
    caseId,
    versionId: version.id,
    channel: 'counter',
    areaCode: filled.area,
    applicant: {
      name: applicant.name,
      ...(personalNumber && { personalNumber }),
      ...(applicant.phone && { phone: applicant.phone }),
      ...(applicant.address && { address: applicant.address }),
    },
    ...(accountId && { accountId }),
    answers: filled.answers,
    files: filled.kept.map(({ component, fileId }) => ({ component, fileId })),
    papers: handed.map((one) => one.key),
    receiveBy,
    ...(filled.office && { receivingUnit: filled.office }),
    // only paper must lie somewhere
    ...(receiveBy === 'counter' && filled.returnAt && { returningUnit: filled.returnAt }),
    ...(offline && { offline }),
  };
  const submitted = before ? undefined : await submitDossier(platform.acting, who.actor, command);
  if (submitted && submitted.kind !== 'done') return submitted;
  const accepted = await acceptDossier(platform.acting, who, {
    commandId: followingId(commandId, 'accept'),
    caseId,
    shown: shown.map((one) => one.key),
    ...(filled.claim && judged && { exemption: judged }),
  });
  // passed on to the authority that decides, it is still one that this office has taken in
  const seen = takenScope(who.scope);
  const dossier = accepted.kind === 'done' ? await loadDossier(db, { id: caseId }, seen) : undefined;
  const owed = dossier ? dossier.feeDue - dossier.feePaid : 0;
  if (owed <= 0 || fieldOf(form, 'pay_now') !== 'true') return accepted;
  const paid = followingId(commandId, 'pay');
  return recordPayment(
    platform.acting,
    { ...who, scope: seen },
    { commandId: paid, caseId, amount: owed, by: 'counter', reference: paid },
  );
}

const receiveByOf = (text: string): ReceiveBy => (text === 'post' || text === 'electronic' ? text : 'counter');

export async function findAccount(db: Db<DossierTables>, personalNumber: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('identity.account')
    .select('id')
    .where('personal_number', '=', personalNumber)
    .where('kind', '=', 'citizen')
    .executeTakeFirst();
  return found?.id;
}

export async function findReceived(exchange: DossierExchange, caseId: string): Promise<LoadedDossier | undefined> {
  const { scope } = await deskOf(exchange, 'dossiers.receive');
  return loadDossier(exchange.db, { id: caseId }, takenScope(scope));
}
