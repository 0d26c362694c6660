/** Submission (nộp hồ sơ): a request becomes a numbered dossier, acknowledged at once, with eight working hours to be answered. */
import { addDays, dayOf, instantAt, isoOf } from '../../platform/calendar/instant.ts';
import type { ActEnvironment, Actor, Command, DecisionContext, Outcome } from '../../platform/cases/act.ts';
import { type Decision, decision, type Refusal, refuse } from '../../platform/cases/decision.ts';
import { openCase, type Opening } from '../../platform/cases/open-case.ts';
import type { Json } from '../../platform/db/json.ts';
import type { Answers } from '../../platform/forms/answers.ts';
import { newId } from '../../platform/db/ids.ts';
import { fold } from '../../platform/text/fold.ts';
import { listLookups } from '../lookups/index.ts';
import { isGood, listReused, type ReusedPaper } from '../results/index.ts';
import { getVersion, type Plan, planVersion, type PinnedVersion } from '../procedures/index.ts';
import { findCompetence, listSections, resolveStepUnits } from './competence.ts';
import type { Channel } from './dossier-state.ts';
import { answersOfRegisters, isAnswerable, type RegisterAnswer } from './register-answers.ts';
import { type ReceivedOffline, type TakenNumber, takeReserved } from './offline/take-reserved.ts';
import { refuseReused } from './reused-papers.ts';
import type { DossierTables, ReceiveBy } from './tables.ts';
import { type ChosenOffices, chooseOffices, flagsOf, type ThreeUnits } from './three-units.ts';

/** Who the dossier is for, as the form or the counter says; kept in an erasable content row. */
export interface Applicant {
  readonly name: string;
  readonly personalNumber?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
}

export interface SubmitDossier extends Command, ChosenOffices {
  readonly versionId: string;
  readonly channel: Channel;
  /** GSO code of the commune that the matter concerns: residence, plot or business. */
  readonly areaCode: string;
  /** Of the procedure, where the applicant chose it and the answers do not say. */
  readonly caseKey?: string;
  readonly applicant: Applicant;
  /** The account the dossier belongs to; none for a walk-in without one. */
  readonly accountId?: string;
  readonly answers: Answers;
  readonly files: readonly { readonly component: string; readonly fileId: string }[];
  /** Paper taken in at the counter, by component key. */
  readonly papers: readonly string[];
  readonly receiveBy: ReceiveBy;
  /** The case takes the id of the draft it comes from, and the draft goes. */
  readonly fromDraft?: boolean;
  readonly simulated?: boolean;
  /** Received while the counter had no line, under a number it had reserved. */
  readonly offline?: ReceivedOffline;
}

export async function submitDossier(
  env: ActEnvironment<DossierTables>,
  actor: Actor,
  command: SubmitDossier,
): Promise<Outcome> {
  return openCase(env, actor, command, {
    verb: 'dossiers.submit',
    prepare: async (at) => {
      const version = await getVersion(env.db, command.versionId);
      if (!version) return refuse('dossiers.procedure-unknown');
      const own = await findCompetence(env.db, version.definition, command.areaCode, at);
      if (!own) return refuse('dossiers.no-competent-unit');
      const plan = planVersion(version, {
        answers: command.answers,
        channel: command.channel,
        commune: command.areaCode,
        at,
        ...(command.caseKey && { caseKey: command.caseKey }),
      });
      const missing = missingComponents(plan, command);
      if (missing.length > 0)
        return refuse('dossiers.component-missing', { components: missing.map((one) => one.name.vi).join('; ') });
      const reused = await listReused(
        env.db,
        command.files.map(({ fileId }) => fileId),
      );
      const ended = reused.filter((paper) => !isGood(paper, dayOf(at)));
      if (ended.length > 0) return refuseReused(ended);
      const [first] = plan.steps;
      if (!first) throw new Error(`procedure ${version.definition.code} has no step`);
      // what begins at a desk of its own, as with the commune police, is received there alone
      const chosen = first.unit === 'receiving' ? command : {};
      const competence = await chooseOffices(env.db, own, { chosen, at });
      if ('kind' in competence) return competence;
      const taken =
        command.offline &&
        (await takeReserved(env.db, command.offline, { actor, receivingCode: competence.receivingCode }));
      if (taken && 'kind' in taken) return taken;
      const sections = first.unit.startsWith('section:') ? await listSections(env.db, competence.competentUnit) : [];
      const unitOf = await resolveStepUnits(env.db, [first], { ...competence, sections });
      const answered = answersOfRegisters({
        components: plan.components,
        answers: command.answers,
        lookups: plan.components.some(isAnswerable) ? await listLookups(env.db, command.caseId) : [],
        applicantNumber: command.applicant.personalNumber,
      }).filter(({ state }) => state === 'answered');
      return openingOf(command, version, {
        competence,
        plan,
        reused,
        answered,
        taken,
        first: { ...first, unitId: unitOf(first) },
      });
    },
  });
}

/** Online every component handed in must have its file, one of each group of alternatives; at the counter the officer judges. */
function missingComponents(plan: Plan, command: SubmitDossier): Plan['components'] {
  if (command.channel !== 'online') return [];
  const given = new Set(command.files.map((file) => file.component));
  const asked = plan.components.filter(
    (one) => one.handling === 'handed-in' && one.kind !== 'form' && one.due !== 'collection',
  );
  return asked.filter(
    (one) =>
      !given.has(one.key) && !(one.group && asked.some((other) => other.group === one.group && given.has(other.key))),
  );
}

function openingOf(
  command: SubmitDossier,
  version: PinnedVersion,
  { competence, plan, reused, answered, taken, first }: Omit<Prepared, 'command' | 'version'> & { first: FirstStep },
): Opening | Refusal {
  const { definition } = version;
  return {
    kind: 'dossier',
    numberedBy: competence.receivingCode,
    ...(taken?.code && { reservedCode: taken.code }),
    title: definition.name.vi,
    simulated: command.simulated ?? false,
    fixed: {
      status: 'submitted',
      channel: command.channel,
      person_name: command.applicant.name,
      applicant_id: command.accountId ?? null,
      receiving_unit: competence.receivingUnit,
      competent_unit: competence.competentUnit,
      returning_unit: competence.returningUnit,
      flags: flagsOf(competence),
      holding_unit: first.unitId,
      step: first.key,
      step_role: first.role,
      definition_id: version.id,
      term: plan.term,
      search: '',
    },
    decide: (code, context) =>
      decideSubmission(code, { command, version, competence, plan, reused, answered, taken }, context),
  };
}

/** Most begin at the one-stop office; what the police registers begins there. */
type FirstStep = Plan['steps'][number] & { readonly unitId: string };

interface Prepared {
  readonly command: SubmitDossier;
  readonly version: PinnedVersion;
  readonly competence: ThreeUnits;
  readonly plan: Plan;
  /** Of the files, what comes from the applicant's store. */
  readonly reused: readonly ReusedPaper[];
  /** What a register has answered, so that no paper is asked for. */
  readonly answered: readonly RegisterAnswer[];
  readonly taken: TakenNumber | undefined;
}

/** NĐ 45/2020: the system acknowledges at once; the office answers within 8 working hours of entry (to be confirmed, so the hours are data of the timer's caller). */
function decideSubmission(
  code: string,
  { command, version, competence, plan, reused, answered, taken }: Prepared,
  { at, legal }: DecisionContext,
): Decision {
  const answerDue = legal.dueAt(at, '8h', { lateRule: false, unit: competence.receivingUnit });
  const { definition } = version;
  const parts = [
    ...command.files.map(({ component, fileId }) => ({ component, fileId, original: false })),
    ...command.papers.map((component) => ({ component, fileId: null, original: true })),
  ];
  return decision({
    timers: competence.endsOn === null ? {} : { 'dossiers.succession': instantAt(addDays(competence.endsOn, 1), 0) },
    change: { answer_due_at: answerDue, search: fold(`${code} ${definition.name.vi} ${command.applicant.name}`) },

    rows: [
      ...(command.fromDraft
        ? [
            {
              table: 'forms.draft',
              op: 'delete',
              key: { id: command.caseId, account_id: command.accountId ?? null },
            } as const,
          ]
        : []),
      {
        table: 'dossiers.dossier',
        op: 'insert',
        values: {
          case_id: command.caseId,
          procedure_code: definition.code,
          version_id: version.id,
          case_key: plan.caseKey,
          account_id: command.accountId ?? null,
          receive_by: command.receiveBy,
          supplements: 0,
          apologies: 0,
          fee_due: 0,
          fee_paid: 0,
          exemption: plan.exemption === null ? null : 'claimed',
          draft: 'none',
          competent_office: competence.competentOffice,
        },
      },
      ...parts.map((part) => ({
        table: 'dossiers.component',
        op: 'insert' as const,
        values: {
          id: newId(),
          case_id: command.caseId,
          key: part.component,
          file_id: part.fileId,
          original: part.original,
          supplied_at: isoOf(at),
          round: 0,
        },
      })),
      ...(taken?.rows(command.caseId, at) ?? []),
    ],
    entries: [
      {
        type: 'dossiers.dossier-submitted',
        dims: {
          unit: competence.competentUnit,
          receiving: competence.receivingUnit,
          channel: command.channel,
          procedure: definition.code,
          area: command.areaCode,
          simulated: command.simulated ? true : undefined,
        },
        body: {
          code,
          version: version.id,
          case: plan.caseKey,
          term: plan.term,
          answer_by: isoOf(answerDue),
          files: parts.map((part) => ({ component: part.component, file: part.fileId })),
        },
        content: { applicant: { ...command.applicant }, answers: command.answers as Json },
      },
      ...reused.map(({ component, fileId, source, heldId }) => ({
        type: 'dossiers.paper-reused',
        body: { code, component, file: fileId, source, held: heldId },
      })),
      ...answered.map(({ component, register, lookups, at: asked }) => ({
        type: 'dossiers.component-answered',
        body: { code, component: component.key, register, lookups: [...lookups], asked_at: isoOf(asked ?? at) },
      })),
      ...(taken?.entries(code, at) ?? []),
    ],
    answer: { code },
  });
}
