/** Acts of a simulation: which verb of the product is called by whom; files are stored when the time has come. */
import type { Command } from '../platform/cases/act.ts';
import type { DossierActor } from '../systems/dossiers/dossiers.ts';
import type { AcceptDossier } from '../systems/dossiers/turns/acceptance.ts';
import type { Apologise } from '../systems/dossiers/turns/apology.ts';
import type { AnswerDraft } from '../systems/dossiers/turns/draft-confirmation.ts';
import type { EndDossier } from '../systems/dossiers/turns/endings.ts';
import type { RecordPayment } from '../systems/dossiers/turns/payment.ts';
import type { CompleteStep, SendBack } from '../systems/dossiers/turns/progress.ts';
import type { HandOver, IssueResult, SignResult } from '../systems/dossiers/turns/result.ts';
import type { AskForSupplement } from '../systems/dossiers/turns/supplement.ts';

type By<V extends string, C> = { readonly verb: V; readonly actor: DossierActor; readonly command: C };

export type Act =
  | By<'accept', AcceptDossier>
  | By<'refuse' | 'withdraw' | 'stop', EndDossier>
  | By<'ask-supplement', AskForSupplement>
  | (By<'supply', Command> & { readonly component: string })
  | By<'record-payment', RecordPayment>
  | By<'complete-step', CompleteStep>
  | By<'send-back', SendBack>
  | By<'apologise', Apologise>
  | By<'answer-draft', AnswerDraft>
  | By<'sign', Omit<SignResult, 'file'>>
  | By<'issue', Omit<IssueResult, 'file' | 'number'>>
  | By<'hand-over', HandOver>
  | { readonly verb: 'pay-by-bank'; readonly caseId: string };
