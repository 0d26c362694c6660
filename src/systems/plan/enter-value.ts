/** Entering a value (nhập số liệu): what a document says of a measure on a day; it counts once another person approves it. */
import { type Day, isoOf } from '../../platform/calendar/instant.ts';
import type { ActEnvironment, Outcome } from '../../platform/cases/act.ts';
import { newId } from '../../platform/db/ids.ts';
import { actOnPlan, type PlanCommand } from './act-on-plan.ts';
import { getPlan } from './current-definition.ts';
import type { PlanPerson } from './office.ts';
import type { PlanTables, ValueKind } from './tables.ts';

export interface EnteredValue {
  readonly target: string;
  readonly measure: string;
  readonly kind: ValueKind;
  readonly day: Day;
  /** Ten-thousandths. */
  readonly amount: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly documentNumber: string;
  readonly documentDay: Day;
  readonly note: string;
}

export interface EnterValue extends PlanCommand {
  readonly value: EnteredValue;
  /** Of the document, stored before. */
  readonly file: string | null;
}

/** Read and checked by read-value.ts; answers `id`. */
export const enterValue = (env: ActEnvironment<PlanTables>, actor: PlanPerson, command: EnterValue): Promise<Outcome> =>
  actOnPlan(env, actor, command, {
    name: 'plan.enter-value',
    async decide(trx, at) {
      const definition = await getPlan(trx);
      const id = newId();
      const { target, measure, kind, day, amount, numerator, denominator, documentNumber, documentDay, note } =
        command.value;
      return {
        kind: 'act',
        subject: { type: 'plan.value', id },
        rows: [
          {
            table: 'plan.value',
            op: 'insert',
            values: {
              id,
              target,
              measure,
              kind,
              day,
              amount,
              numerator,
              denominator,
              document_number: documentNumber,
              document_day: documentDay,
              file_id: command.file,
              note,
              state: 'draft',
              invented: false,
              definition_id: definition.id,
              entered_by: actor.account,
              entered_at: isoOf(at),
              version: 1,
            },
          },
        ],
        entries: [
          {
            type: 'plan.value-entered',
            body: {
              target,
              measure,
              kind,
              day,
              amount,
              numerator,
              denominator,
              document_number: documentNumber,
              document_day: documentDay,
            },
            content: { note: note === '' ? undefined : note },
          },
        ],
        answer: { id },
      };
    },
  });
