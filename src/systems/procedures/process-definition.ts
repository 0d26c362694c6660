/** The internal process (quy trình nội bộ) in a procedure definition. */
import { type Static, Type } from 'typebox';
import { LocalTextSchema } from '../../platform/forms/definition.ts';
import { closed, Confirm, ConditionText, FieldKey, Key, oneOf, RoleKey, TermText } from './definition-atoms.ts';

/** Working time of one step: `2h`, `30min`. */
const Budget = Type.String({ pattern: '^\\d{1,4}(h|min)$' });

/** A clock beside the term: a consultation, a measurement, a posting. What silence at its end means is part of it. */
const OwnClock = closed({ term: TermText, silence: oneOf(['none', 'consent', 'proceed']), confirm: Confirm });

/** A way on from a step: the first whose condition holds is taken, so the last has none. */
const Way = closed({ to: Key, when: Type.Optional(ConditionText) });

/** One step of the internal process (quy trình nội bộ), in order. A step without `budget` runs beside the term. */
const Step = closed({
  key: Key,
  name: LocalTextSchema,
  /** A role of the organisation data: TN, HT, CV, LP, CT, VT … */
  role: RoleKey,
  /** Where: the one-stop office that received, the competent authority, one of its sections, or a named unit. */
  unit: Type.String({ pattern: '^(receiving|competent|section:[a-z-]+|unit:[a-z0-9-]+)$' }),
  budget: Type.Optional(Budget),
  /** Budgets that differ in a case, by case key. */
  budgets: Type.Optional(Type.Record(Key, Budget)),
  actions: Type.Array(
    oneOf([
      'receive',
      'examine',
      'ask-supplement',
      'refuse',
      'assign',
      'consult',
      'verify',
      'visit',
      'draft',
      'confirm-draft',
      'check',
      'send-back',
      'approve',
      'sign',
      'write-register',
      'ask-payment',
      'number',
      'seal',
      'return',
      'post-notice',
    ]),
    { minItems: 1 },
  ),
  /** Taken only when true; else it is passed over. */
  guard: Type.Optional(ConditionText),
  /** Where a dossier goes on; left out, to the step that follows in the list. The last step of the list ends it. */
  next: Type.Optional(Type.Array(Way, { minItems: 1, maxItems: 6 })),
  /** The step waits for somebody outside and the term stops meanwhile. */
  pauses: Type.Optional(oneOf(['financial-obligation', 'draft-confirmation', 'consultation'])),
  ownClock: Type.Optional(OwnClock),
  /** What a dossier that comes here reports to the register of the population. */
  reports: Type.Optional(oneOf(['birth', 'residence'])),
  confirm: Confirm,
});

/** What another body does in a linked procedure (liên thông), beside the steps of the lead body and on a time limit of its own (NĐ 61/2018 Điều 19 khoản 6, 7). */
const LinkedPart = closed({
  key: Key,
  name: LocalTextSchema,
  /** Code of the procedure that it is when it is asked for alone. */
  procedure: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  unit: Type.String({ pattern: '^(competent|area-police|section:[a-z-]+|unit:[a-z0-9-]+)$' }),
  /** The step at whose beginning every body gets its part at once. */
  from: Key,
  /** The step that is not completed before the part has ended. */
  until: Key,
  /** Sections of the common form whose answers its body reads in full, to do it; hidden in part when absent. */
  takes: Type.Optional(Type.Array(FieldKey, { minItems: 1, uniqueItems: true })),
  term: TermText,
  guard: Type.Optional(ConditionText),
  confirm: Confirm,
});

export const ProcessSchema = closed({
  steps: Type.Array(Step, { minItems: 2, maxItems: 40 }),
  linked: Type.Optional(Type.Array(LinkedPart, { minItems: 1, maxItems: 10 })),
  confirm: Confirm,
});

export type Process = Static<typeof ProcessSchema>;
export type Step = Process['steps'][number];
export type LinkedPart = NonNullable<Process['linked']>[number];
