/** Dossiers for a house under test, made and brought forward by the product's own verbs. */
import { dayOf, instant, isoOf } from '../../src/platform/calendar/instant.ts';
import { actOnCase, type Actor, type Command, type Outcome } from '../../src/platform/cases/act.ts';
import { decision } from '../../src/platform/cases/decision.ts';
import { newId } from '../../src/platform/db/ids.ts';
import type { Answers } from '../../src/platform/forms/answers.ts';
import { programActor } from '../../src/platform/identity/signed-in.ts';
import { unitAt } from '../../src/platform/organisation/find-units.ts';
import {
  acceptDossier,
  apologise,
  askForSupplement,
  completeStep,
  type DossierActor,
  recordIssue,
  recordSignature,
  withdrawDossier,
} from '../../src/systems/dossiers/dossiers.ts';
import { type LoadedDossier, loadDossier } from '../../src/systems/dossiers/load-dossier.ts';
import { type SubmitDossier, submitDossier } from '../../src/systems/dossiers/submission.ts';
import type { DossierTables } from '../../src/systems/dossiers/tables.ts';
import { findProcedure } from '../../src/systems/procedures/index.ts';
import type { EntryDraft } from '../../src/platform/journal/entry.ts';
import type { House } from './house.ts';

export type DossierHouse = House<DossierTables>;

export type Stage = 'submitted' | 'supplement-asked' | 'accepted' | 'withdrawn';

/** An officer in every role at once, whose acts reach everywhere. */
const officer: DossierActor = {
  actor: { id: newId(), kind: 'person' },
  scope: 'all',
  rolesAt: () => ['TN', 'HT', 'CV', 'LP', 'CT', 'VT', 'DK', 'CS', 'TCA', 'GD'],
};

/** The commune it is handed in at: its one-stop office has the code H53.101.1. */
export const COMMUNE = '25459';

const ANSWERS = {
  child: { full_name: 'NGUYỄN AN NHIÊN', birth_date: '2026-11-02', sex: 'nu' },
  birth_proof: 'certificate',
  situation: 'ordinary',
  relation: 'father',
  parents_married: 'no',
  receive: { copies_wanted: true, copies_count: 2 },
};

interface DossierToMake {
  readonly accountId: string;
  readonly stage: Stage;
  readonly caseId?: string;
  /** Of the birth certificate's photo; one that is nowhere unless given. */
  readonly fileId?: string;
}

/** Handed in at a counter without papers, unless more is said; answers the id of its case. */
async function handIn(
  { acting, db }: DossierHouse,
  procedure: string,
  more: Partial<SubmitDossier> = {},
): Promise<string> {
  const found = await findProcedure(db, procedure, dayOf(acting.clock()));
  const caseId = newId();
  const command = {
    commandId: newId(),
    caseId,
    versionId: found?.version?.id ?? '',
    channel: 'counter' as const,
    areaCode: COMMUNE,
    applicant: { name: 'Nguyễn Thị Thu Hà' },
    answers: {},
    files: [],
    papers: [],
    receiveBy: 'counter' as const,
    ...more,
  };
  await done(submitDossier(acting, programActor('test'), command));
  return command.caseId;
}

/** A household business at a place; answers the id of its case. */
export const aBusinessDossier = (house: DossierHouse, areaCode: string): Promise<string> =>
  handIn(house, '1.001612', { areaCode, applicant: { name: 'Trần Văn Lực' } });

/** A certified copy that one commune makes, handed in with its paper at the office of another, and taken in there. */
export async function aDossierForAnotherOffice(house: DossierHouse, officeCode: string): Promise<string> {
  const { acting, db } = house;
  const office = await unitAt(db, officeCode, dayOf(acting.clock()));
  const caseId = await handIn(house, '2.000815', { papers: ['ban-chinh'], receivingUnit: office?.id ?? '' });
  await done(acceptDossier(acting, officer, { commandId: newId(), caseId }));
  return caseId;
}

/** Answers the id of its case. Throws when a verb refuses. */
export async function aBirthDossier(
  house: House<DossierTables>,
  { accountId, stage, caseId = newId(), fileId = newId() }: DossierToMake,
): Promise<string> {
  const { acting } = house;
  await handIn(house, '1.001193', {
    caseId,
    accountId,
    channel: 'online',
    applicant: { name: 'Nguyễn Thị Lúa', personalNumber: '072190000001', phone: '0912345678' },
    answers: ANSWERS,
    files: [{ component: 'giay-chung-sinh', fileId }],
    receiveBy: 'electronic',
  });
  const command = { commandId: newId(), caseId };
  if (stage === 'accepted') await done(acceptDossier(acting, officer, command));
  if (stage === 'withdrawn') await done(withdrawDossier(acting, officer, { ...command, reason: 'Tôi nộp nhầm nơi.' }));
  if (stage === 'supplement-asked')
    await done(
      askForSupplement(acting, officer, {
        ...command,
        items: [{ component: 'giay-chung-sinh', text: 'Giấy chứng sinh bị mờ, chụp lại.' }],
        reason: 'Không đọc được số.',
      }),
    );
  return caseId;
}

interface AcceptedDossier {
  readonly procedure: string;
  readonly answers: Answers;
  readonly simulated?: boolean;
  readonly accountId?: string;
}

/** Handed in at the counter and accepted there. Answers the id of its case. */
export async function anAcceptedDossier(
  house: DossierHouse,
  { procedure, answers, simulated = false, accountId }: AcceptedDossier,
): Promise<string> {
  const { acting } = house;
  const by = accountId === undefined ? {} : { accountId };
  const caseId = await handIn(house, procedure, { answers, simulated, ...by });
  await done(acceptDossier(acting, officer, { commandId: newId(), caseId }));
  return caseId;
}

export const completePresentStep = ({ acting }: House<DossierTables>, caseId: string): Promise<void> =>
  done(completeStep(acting, officer, { commandId: newId(), caseId, note: '' }));

export const apologiseUntil = (
  { acting }: House<DossierTables>,
  { caseId, until }: { readonly caseId: string; readonly until: string },
): Promise<void> =>
  done(
    apologise(acting, officer, {
      commandId: newId(),
      caseId,
      until: isoOf(instant(until)),
      reason: 'Chờ xác minh.',
    }),
  );

/** The act alone, without a paper. */
export const signPresentStep = (
  { acting }: House<DossierTables>,
  { caseId, outcome }: { caseId: string; outcome: 'approved' | 'rejected' },
): Promise<void> =>
  done(
    recordSignature(acting, officer, {
      commandId: newId(),
      caseId,
      outcome,
      reason: outcome === 'rejected' ? 'Không đủ điều kiện.' : '',
      file: { id: newId(), sha256: '00' },
    }),
  );

/** The act alone, without a paper. */
export const issuePresentStep = ({ acting }: House<DossierTables>, caseId: string): Promise<void> =>
  done(
    recordIssue(acting, officer, {
      commandId: newId(),
      caseId,
      number: '1/2026',
      file: { id: newId(), sha256: '00' },
      document: newId(),
    }),
  );

interface RawAct {
  readonly actor: Actor;
  readonly entries: readonly EntryDraft[];
  readonly command: Command;
  readonly commutative?: boolean;
}

/** An act that no rule of dossiers has decided: what a mistake of the program would leave. */
export const actPastRules = (
  { acting }: House<DossierTables>,
  { actor, entries, command, commutative = false }: RawAct,
): Promise<Outcome> =>
  actOnCase(acting, actor, command, {
    name: 'test.act',
    commutative,
    load: (db) => loadDossier(db, { id: command.caseId }, 'all'),
    decide: () => decision({ entries }),
  });

export async function readDossier({ db }: House<DossierTables>, caseId: string): Promise<LoadedDossier> {
  const dossier = await loadDossier(db, { id: caseId }, 'all');
  if (!dossier) throw new Error(`there is no dossier ${caseId}`);
  return dossier;
}

async function done(acted: Promise<Outcome>): Promise<void> {
  const outcome = await acted;
  if (outcome.kind !== 'done') throw new Error(`the dossier could not be made: ${JSON.stringify(outcome)}`);
}
