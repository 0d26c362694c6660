/** Verbs on findings. */
import { type ActEnvironment, actOnCase, type Actor, type Outcome } from '../../../platform/cases/act.ts';
import type { SupervisionTables } from '../tables.ts';
import {
  type AnswerFinding,
  type ConcludeFinding,
  decideAnswer,
  decideConclusion,
  decideEscalation,
  type EscalateFinding,
} from './decide-finding.ts';
import { findFinding, type FindingReach } from './finding-state.ts';

type Env = ActEnvironment<SupervisionTables>;

interface Who {
  readonly actor: Actor;
  readonly reach?: FindingReach;
}

export const answerFinding = (env: Env, { actor, reach }: Who, command: AnswerFinding): Promise<Outcome> =>
  actOnCase(env, actor, command, {
    name: 'supervision.answer',
    load: (db) => findFinding(db, { id: command.caseId }, reach),
    decide: decideAnswer,
  });

export const concludeFinding = (env: Env, { actor, reach }: Who, command: ConcludeFinding): Promise<Outcome> =>
  actOnCase(env, actor, command, {
    name: 'supervision.conclude',
    load: (db) => findFinding(db, { id: command.caseId }, reach),
    decide: decideConclusion,
  });

export const escalateFinding = (env: Env, { actor, reach }: Who, command: EscalateFinding): Promise<Outcome> =>
  actOnCase(env, actor, command, {
    name: 'supervision.escalate',
    load: (db) => findFinding(db, { id: command.caseId }, reach),
    decide: decideEscalation,
  });
