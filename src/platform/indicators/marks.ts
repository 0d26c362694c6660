/** Marks: which definitions count a fact, in their numerator, in their denominator, or cannot tell. Pure. */
import type { Day } from '../calendar/instant.ts';
import { type Condition, compileCondition, evaluate } from '../conditions/condition.ts';
import type { ConditionFault } from '../conditions/condition-fault.ts';
import {
  bindValues,
  type Bound,
  defineSubject,
  type Subject,
  type Values,
  type Variables,
} from '../conditions/subject.ts';
import type { IndicatorDefinition } from './definition.ts';

/** A version of a definition with its conditions ready, and the days it counts. */
export interface Counting {
  readonly number: number;
  readonly from: Day;
  /** The first day it does not count any more; null while there is no later version. */
  readonly until: Day | null;
  readonly conditions: Conditions;
}

export interface Conditions {
  readonly filter: Condition | undefined;
  readonly numerator: Condition;
  /** Undefined for a plain count. */
  readonly denominator: Condition | undefined;
}

export interface Marks {
  readonly numerators: readonly number[];
  readonly denominators: readonly number[];
  readonly unknowns: readonly number[];
}

/**
 * A numerator is always part of its denominator: what the denominator does not hold is not asked for. A fact for which a value is
 * missing is never guessed: it is unknown, and stays in the denominator where that is decided.
 */
export function markFact(
  countings: readonly Counting[],
  { day, bound }: { readonly day: Day; readonly bound: Bound },
): Marks {
  const marks = { numerators: [] as number[], denominators: [] as number[], unknowns: [] as number[] };
  for (const { number, from, until, conditions } of countings) {
    if (day < from || (until !== null && day >= until)) continue;
    const place = placeOf(conditions, bound);
    if (conditions.denominator && place.whole) marks.denominators.push(number);
    if (place.part) marks.numerators.push(number);
    if (place.unknown) marks.unknowns.push(number);
  }
  return marks;
}

export interface Place {
  readonly whole: boolean;
  readonly part: boolean;
  readonly unknown: boolean;
}

const OUTSIDE: Place = { whole: false, part: false, unknown: false };
const UNKNOWN: Place = { whole: false, part: false, unknown: true };

export function placeOf({ filter, numerator, denominator }: Conditions, bound: Bound): Place {
  for (const condition of [filter, denominator]) {
    const held = condition ? evaluate(condition, bound).value : true;
    if (held === undefined) return UNKNOWN;
    if (!held) return OUTSIDE;
  }
  const part = evaluate(numerator, bound).value;
  return { whole: true, part: part === true, unknown: part === undefined };
}

const subjects = new WeakMap<Variables, Subject>();

/** One subject for one measure, however often it is asked. */
export function subjectOf(name: string, variables: Variables): Subject {
  const known = subjects.get(variables);
  if (known) return known;
  const subject = defineSubject({ name: name.replaceAll(/[^a-z0-9]/g, '_'), variables });
  subjects.set(variables, subject);
  return subject;
}

export const bindFact = (subject: Subject, values: Values): Bound => bindValues(subject, values);

const CONDITION_PLACES = ['filter', 'numerator', 'denominator'] as const;

export type CompiledConditions =
  | { readonly conditions: Conditions; readonly faults?: undefined }
  | {
      readonly conditions?: undefined;
      readonly faults: readonly { readonly place: (typeof CONDITION_PLACES)[number]; readonly fault: ConditionFault }[];
    };

export function compileConditions(
  subject: Subject,
  definition: Pick<IndicatorDefinition, (typeof CONDITION_PLACES)[number]>,
): CompiledConditions {
  const compiled = CONDITION_PLACES.flatMap((place) => {
    const source = definition[place];
    return typeof source === 'string' ? [{ place, ...compileCondition(subject, source) }] : [];
  });
  const faults = compiled.flatMap(({ place, errors = [] }) => errors.map((fault) => ({ place, fault })));
  const found = (wanted: string) => compiled.find(({ place }) => place === wanted)?.condition;
  const numerator = found('numerator');
  if (faults.length > 0 || !numerator) return { faults };
  return { conditions: { filter: found('filter'), numerator, denominator: found('denominator') } };
}
