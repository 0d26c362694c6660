/** Possible actions: what this person may do with this dossier now, found by asking the rules themselves with a probe command. */
import { addDays, dayOf, instantAt } from '../../platform/calendar/instant.ts';
import type { Decision, Refusal } from '../../platform/cases/decision.ts';
import { newId } from '../../platform/db/ids.ts';
import { currentStep, type DossierState } from './dossier-state.ts';
import { decideAskOpinion, decideGiveOpinion } from './turns/consultation.ts';
import { decideEndPart } from './turns/linked.ts';
import { decideReopenPart, refusedParts } from './turns/part-reopening.ts';
import { decideCorrection } from './turns/correction.ts';
import { decideAcceptance } from './turns/acceptance.ts';
import { decideApology } from './turns/apology.ts';
import { decideRefusal, decideRefuseProcessing, decideStop } from './turns/endings.ts';
import { decideAskForPayment } from './turns/payment.ts';
import { decideAssignment, decideCompleteStep, decideSendBack } from './turns/progress.ts';
import { decideHandOver, decideIssue, decideSign } from './turns/result.ts';
import { decideRedirect } from './turns/redirect.ts';
import { decideAskForSupplement } from './turns/supplement.ts';
import { type DossierContext, opinionOwed, partOwed } from './your-step.ts';
import { refuse } from '../../platform/cases/decision.ts';

export const ACTIONS = [
  'accept',
  'complete',
  'sign',
  'issue',
  'hand-over',
  'give-opinion',
  'end-part',
  'reopen-part',
  'record-payment',
  'ask-supplement',
  'ask-opinion',
  'ask-payment',
  'apologise',
  'send-back',
  'assign',
  'redirect',
  'refuse',
  'refuse-processing',
  'stop',
  'correct',
] as const;
export type ActionKey = (typeof ACTIONS)[number];

/** The office that took a dossier in for another may take money for it too. */
export const TAKEN_ACTS: ReadonlySet<ActionKey> = new Set(['record-payment']);

/** What units do about a dossier that lies elsewhere. */
export const OF_OTHERS: ReadonlySet<ActionKey> = new Set(['give-opinion', 'end-part']);

export interface PossibleAction {
  readonly key: ActionKey;
  /** Why it can't be done now; undefined when it can. */
  readonly refusal: Refusal | undefined;
}

type Probe = (dossier: DossierState, context: DossierContext) => Decision | Refusal;

const command = (dossier: DossierState) => ({ commandId: newId(), caseId: dossier.id, shownVersion: dossier.version });
/** Filled in so that only the state of the dossier can refuse. */
const WORDS = { note: '', reason: 'probe' };
const FILE = { id: '', sha256: '' };

const PROBES: Readonly<Record<ActionKey, Probe>> = {
  accept: (dossier, context) =>
    decideAcceptance(dossier, { ...command(dossier), exemption: { holds: true, reason: '' } }, context),
  complete: (dossier, context) => decideCompleteStep(dossier, { ...command(dossier), ...WORDS }, context),
  // refusing is possible too where approving has to wait for parts of other bodies
  sign: (dossier, context) =>
    decideSign(dossier, { ...command(dossier), ...WORDS, outcome: 'rejected', file: FILE }, context),
  issue: (dossier, context) =>
    decideIssue(dossier, { ...command(dossier), number: '', file: FILE, document: '' }, context),
  'hand-over': (dossier, context) =>
    decideHandOver(dossier, { ...command(dossier), how: 'counter', to: '', told: 'in-person' }, context),
  'record-payment': (dossier) =>
    dossier.feeDue > dossier.feePaid && dossier.status !== 'closed'
      ? { ...NOTHING }
      : refuse(dossier.status === 'closed' ? 'dossiers.already-closed' : 'dossiers.nothing-to-pay'),
  'ask-supplement': (dossier, context) =>
    decideAskForSupplement(
      dossier,
      { ...command(dossier), ...WORDS, items: [{ component: null, text: 'probe' }] },
      context,
    ),
  'ask-opinion': (dossier, context) =>
    decideAskOpinion(
      dossier,
      { ...command(dossier), units: [{ id: '', unit: '' }], term: '5wd', question: 'probe' },
      context,
    ),
  'give-opinion': (dossier, context) => {
    const consultation = opinionOwed(dossier, context)?.id ?? '';
    return decideGiveOpinion(dossier, { ...command(dossier), consultation, opinion: 'probe' }, context);
  },
  'end-part': (dossier, context) => {
    const consultation = partOwed(dossier, context)?.id ?? '';
    const sent = { ...command(dossier), consultation, outcome: 'done', reference: '', note: '' } as const;
    return decideEndPart(dossier, sent, context);
  },
  'reopen-part': (dossier, context) => {
    const consultation = refusedParts(dossier)[0]?.id ?? '';
    return decideReopenPart(dossier, { ...command(dossier), ...WORDS, consultation }, context);
  },
  'ask-payment': (dossier, context) => {
    // somebody who stands at the step for it may ask for what another body assesses
    const here = currentStep(dossier)?.actions.includes('ask-payment') ?? false;
    const items = here ? dossier.assessed.map(({ key }) => ({ key, amount: 1 })) : [];
    return decideAskForPayment(dossier, { ...command(dossier), assessed: { notice: 'probe', items } }, context);
  },
  apologise: (dossier, context) => {
    const untilAt = instantAt(addDays(dayOf(Math.max(context.at, dossier.dueAt ?? 0) as typeof context.at), 1), 1020);
    return decideApology(dossier, { ...command(dossier), ...WORDS, until: '', untilAt }, context);
  },
  'send-back': (dossier, context) => decideSendBack(dossier, { ...command(dossier), ...WORDS }, context),
  assign: (dossier, context) => decideAssignment(dossier, { ...command(dossier), ...WORDS, assignee: '' }, context),
  redirect: (dossier, context) => decideRedirect(dossier, { ...command(dossier), ...WORDS, unit: '' }, context),
  refuse: (dossier, context) => decideRefusal(dossier, { ...command(dossier), ...WORDS }, context),
  correct: (dossier, context) =>
    decideCorrection(
      dossier,
      { ...command(dossier), ...WORDS, number: '', file: FILE, document: '', office: {} },
      context,
    ),
  'refuse-processing': (dossier, context) =>
    decideRefuseProcessing(dossier, { ...command(dossier), ...WORDS }, context),
  stop: (dossier, context) => decideStop(dossier, { ...command(dossier), ...WORDS }, context),
};

const NOTHING: Decision = {
  kind: 'decision',
  change: {},
  clock: [],
  timers: {},
  entries: [],
  rows: [],
  guards: [],
  answer: {},
};

/** Refusals that say "this belongs to another stage": such an action is left out, the others stay with their reason. */
const OTHER_STAGE = new Set([
  'dossiers.already-closed',
  // said once for the whole step, by the page, instead of beside each of nine acts
  'dossiers.not-your-step',
  'dossiers.not-waiting-for-reception',
  'dossiers.not-in-process',
  'dossiers.step-needs-signature',
  'dossiers.step-needs-number',
  'dossiers.step-needs-hand-over',
  'dossiers.nothing-to-sign',
  'dossiers.nothing-to-number',
  'dossiers.nothing-to-pay',
  'dossiers.not-signed',
  'dossiers.already-numbered',
  'dossiers.no-result-yet',
  'dossiers.first-step',
  'dossiers.not-asked',
  'dossiers.not-your-part',
  'dossiers.part-not-refused',
  'dossiers.parts-gathered',
  'dossiers.no-paper-to-correct',
]);

export const probeAction = (key: ActionKey, dossier: DossierState, context: DossierContext): Refusal | undefined => {
  const probed = PROBES[key](dossier, context);
  return probed.kind === 'refusal' ? probed : undefined;
};

/** In the order of their likelihood. `allowed` says which ones the person's permissions give at all. */
export function possibleActions(
  dossier: DossierState,
  contextOf: (key: ActionKey) => DossierContext,
  allowed: (key: ActionKey) => boolean,
): PossibleAction[] {
  const probed = ACTIONS.filter(allowed).map((key) => ({ key, refusal: probeAction(key, dossier, contextOf(key)) }));
  const shown = probed.filter(({ refusal }) => refusal === undefined || !OTHER_STAGE.has(refusal.code));
  return [
    ...shown.filter(({ refusal }) => refusal === undefined),
    ...shown.filter(({ refusal }) => refusal !== undefined),
  ];
}
