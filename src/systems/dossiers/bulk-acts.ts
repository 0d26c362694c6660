/** Bulk acts: what may be done to several dossiers at once, each an act of its own with its own result; nothing is passed over in silence. */
import type { Outcome } from '../../platform/cases/act.ts';
import { type Refusal, refuse } from '../../platform/cases/decision.ts';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { type BulkReasons, reasonFor, supplementFor } from './bulk-reasons.ts';
import { mustBeToldEarly } from './dossier-state.ts';
import {
  acceptDossier,
  askForSupplement,
  completeStep,
  type DossierActor,
  handOver,
  refuseDossier,
  refuseProcessing,
  sendBack,
} from './dossiers.ts';
import { issueResult, signResult } from './finish-result.ts';
import type { LoadedDossier } from './load-dossier.ts';
import { findOfficePart } from './office-part.ts';
import type { ActionKey } from './possible-actions.ts';
import { draftResult, type PaperSigner } from './result-papers.ts';
import type { DossierTables } from './tables.ts';

export const BULK_ACTS = [
  'accept',
  'complete',
  'sign',
  'issue',
  'hand-over',
  'ask-supplement',
  'send-back',
  'refuse',
  'refuse-processing',
] as const satisfies readonly ActionKey[];
export type BulkAct = (typeof BULK_ACTS)[number];

/** Said once for all of them. */
export interface BulkWords {
  readonly note: string;
  /** As each applicant chose, unless given. */
  readonly how: 'counter' | 'post' | 'electronic' | undefined;
  readonly told: 'phone' | 'in-person' | undefined;
  readonly reasons: BulkReasons;
}

export interface BulkDoing {
  readonly platform: Platform<DossierTables>;
  readonly dossier: LoadedDossier;
  readonly who: DossierActor;
  readonly base: { readonly commandId: string; readonly caseId: string; readonly shownVersion: number };
  readonly words: BulkWords;
  readonly signer: PaperSigner | undefined;
}

export const DO_IN_BULK: Readonly<Record<BulkAct, (doing: BulkDoing) => Promise<Outcome>>> = {
  accept: ({ platform, who, base }) => acceptDossier(platform.acting, who, base),
  complete: ({ platform, who, base, words }) => completeStep(platform.acting, who, { ...base, note: words.note }),
  sign: async ({ platform, who, base, signer }) =>
    signer
      ? signResult(platform, who, { ...base, outcome: 'approved', reason: '', signer })
      : refuse('dossiers.nothing-to-sign'),
  issue: ({ platform, who, base }) => issueResult(platform, who, base),
  'hand-over': ({ platform, dossier, who, base, words }) =>
    handOver(platform.acting, who, {
      ...base,
      how: words.how ?? dossier.receiveBy,
      to: dossier.applicant.name,
      ...(words.told && mustBeToldEarly(dossier, platform.acting.clock()) && { told: words.told }),
    }),
  'ask-supplement': ({ platform, dossier, who, base, words }) =>
    askForSupplement(platform.acting, who, { ...base, ...supplementFor(dossier, words.reasons) }),
  'send-back': ({ platform, dossier, who, base, words }) =>
    sendBack(platform.acting, who, { ...base, reason: reasonFor(dossier, words.reasons) }),
  refuse: ({ platform, dossier, who, base, words }) =>
    refuseDossier(platform.acting, who, { ...base, reason: reasonFor(dossier, words.reasons) }),
  'refuse-processing': ({ platform, dossier, who, base, words }) =>
    refuseProcessing(platform.acting, who, { ...base, reason: reasonFor(dossier, words.reasons) }),
};

/** What can't be done without looking at the dossier: the office's part of its paper is still to be written. */
export async function refuseUnseen(
  platform: Platform<DossierTables>,
  dossier: LoadedDossier,
  { act, at }: { readonly act: BulkAct; readonly at: Instant },
): Promise<Refusal | undefined> {
  const own = platform as unknown as Platform;
  const part =
    act === 'complete'
      ? await findOfficePart(own, dossier, at)
      : act === 'sign'
        ? await draftResult(own, dossier, { kind: 'approved', at })
        : undefined;
  return part && part.missing.length > 0 ? refuse('dossiers.office-part-missing') : undefined;
}
