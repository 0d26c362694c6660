/** Functions of our own in conditions: ages, days and Vietnamese text. They are pure; what they can't read makes the expression undecided. */
import { type ASTNode, type Environment, EvaluationError } from '@marcbachmann/cel-js';
import { addMonths, daysBetween } from '../calendar/instant.ts';
import { fold } from '../text/fold.ts';
import { coversEveryDay, fullYears, isDay } from '../text/partial-day.ts';

/** Every function and method a condition may call. What is not here is refused on save: above all `matches`, which no one can interrupt. */
export const ALLOWED_CALLS: ReadonlySet<string> = new Set(
  (
    'answered age days add_years fold unbroken has size exists exists_one all filter contains startsWith endsWith int double ' +
    'timestamp duration getFullYear getMonth getDate getDayOfMonth getDayOfWeek getHours getMinutes getSeconds'
  ).split(' '),
);

/** Those that walk a list; one inside another is refused. */
export const MACROS: ReadonlySet<string> = new Set(['exists', 'exists_one', 'all', 'filter']);

export function registerFunctions(environment: Environment): Environment {
  return environment
    .registerFunction('age(string, string): int', (birth: string, day: string) => BigInt(known(fullYears(birth, day))))
    .registerFunction('days(string, string): int', (from: string, to: string) =>
      BigInt(daysBetween(day(from), day(to))),
    )
    .registerFunction('add_years(string, int): string', addYears)
    .registerFunction('fold(string): string', fold)
    .registerFunction(
      'unbroken(list, string, string): bool',
      (periods: { from: string; to?: string }[], from: string, to: string) =>
        coversEveryDay(
          periods.filter((period) => typeof period.from === 'string'),
          day(from),
          day(to),
        ),
    )
    .registerFunction('answered(ast): bool', answered);
}

/** `answered(x)`: a value is there, and it is not the empty text, list or object. */
function answered({ args }: { args: ASTNode[] }): object {
  const [argument] = args;
  return {
    async: false,
    typeCheck(checker: Checker, _macro: unknown, context: unknown) {
      if (argument?.op !== 'id' && argument?.op !== '.') {
        throw checker.createError('invalid_macro_argument', 'answered() takes the name of a value', argument);
      }
      checker.check(argument, context);
      return checker.getType('bool');
    },
    evaluate(evaluator: { tryEval(ast: unknown, context: unknown): unknown }, _macro: unknown, context: unknown) {
      return isAnswer(evaluator.tryEval(argument, context));
    },
  };
}

interface Checker {
  check(node: ASTNode, context: unknown): unknown;
  getType(name: string): unknown;
  createError(code: string, message: string, node: ASTNode | undefined): Error;
}

function isAnswer(value: unknown): boolean {
  if (value instanceof Error || value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value !== 'object' || 'getTime' in value) return true;
  return Object.values(value).some((member) => typeof member !== 'boolean' && isAnswer(member));
}

function addYears(from: string, years: bigint): string {
  const moved = years > -1000n && years < 1000n ? addMonths(day(from), 12 * Number(years)) : '';
  return day(moved);
}

function day(text: string): string {
  return known(isDay(text) ? text : undefined);
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new EvaluationError({ code: 'value_missing', message: 'not a day' });
  return value;
}
