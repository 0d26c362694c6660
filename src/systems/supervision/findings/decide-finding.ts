/** Decisions on findings (giải trình, kết luận, chuyển lên cấp trên): pure, with the moment as an argument. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import { isoOf } from '../../../platform/calendar/instant.ts';
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse, type RowChange } from '../../../platform/cases/decision.ts';
import type { Json } from '../../../platform/db/json.ts';
import type { EntryDraft } from '../../../platform/journal/entry.ts';
import type { Conclusion } from '../tables.ts';
import { CONCLUSIONS } from './finding-events.ts';
import { type FindingState, isAnswerable } from './finding-state.ts';

export const UNANSWERED = 'supervision.unanswered';
/** From one level to the next; our own proposal, no rule is known. */
const NEXT_LEVEL_AFTER = '2wd';

export interface AnswerFinding extends Command {
  readonly reply: string;
  /** Units of the positions that the officer holds. */
  readonly seats: readonly string[];
}

export interface ConcludeFinding extends Command {
  readonly conclusion: string;
  readonly reason: string;
}

export interface EscalateFinding extends Command {
  /** The unit whose heads are told, and their accounts; the finding's own at the first level. */
  readonly unit: string;
  readonly told: readonly string[];
  /** Whether there is a unit above that one. */
  readonly goesOn: boolean;
}

/** As often as something is to be added, until it is concluded. */
export function decideAnswer(
  finding: FindingState,
  { reply, seats }: AnswerFinding,
  { actor, at }: DecisionContext,
): Decision | Refusal {
  if (finding.status === 'closed') return refuse('supervision.already-concluded');
  if (!isAnswerable(finding, { ...actor, seats })) return refuse('supervision.not-yours');
  if (reply.trim() === '') return refuse('supervision.answer-empty');
  return decision({
    timers: { [UNANSWERED]: null },
    rows: finding.answeredAt === null ? [ownRow(finding, { answered_at: isoOf(at) })] : [],
    entries: [entryOf(finding, 'supervision.finding-answered', {}, { reply: reply.trim() })],
    answer: { code: finding.code },
  });
}

export function decideConclusion(
  finding: FindingState,
  { conclusion, reason }: ConcludeFinding,
  { actor, at }: DecisionContext,
): Decision | Refusal {
  if (finding.status === 'closed') return refuse('supervision.already-concluded');
  if (finding.officer !== null && (finding.officer === actor.account || finding.officer === actor.for))
    return refuse('supervision.own-finding');
  if (!isConclusion(conclusion)) return refuse('supervision.conclusion-missing');
  if (reason.trim() === '') return refuse('supervision.reason-missing');
  return decision({
    change: { status: 'closed', outcome: conclusion, closed_at: at },
    timers: { [UNANSWERED]: null },
    rows: [ownRow(finding, { concluded_at: isoOf(at), conclusion })],
    entries: [entryOf(finding, 'supervision.finding-concluded', { conclusion }, { reason: reason.trim() })],
    answer: { code: finding.code },
  });
}

/** Unanswered by its time: the head of the unit is told, then of the unit above, and so on. */
export function decideEscalation(
  finding: FindingState,
  { unit, told, goesOn }: EscalateFinding,
  { at, legal }: DecisionContext,
): Decision | Refusal {
  if (finding.status === 'closed') return refuse('supervision.already-concluded');
  if (told.length === 0) return refuse('supervision.nothing-above');
  const level = finding.escalations + 1;
  return decision({
    timers: { [UNANSWERED]: goesOn ? legal.dueAt(at, NEXT_LEVEL_AFTER, { lateRule: false, unit }) : null },
    rows: [ownRow(finding, { escalations: level })],
    entries: [entryOf(finding, 'supervision.finding-escalated', { level, unit, told: [...told] })],
    answer: { code: finding.code },
  });
}

/** With its rule, whatever was concluded before: a finding of a wrong rule counts for nothing. */
export function withdrawalOf(
  finding: Pick<FindingState, 'id' | 'code' | 'version' | 'scenario' | 'scenarioVersion'>,
  at: Instant,
): { readonly rows: readonly RowChange[]; readonly entry: EntryDraft } {
  const { id, version, code, scenario, scenarioVersion } = finding;
  return {
    rows: [
      {
        table: 'cases.case',
        op: 'update',
        key: { id },
        version,
        values: {
          status: 'closed',
          outcome: 'withdrawn',
          closed_at: isoOf(at),
          changed_at: isoOf(at),
          version: version + 1,
        },
      },
      ownRow(finding, { concluded_at: isoOf(at), conclusion: 'wrong-rule' }),
      { table: 'cases.timer', op: 'delete', key: { case_id: id, kind: UNANSWERED } },
    ],
    entry: {
      type: 'supervision.finding-withdrawn',
      subject: { type: 'finding', id },
      body: { code, scenario, scenario_version: scenarioVersion },
    },
  };
}

const isConclusion = (text: string): text is Conclusion => (CONCLUSIONS as readonly string[]).includes(text);

const ownRow = ({ id }: Pick<FindingState, 'id'>, values: Record<string, Json>): RowChange => ({
  table: 'supervision.finding',
  op: 'update',
  key: { case_id: id },
  values,
});

const entryOf = (
  finding: FindingState,
  type: string,
  body: Record<string, Json>,
  content?: Record<string, Json>,
): EntryDraft => ({
  type,
  dims: {
    scenario: finding.scenario,
    severity: finding.severity,
    officer: finding.officer ?? undefined,
    unit: finding.unit,
    procedure: finding.procedure,
    simulated: finding.simulated ? true : undefined,
  },
  body: { code: finding.code, ...body },
  ...(content ? { content } : {}),
});
