/** Compiling a scenario: its condition checked for each act it looks at, its message's places, its terms, its examples. What is wrong is said with its place. */
import type { Condition } from '../../platform/conditions/condition.ts';
import { compileCondition, evaluate } from '../../platform/conditions/condition.ts';
import { printedValue, variableAt } from '../../platform/conditions/vocabulary.ts';
import type { Bound, Subject } from '../../platform/conditions/subject.ts';
import { type Fault, fault } from '../../platform/pack/fault.ts';
import { isAboutSilence, type Scenario } from './scenario.ts';
import { actsOf, bindExample, type Subjects, type Supervisable } from './scenario-subject.ts';

export interface CompiledScenario {
  readonly scenario: Scenario;
  /** Number of the setting's version; 0 for a draft. */
  readonly version: number;
  /** By act; under the empty name for a rule about silence. */
  readonly conditions: ReadonlyMap<string, Condition>;
  /** Every path that condition and message read. */
  readonly reads: ReadonlySet<string>;
  readonly needsHistory: boolean;
}

export type CompiledOrFaults =
  | { readonly compiled: CompiledScenario; readonly faults?: undefined }
  | { readonly compiled?: undefined; readonly faults: readonly Fault[] };

const PLACE = /\{([^{}]*)\}/g;

export function compileScenario(
  scenario: Scenario,
  version: number,
  { supervisable, subjects }: { readonly supervisable: Supervisable; readonly subjects: Subjects },
): CompiledOrFaults {
  const kind = supervisable.kinds.get(scenario.kind);
  if (!kind)
    return {
      faults: [
        fault(
          'supervision.no-such-kind',
          'kind',
          `Không có loại vụ việc “${scenario.kind}”.`,
          `There is no kind of case "${scenario.kind}".`,
        ),
      ],
    };
  const acts = actsLookedAt(scenario, supervisable);
  const known = new Set(actsOf(supervisable, scenario.kind));
  const unknown = acts.filter((act) => act !== '' && !known.has(act));
  const faults: Fault[] = unknown.map((act) =>
    fault('supervision.no-such-act', 'looks.acts', `Không có hành vi “${act}”.`, `There is no act "${act}".`),
  );
  if (isAboutSilence(scenario) && !Object.hasOwn(kind.moments, scenario.looks.moment)) {
    const { moment } = scenario.looks;
    faults.push(
      fault(
        'supervision.no-such-moment',
        'looks.moment',
        `Không có mốc thời gian “${moment}”.`,
        `There is no moment "${moment}".`,
      ),
    );
  }
  if (scenario.effect === 'block' && isAboutSilence(scenario))
    faults.push(
      fault(
        'supervision.nothing-to-block',
        'effect',
        'Không hành vi nào để chặn khi chỉ xét sự im lặng.',
        'Silence has no act that could be blocked.',
      ),
    );
  const conditions = new Map<string, Condition>();
  for (const act of acts.filter((one) => one === '' || known.has(one))) {
    const subject = subjects.of(scenario.kind, act);
    const { condition, errors } = compileCondition(subject, scenario.condition);
    if (condition) conditions.set(act, condition);
    else
      faults.push(
        ...errors.map(({ code, range, message }) =>
          fault(
            code,
            `condition:${range.start}-${range.end}`,
            inAct(message.vi, act),
            inAct(message.en ?? message.vi, act),
          ),
        ),
      );
    faults.push(...messageFaults(scenario, subject));
    if (errors) break;
  }
  if (faults.length > 0) return { faults: distinct(faults) };
  const reads = new Set([...conditions.values()].flatMap((condition) => condition.reads).concat(placesOf(scenario)));
  const compiled = {
    scenario,
    version,
    conditions,
    reads,
    needsHistory: [...reads].some((path) => path.startsWith('history.')),
  };
  const wrong = exampleFaults(compiled);
  return wrong.length > 0 ? { faults: wrong } : { compiled };
}

/** The acts by name; one empty name for a rule about silence. */
export function actsLookedAt(scenario: Scenario, supervisable: Supervisable): string[] {
  if (isAboutSilence(scenario)) return [''];
  const { acts } = scenario.looks as { acts: string[] };
  return acts.includes('*') ? actsOf(supervisable, scenario.kind) : acts;
}

const inAct = (sentence: string, act: string): string => (act === '' ? sentence : `${sentence} (${act})`);

export const placesOf = ({ message }: Scenario): string[] => [
  ...new Set([...`${message.vi} ${message.en}`.matchAll(PLACE)].map(([, path]) => path as string)),
];

function messageFaults(scenario: Scenario, subject: Subject): Fault[] {
  return placesOf(scenario)
    .filter((path) => variableAt(subject.variables, path) === undefined)
    .map((path) =>
      fault(
        'supervision.no-such-value',
        'message',
        `Thông báo nhắc đến “${path}”, không có ở đây.`,
        `The message names "${path}", which is not there.`,
      ),
    );
}

/** The message with values filled in; a value that is not there is a dash. */
export function fillMessage({ message }: Scenario, subject: Subject, bound: Bound): { vi: string; en: string } {
  const fill = (sentence: string, language: 'vi' | 'en') =>
    sentence.replaceAll(PLACE, (_, path: string) => {
      const variable = variableAt(subject.variables, path);
      const value = path
        .split('.')
        .reduce<unknown>((from, key) => (from as Record<string, unknown> | undefined)?.[key], bound.values);
      const printed = variable && printedValue(variable, value);
      return printed ? (printed[language] ?? printed.vi) : '–';
    });
  return { vi: fill(message.vi, 'vi'), en: fill(message.en, 'en') };
}

/** Each example comes out as it says; an example that cannot be decided is no example. */
export function exampleFaults({ scenario, conditions }: CompiledScenario): Fault[] {
  return (['lawful', 'unlawful'] as const).flatMap((which) =>
    scenario[which].flatMap(({ title, values }, index) => {
      const act = (values.act as { type?: string } | undefined)?.type ?? [...conditions.keys()][0] ?? '';
      const condition = conditions.get(act);
      const at = `${which}.${index}`;
      if (!condition)
        return [
          fault(
            'supervision.example-of-other-act',
            at,
            `Ví dụ “${title.vi}” nói về hành vi không được xét.`,
            `"${title.en}" is about an act that is not looked at.`,
          ),
        ];
      const { value } = evaluate(condition, bindExample(condition.subject, values));
      return value === (which === 'unlawful')
        ? []
        : [
            fault(
              'supervision.example-fails',
              at,
              `Ví dụ “${title.vi}” không cho kết quả như ghi.`,
              `"${title.en}" does not come out as it says.`,
            ),
          ];
    }),
  );
}

function distinct(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((one) => [`${one.code} ${one.at}`, one])).values()];
}
