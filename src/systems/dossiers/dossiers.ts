/** The verbs on a dossier: each reads through what its actor may see, decides, and writes one act. */
import { actOnCase, type ActEnvironment, type Actor, type Command, type Outcome } from '../../platform/cases/act.ts';
import type { Decision, Refusal } from '../../platform/cases/decision.ts';
import type { CaseScope } from '../../platform/cases/load-case.ts';
import { dayOf, instant } from '../../platform/calendar/instant.ts';
import { type LoadedDossier, loadDossier } from './load-dossier.ts';
import { listEndedReuse, refuseReused } from './reused-papers.ts';
import type { DossierContext, RolesAt } from './your-step.ts';
import type { DossierTables } from './tables.ts';
import { type AcceptDossier, decideAcceptance } from './turns/acceptance.ts';
import { decideDraftApology, withApologyTimer } from './turns/apology-draft.ts';
import { type Apologise, decideApology } from './turns/apology.ts';
import {
  type AskOpinion,
  decideAskOpinion,
  decideFollowOpinions,
  decideGiveOpinion,
  type GiveOpinion,
} from './turns/consultation.ts';
import { type CorrectResult, decideCorrection } from './turns/correction.ts';
import { type AnswerDraft, decideAnswerDraft } from './turns/draft-confirmation.ts';
import { decideDueAgain, type ReckonDueAgain } from './turns/due-again.ts';
import {
  decideRefusal,
  decideRefuseProcessing,
  decideStop,
  decideWithdrawal,
  type EndDossier,
} from './turns/endings.ts';
import { type AskForPayment, decideAskForPayment, decideRecordPayment, type RecordPayment } from './turns/payment.ts';
import {
  type AssignDossier,
  type CompleteStep,
  decideAssignment,
  decideCompleteStep,
  decideSendBack,
  type SendBack,
} from './turns/progress.ts';
import {
  decideHandOver,
  decideIssue,
  decideSign,
  type HandOver,
  type IssueResult,
  type SignResult,
} from './turns/result.ts';
import { decideEndPart, type EndPart } from './turns/linked.ts';
import { decideReopenPart, type ReopenPart } from './turns/part-reopening.ts';
import { decideMove, type MoveDossier } from './turns/moving.ts';
import { decideSendTransfer, decideTakeTransfer, type SendTransfer, type TakeTransfer } from './turns/transfer.ts';
import { decideMoveBack, type MoveBack } from './turns/moving-back.ts';
import {
  decideCheckPaper,
  decideCodePaper,
  decideScanPaper,
  decideSignPaper,
  type DigitisePaper,
  type ScanPaper,
  type SignPaper,
} from './turns/digitisation.ts';
import { decideRedirect, type RedirectDossier } from './turns/redirect.ts';
import { decideBySilence, type DecideBySilence } from './turns/silence.ts';
import {
  type AskForSupplement,
  decideAskForSupplement,
  decideSupplySupplement,
  type SupplySupplement,
} from './turns/supplement.ts';

type Env = ActEnvironment<DossierTables>;
type Decide<C extends Command> = (state: LoadedDossier, command: C, context: DossierContext) => Decision | Refusal;

/** Who asks, and which dossiers that lets them act on. */
export interface DossierActor {
  readonly actor: Actor;
  readonly scope: CaseScope;
  /** Positions held in a unit, as roles. Left out, no step is theirs: applicants and the program. */
  readonly rolesAt?: RolesAt;
  /** What the route has just read within this scope: the first try decides on it. Had it moved on since, the write's guard says so. */
  readonly read?: LoadedDossier;
}

const NO_ROLES: RolesAt = () => [];

const verb =
  <C extends Command>(name: string, decide: Decide<C>, more: { readonly commutative?: boolean } = {}) =>
  (env: Env, { actor, scope, rolesAt = NO_ROLES, read }: DossierActor, command: C): Promise<Outcome> => {
    let known = read?.id === command.caseId ? read : undefined;
    return actOnCase(env, actor, command, {
      name,
      ...more,
      decide(state: LoadedDossier, sent, context) {
        const decided = decide(state, sent, { ...context, rolesAt });
        return decided.kind === 'refusal' ? decided : withApologyTimer(state, decided, context);
      },
      async load(db) {
        const state = known ?? (await loadDossier(db, { id: command.caseId }, scope));
        known = undefined;
        return state;
      },
    });
  };

export const reckonDueAgain = verb<ReckonDueAgain>('dossiers.reckon-due-again', decideDueAgain);
const accept = verb<AcceptDossier>('dossiers.accept', decideAcceptance);

/** What was used again from the applicant's store is looked at once more: it may have been withdrawn since. */
export async function acceptDossier(env: Env, who: DossierActor, command: AcceptDossier): Promise<Outcome> {
  const isPaperOnly = who.read?.id === command.caseId && !who.read.hasFiles;
  const ended = isPaperOnly ? [] : await listEndedReuse(env.db, command.caseId, dayOf(env.clock()));
  return ended.length > 0 ? refuseReused(ended) : accept(env, who, command);
}

export const askForSupplement = verb<AskForSupplement>('dossiers.ask-for-supplement', decideAskForSupplement);
export const supplySupplement = verb<SupplySupplement>('dossiers.supply-supplement', decideSupplySupplement);
export const refuseDossier = verb<EndDossier>('dossiers.refuse', decideRefusal);
export const refuseProcessing = verb<EndDossier>('dossiers.refuse-processing', decideRefuseProcessing);
export const withdrawDossier = verb<EndDossier>('dossiers.withdraw', decideWithdrawal);
export const stopDossier = verb<EndDossier>('dossiers.stop', decideStop);
export const askForPayment = verb<AskForPayment>('dossiers.ask-for-payment', decideAskForPayment);
export const recordPayment = verb<RecordPayment>('dossiers.record-payment', decideRecordPayment);
export const completeStep = verb<CompleteStep>('dossiers.complete-step', decideCompleteStep);
export const sendBack = verb<SendBack>('dossiers.send-back', decideSendBack);
export const redirectDossier = verb<RedirectDossier>('dossiers.redirect', decideRedirect);
export const assignDossier = verb<AssignDossier>('dossiers.assign', decideAssignment);
export const answerDraft = verb<AnswerDraft>('dossiers.answer-draft', decideAnswerDraft);
export const recordSignature = verb<SignResult>('dossiers.sign', decideSign);
export const recordIssue = verb<IssueResult>('dossiers.issue', decideIssue);
export const recordCorrection = verb<CorrectResult>('dossiers.correct', decideCorrection);
export const moveDossier = verb<MoveDossier>('dossiers.move', decideMove);
export const moveBack = verb<MoveBack>('dossiers.move-back', decideMoveBack);
export const handOver = verb<HandOver>('dossiers.hand-over', decideHandOver);
export const settleBySilence = verb<DecideBySilence>('dossiers.settle-by-silence', decideBySilence);
export const askOpinion = verb<AskOpinion>('dossiers.ask-opinion', decideAskOpinion);
export const giveOpinion = verb<GiveOpinion>('dossiers.give-opinion', decideGiveOpinion);
export const endPart = verb<EndPart>('dossiers.end-part', decideEndPart);
export const reopenPart = verb<ReopenPart>('dossiers.reopen-part', decideReopenPart);
/** Nobody decides on where the papers are but who holds the result, and nobody's page grows old by it. */
export const sendTransfer = verb<SendTransfer>('dossiers.send-transfer', decideSendTransfer, { commutative: true });
export const takeTransfer = verb<TakeTransfer>('dossiers.take-transfer', decideTakeTransfer, { commutative: true });
/** A dossier goes on whatever becomes of the copies of its papers; each paper has a version of its own. */
const beside = { commutative: true };
export const recordPaperChecked = verb<DigitisePaper>('dossiers.check-paper', decideCheckPaper, beside);
export const scanPaper = verb<ScanPaper>('dossiers.scan-paper', decideScanPaper, beside);
export const codePaper = verb<DigitisePaper>('dossiers.code-paper', decideCodePaper, beside);
export const recordPaperSigned = verb<SignPaper>('dossiers.sign-paper', decideSignPaper, beside);
export const followOpinions = verb<Command>('dossiers.follow-opinions', decideFollowOpinions);
/** Nobody's page grows old by it. */
export const draftApology = verb<Command>('dossiers.draft-apology', decideDraftApology, { commutative: true });
export const apologise = verb<Apologise>('dossiers.apologise', (state, command, context) =>
  decideApology(state, { ...command, untilAt: instant(command.until) }, context),
);
