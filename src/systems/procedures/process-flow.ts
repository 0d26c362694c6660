/** The flow of an internal process in words: what its diagram draws and its table says. Pure. */
import type { Subject } from '../../platform/conditions/subject.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { ProcedureDefinition } from './definition.ts';
import { processOf } from './general-process.ts';
import { budgetOfStep } from './process-budget.ts';
import type { LinkedPart, Process, Step } from './process-definition.ts';
import { unreachable, waysFrom } from './process-graph.ts';
import { ACTION_WORDS, conditionWords, minutesWords, PAUSE_WORDS, placeWords, termWords } from './process-words.ts';

export interface FlowingStep {
  readonly key: string;
  readonly name: LocalText;
  readonly role: LocalText;
  readonly place: LocalText;
  /** Inside the term, on a clock of its own, or while somebody is waited for. */
  readonly time: readonly LocalText[];
  readonly guard: LocalText | undefined;
  readonly ways: readonly { readonly to: string | null; readonly when?: LocalText }[];
  readonly actions: readonly LocalText[];
  readonly sendsBack: boolean;
  readonly reachable: boolean;
}

/** Done by another body beside the steps (liên thông). */
export interface FlowingPart {
  readonly key: string;
  readonly name: LocalText;
  readonly place: LocalText;
  readonly time: LocalText;
  readonly guard: LocalText | undefined;
  /** Keys of the steps at which it begins and before whose end it is awaited. */
  readonly from: string;
  readonly until: string;
}

export interface ProcessFlow {
  readonly steps: readonly FlowingStep[];
  readonly parts: readonly FlowingPart[];
  /** Nobody has written the process of this procedure: it is the general one, a proposal. */
  readonly proposed: boolean;
}

export interface FlowContext {
  /** Of the form, so that conditions are said in its words. */
  readonly subject?: Subject;
  readonly roles: ReadonlyMap<string, LocalText>;
  readonly units: ReadonlyMap<string, LocalText>;
  readonly caseKey?: string;
}

export function flowOf(definition: ProcedureDefinition, context: FlowContext): ProcessFlow {
  const process = processOf(definition);
  const lost = new Set(unreachable(process));
  return {
    proposed: definition.process === undefined,
    parts: (process.linked ?? []).map((part) => partIn(part, context)),
    steps: process.steps.map((step, index) => stepIn(process, { step, index, reachable: !lost.has(index) }, context)),
  };
}

function stepIn(
  process: Process,
  { step, index, reachable }: { readonly step: Step; readonly index: number; readonly reachable: boolean },
  { subject, roles, units, caseKey }: FlowContext,
): FlowingStep {
  const minutes = budgetOfStep(step, caseKey);
  const { ownClock, pauses } = step;
  return {
    key: step.key,
    name: step.name,
    role: roles.get(step.role) ?? { vi: step.role },
    place: placeWords(step.unit, units),
    time: [
      ...(minutes === undefined ? [] : [minutesWords(minutes)]),
      ...(ownClock ? [beside(termWords(ownClock.term))] : []),
      ...(pauses ? [PAUSE_WORDS[pauses]] : []),
    ],
    guard: step.guard === undefined ? undefined : conditionWords(step.guard, subject),
    ways: waysFrom(process, index).map(({ to, when }) => ({
      to: to === null ? null : (process.steps[to]?.key ?? null),
      ...(when === undefined ? {} : { when: conditionWords(when, subject) }),
    })),
    actions: step.actions.map((action) => ACTION_WORDS[action]),
    sendsBack: step.actions.includes('send-back'),
    reachable,
  };
}

const partIn = (
  { key, name, unit, term, guard, from, until }: LinkedPart,
  { subject, units }: FlowContext,
): FlowingPart => ({
  key,
  name,
  place: placeWords(unit, units),
  time: termWords(term),
  guard: guard === undefined ? undefined : conditionWords(guard, subject),
  from,
  until,
});

const beside = ({ vi, en }: Required<LocalText>): LocalText => ({
  vi: `${vi}, ngoài thời hạn chung`,
  en: `${en}, beside the term`,
});
