/** Register answers (tra cứu thay giấy tờ): which components a register has answered for this application or dossier, and which paper is asked for after all, and why. Pure. */
import type { Instant } from '../../platform/calendar/instant.ts';
import { type Answers, isAnswers } from '../../platform/forms/answers.ts';
import type { Lookup, RegisteredPerson } from '../lookups/index.ts';
import type { Component } from '../procedures/index.ts';
import { textAt } from './application.ts';

/** `answered`: no paper. The others ask for it: the register knows nobody, says otherwise, knows no residence, was not reached, was not asked. */
export type AnswerState = 'answered' | 'unknown' | 'mismatch' | 'no-residence' | 'unavailable' | 'not-asked';

export interface RegisterAnswer {
  readonly component: Component;
  readonly state: AnswerState;
  readonly register: string;
  /** Of the last look-up; undefined when nobody was asked. */
  readonly at: Instant | undefined;
  /** Whom the register knows, one for each person the paper is about. */
  readonly people: readonly RegisteredPerson[];
  /** Ids of the look-ups that answer it. */
  readonly lookups: readonly string[];
}

export interface AnswerQuestion {
  readonly components: readonly Component[];
  readonly answers: Answers;
  readonly lookups: readonly Lookup[];
  /** Of who files, verified; undefined for organisations and for who has shown nothing. */
  readonly applicantNumber: string | undefined;
}

/** One for each component that a register may answer. */
export function answersOfRegisters({
  components,
  answers,
  lookups,
  applicantNumber,
}: AnswerQuestion): RegisterAnswer[] {
  return components.filter(isAnswerable).map((component) => {
    const numbers = component.factOf?.map((block) => numberAt(answers, block)) ?? [applicantNumber];
    const found = numbers.map((number) => lookups.find((one) => number !== undefined && one.personalNumber === number));
    const states = found.map((lookup) => stateOf(component, lookup));
    const state = states.find((one) => one !== 'answered') ?? 'answered';
    const at = found.flatMap((lookup) => lookup?.at ?? []);
    return {
      component,
      state,
      register: 'population',
      at: at.length > 0 ? (Math.max(...at) as Instant) : undefined,
      people: state === 'answered' ? found.flatMap((lookup) => lookup?.person ?? []) : [],
      lookups: state === 'answered' ? found.flatMap((lookup) => lookup?.id ?? []) : [],
    };
  });
}

/** Named by the pack as what the register of the population knows of a person. */
export const isAnswerable = ({ fact, replacedBy }: Component): boolean =>
  fact !== undefined && (replacedBy?.includes('population') ?? false);

function stateOf({ fact }: Component, lookup: Lookup | undefined): AnswerState {
  if (!lookup) return 'not-asked';
  if (lookup.state !== 'found') return lookup.state;
  return fact === 'residence' && !lookup.person?.residence ? 'no-residence' : 'answered';
}

/** In the block itself, or in the part of it that describes the person. */
function numberAt(answers: Answers, block: string): string | undefined {
  const own = isAnswers(answers[block]) ? answers[block] : {};
  return textAt(own, 'personal_number') || textAt(own.person, 'personal_number') || undefined;
}
