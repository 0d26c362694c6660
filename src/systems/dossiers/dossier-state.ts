/** Dossier state: everything a decision on a dossier rests on, read in one go. */
import type { Instant } from '../../platform/calendar/instant.ts';
import type { CaseState } from '../../platform/cases/act.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { CaseStatus } from '../../platform/cases/tables.ts';
import type { AssessedFee, Component, LinkedPart, PlannedFee, ProcedureDefinition, Step } from '../procedures/index.ts';
import type { DraftState, ExemptionState, ReceiveBy } from './tables.ts';
import type { TurnRule } from './turn-rules.ts';

export type Waiting = 'supplement' | 'financial-obligation' | 'draft-confirmation' | 'consultation';
export type Channel = 'online' | 'counter' | 'post';

/** How a closed or decided dossier ended: what it was answered, or why it stopped. */
export type DossierOutcome =
  | 'approved'
  | 'rejected'
  | 'silence'
  | 'not-accepted'
  | 'withdrawn'
  | 'stopped'
  /** After acceptance, without a signed result: by the refusal slip. */
  | 'refused';

/** A step of the pinned process as it applies to this dossier: guards judged, unit resolved. */
export interface PlannedStep
  extends Pick<Step, 'key' | 'name' | 'role' | 'actions' | 'pauses' | 'ownClock' | 'reports'> {
  readonly unitId: string;
  /** Working minutes, or null for a step beside the term, which may have a clock of its own. */
  readonly budgetMinutes: number | null;
}

/** A picture of one page, and by how many degrees it was turned. */
export interface ScannedPage {
  readonly file: string;
  readonly turn: 0 | 90 | 180 | 270;
}

/** How far a paper taken in at the counter has come on its way to a signed copy. */
export interface Digitisation {
  readonly id: string;
  readonly component: string;
  readonly state: 'checked' | 'scanned' | 'coded' | 'signed';
  readonly pages: readonly ScannedPage[];
  readonly code: string | null;
  readonly fileId: string | null;
  readonly version: number;
}

/** Papers on their way between two offices. */
export interface Transfer {
  readonly id: string;
  readonly content: 'papers' | 'result';
  readonly from: string;
  readonly to: string;
  readonly openedAt: Instant;
  /** Papers: until when they have to go; null: a result, or opened before this was kept. */
  readonly sendBy: Instant | null;
  readonly sentAt: Instant | null;
  readonly takenAt: Instant | null;
  readonly version: number;
}

/** What another body does in a linked procedure, its unit resolved. */
export interface PlannedPart
  extends Pick<LinkedPart, 'key' | 'name' | 'from' | 'until' | 'term' | 'procedure' | 'takes'> {
  readonly unitId: string;
}

export type PartOutcome = 'done' | 'refused' | 'called-off';

/** A unit that was asked for its opinion, or for its part of a linked procedure. */
export interface Consultation {
  readonly id: string;
  /** Key of the part; null for an opinion. */
  readonly part: string | null;
  readonly outcome: PartOutcome | null;
  /** Number of what the unit has issued for its part, as it says. */
  readonly reference: string | null;
  /** The paper that the unit has issued for its part. */
  readonly fileId: string | null;
  readonly unit: string;
  readonly unitName: LocalText;
  readonly dueAt: Instant;
  /** One working day before, where the deadline is further away than that. */
  readonly remindAt: Instant | null;
  readonly remindedAt: Instant | null;
  /** When its silence past the deadline was written down. */
  readonly overdueAt: Instant | null;
  readonly answeredAt: Instant | null;
}

export interface DossierState extends CaseState {
  readonly code: string;
  readonly status: CaseStatus;
  readonly outcome: DossierOutcome | null;
  readonly step: string | null;
  readonly waiting: Waiting | null;
  /** A step has been completed, signed or sent back since acceptance. */
  readonly begun: boolean;
  readonly channel: Channel;
  readonly receivingUnit: string;
  readonly competentUnit: string;
  readonly returningUnit: string;
  /** The one-stop office of the authority that decides, where the dossier is received or returned elsewhere. */
  readonly competentOffice: string | null;
  readonly transfers: readonly Transfer[];
  readonly digitisations: readonly Digitisation[];
  /** How many papers were taken in on paper. */
  readonly originals: number;
  readonly holdingUnit: string | null;
  readonly assignee: string | null;
  readonly accountId: string | null;
  readonly openedAt: Instant;
  readonly receivedAt: Instant | null;
  /** Printed on the receipt. */
  readonly promisedAt: Instant | null;
  readonly answerDueAt: Instant | null;
  readonly stepDueAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly definition: ProcedureDefinition;
  /** Pinned at submission, such as `3wd`; null when the procedure has words only. */
  readonly term: string | null;
  readonly steps: readonly PlannedStep[];
  /** What other bodies do beside the steps. */
  readonly linked: readonly PlannedPart[];
  /** In the order of their deadlines. */
  readonly consultations: readonly Consultation[];
  readonly supplements: number;
  readonly apologies: number;
  /** A letter of apology that the program has drafted for the present due time, and the date it proposes. */
  readonly apologyDraft: { readonly until: Instant } | null;
  /** đồng */
  readonly feeDue: number;
  /** đồng */
  readonly feePaid: number;
  /** Whether the published fees ask for money at this channel and case, and when. */
  readonly fees: readonly PlannedFee[];
  /** The exemption from fees that the answers claim; while it is claimed or confirmed, `fees` are the lesser ones. */
  readonly exemption: { readonly key: string; readonly state: ExemptionState } | null;
  /** The published fees as they are when the exemption is refused. */
  readonly feesInFull: readonly PlannedFee[];
  /** Duties that another body fixes: asked for as its notice says. */
  readonly assessed: readonly AssessedFee[];
  readonly components: readonly Component[];
  readonly draft: DraftState;
  /** The applicant has an account or an address that notices go to. */
  readonly reachable: boolean;
  /** When the applicant was told that the result is there before its time. */
  readonly earlyToldAt: Instant | null;
  readonly turnRules: readonly TurnRule[];
  readonly signedAt: Instant | null;
  readonly signedFile: string | null;
  readonly resultFile: string | null;
  readonly resultNumber: string | null;
  /** The numbered paper in force with its public page. */
  readonly issuedPaper: { readonly id: string; readonly number: string; readonly issuedAt: Instant } | null;
  readonly receiveBy: ReceiveBy;
  /** Printed on the signed paper, for its public page. */
  readonly checkCode: string | null;
  readonly simulated: boolean;
}

export const isClosed = (dossier: Pick<DossierState, 'status'>): boolean => dossier.status === 'closed';

export const partName = ({ definition }: Pick<DossierState, 'definition'>, part: string | null): LocalText =>
  definition.process?.linked?.find(({ key }) => key === part)?.name ?? { vi: part ?? '…' };

/** Parts of a linked procedure that their units have not ended. */
export const openParts = ({ consultations }: Pick<DossierState, 'consultations'>): readonly Consultation[] =>
  consultations.filter(({ part, answeredAt }) => part !== null && answeredAt === null);

export const currentStep = (dossier: DossierState): PlannedStep | undefined =>
  dossier.steps.find((step) => step.key === dossier.step);

/** The result is there before its time, so the applicant must be told before it is handed over (NĐ 61/2018 Điều 20 khoản 4). */
export const mustBeToldEarly = (
  { dueAt, earlyToldAt }: Pick<DossierState, 'dueAt' | 'earlyToldAt'>,
  at: Instant,
): boolean => dueAt !== null && at < dueAt && earlyToldAt === null;
