/** Finding rows: a finding (phát hiện vi phạm) as a case of its own, with the evidence it rests on, ready to be written beside the act. */
import { type Clause, explain } from '../../platform/conditions/explain.ts';
import type { Bound, Subject } from '../../platform/conditions/subject.ts';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { RowChange } from '../../platform/cases/decision.ts';
import type { LegalClock } from '../../platform/cases/legal-clock.ts';
import type { Json } from '../../platform/db/json.ts';
import { newId } from '../../platform/db/ids.ts';
import type { EntryDraft } from '../../platform/journal/entry.ts';
import { fold } from '../../platform/text/fold.ts';
import { type CompiledScenario, fillMessage } from './compile-scenario.ts';

export const FINDING = 'finding';

export interface Found {
  readonly compiled: CompiledScenario;
  readonly subject: Subject;
  readonly bound: Bound;
  /** The act's type; empty for a rule about silence. */
  readonly act: string;
  /** What makes it one: the entry, or the moment that came. */
  readonly occasion: string;
  /** Tells findings of one rule and case apart in their codes: the case's version, or the day of the moment. */
  readonly mark: string;
  readonly caseId: string;
  readonly kind: string;
  readonly responsible: {
    readonly code: string;
    readonly unit: string | null;
    readonly procedure: string | null;
    readonly holdingUnit: string | null;
    readonly simulated: boolean;
  };
  readonly officer: string | null;
  readonly at: Instant;
  readonly entryId: string | null;
}

/** `V03.H53.15-261123-0001.7` */
export const findingCode = ({ compiled, responsible, mark }: Found): string =>
  `${compiled.scenario.code}.${responsible.code}.${mark}`;

/** The rows of a finding and the entry that tells of it, on the finding itself. */
export function writeFinding(
  found: Found,
  legal: LegalClock,
): { rows: RowChange[]; entries: EntryDraft[]; id: string } {
  const { compiled, subject, bound, responsible, at } = found;
  const { scenario, version } = compiled;
  const id = newId();
  const code = findingCode(found);
  const message = fillMessage(scenario, subject, bound);
  const unit = responsible.holdingUnit ?? responsible.unit;
  const due = legal.dueAt(at, scenario.answerWithin, { lateRule: false, unit });
  const clauses = explainedClauses(found);
  return {
    id,
    rows: [
      {
        table: 'cases.case',
        op: 'insert',
        values: {
          id,
          kind: FINDING,
          code,
          title: scenario.title.vi,
          search: fold(`${code} ${scenario.title.vi} ${responsible.procedure ?? ''}`),
          status: 'open',
          competent_unit: responsible.unit,
          receiving_unit: responsible.unit,
          holding_unit: unit,
          assignee_id: found.officer,
          received_at: isoOf(at),
          due_at: isoOf(due),
          opened_at: isoOf(at),
          changed_at: isoOf(at),
          flags: [scenario.severity],
          simulated: responsible.simulated,
          version: 1,
        },
      },
      {
        table: 'cases.timer',
        op: 'insert',
        values: { case_id: id, kind: 'supervision.unanswered', fire_at: isoOf(due) },
      },
      {
        table: 'supervision.finding',
        op: 'insert',
        values: {
          case_id: id,
          scenario: scenario.code,
          scenario_version: version,
          severity: scenario.severity,
          subject_id: found.caseId,
          subject_kind: found.kind,
          subject_code: responsible.code,
          entry_id: found.entryId,
          act: found.act,
          occasion: found.occasion,
          procedure_code: responsible.procedure,
          unit_id: unit,
          officer_id: found.officer,
          found_at: isoOf(at),
          escalations: 0,
          message,
          clauses: clauses as unknown as Json,
        },
      },
    ],
    entries: [
      {
        type: 'supervision.finding-opened',
        subject: { type: FINDING, id },
        dims: {
          scenario: scenario.code,
          severity: scenario.severity,
          officer: found.officer ?? undefined,
          unit,
          procedure: responsible.procedure,
          simulated: responsible.simulated ? true : undefined,
        },
        body: {
          code,
          scenario: scenario.code,
          scenario_version: version,
          case: found.caseId,
          case_code: responsible.code,
          entry: found.entryId,
          act: found.act === '' ? null : found.act,
          occasion: found.occasion,
          answer_by: isoOf(due),
        },
      },
    ],
  };
}

/** Each clause with what it came to and the values it read: the evidence a person can check. */
function explainedClauses({ compiled, act, bound }: Found): Clause | null {
  const condition = compiled.conditions.get(act);
  return condition ? explain(condition, bound) : null;
}
