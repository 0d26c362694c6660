/** Subjects: what a condition may speak about (a form's answers, a journal entry), as named and typed variables. */
import { Environment } from '@marcbachmann/cel-js';
import { asDate, type Instant } from '../calendar/instant.ts';
import type { LocalText } from '../i18n/local-text.ts';
import { registerFunctions } from './functions.ts';

/** `day` is text 'YYYY-MM-DD', `money` whole đồng, `instant` milliseconds; in CEL they are string, int and timestamp. */
export type ScalarType = 'string' | 'day' | 'int' | 'money' | 'double' | 'bool' | 'instant' | 'strings';

/** A value, an object of fields, or a list of such objects. The label is what explanations call it. */
export type Variable = { readonly label?: LocalText; readonly words?: Readonly<Record<string, LocalText>> } & (
  | { readonly type: ScalarType }
  | { readonly fields: Variables }
  | { readonly rows: Variables }
);
export type Variables = Readonly<Record<string, Variable>>;

export interface Subject {
  readonly name: string;
  readonly variables: Variables;
  /** The CEL environment; only this folder uses it. */
  readonly environment: Environment;
  /** One class per object type, so that CEL knows the type of a bound value. */
  readonly constructors: ReadonlyMap<Variables, new () => object>;
}

/** Longest list a condition may walk, in values and in literals; with the other bounds it keeps an evaluation under some 100,000 steps. */
export const MAX_LIST = 100;

const LIMITS = { maxAstNodes: 1000, maxDepth: 50, maxListElements: MAX_LIST, maxMapEntries: 20, maxCallArguments: 8 };

export function defineSubject({ name, variables }: { name: string; variables: Variables }): Subject {
  const environment = registerFunctions(new Environment({ limits: LIMITS }));
  const constructors = new Map<Variables, new () => object>();
  for (const [key, variable] of Object.entries(variables)) {
    environment.registerVariable(key, declareType(environment, constructors, `${name}.${key}`, variable));
  }
  return { name, variables, environment, constructors };
}

/** The CEL type of a variable, its object types registered depth first. */
function declareType(
  environment: Environment,
  constructors: Map<Variables, new () => object>,
  path: string,
  variable: Variable,
): string {
  if ('type' in variable) return CEL_TYPES[variable.type];
  const members = 'fields' in variable ? variable.fields : variable.rows;
  const fields = Object.fromEntries(
    Object.entries(members).map(([key, member]) => [
      key,
      declareType(environment, constructors, `${path}.${key}`, member),
    ]),
  );
  const ctor = newClass();
  environment.registerType(path, { ctor, fields });
  constructors.set(members, ctor);
  return 'fields' in variable ? path : `list<${path}>`;
}

/** CEL tells object types apart by their constructor. */
function newClass(): new () => object {
  return function Bound() {} as unknown as new () => object;
}

const CEL_TYPES: Readonly<Record<ScalarType, string>> = {
  string: 'string',
  day: 'string',
  int: 'int',
  money: 'int',
  double: 'double',
  bool: 'bool',
  instant: 'google.protobuf.Timestamp',
  strings: 'list<string>',
};

export type Values = Readonly<Record<string, unknown>>;

/** Values in the shapes CEL wants, for one subject: bind once, evaluate many conditions. */
export interface Bound {
  readonly subject: Subject;
  readonly values: object;
}

/**
 * Copies what the subject declares and nothing else. A value that is missing, or not of its declared type, is left out:
 * an expression that needs it is undecided.
 */
export function bindValues(subject: Subject, values: Values): Bound {
  return {
    subject,
    values: bindMembers(subject, subject.variables, values, Object.create(null) as Record<string, unknown>),
  };
}

function bindMembers<T extends object>(subject: Subject, members: Variables, values: Values, into: T): T {
  // by what there is: most looks name few of the values that a subject declares
  for (const key of Object.keys(values)) {
    const member = Object.hasOwn(members, key) ? members[key] : undefined;
    const value = member && bindValue(subject, member, values[key]);
    if (value !== undefined) (into as Record<string, unknown>)[key] = value;
  }
  return into;
}

function bindValue(subject: Subject, variable: Variable, value: unknown): unknown {
  if ('type' in variable) return bindScalar(variable.type, value);
  const members = 'fields' in variable ? variable.fields : variable.rows;
  const bindObject = (row: unknown): object => {
    const ctor = subject.constructors.get(members) as new () => object;
    return bindMembers(subject, members, isObject(row) ? row : {}, new ctor());
  };
  if ('fields' in variable) return isObject(value) ? bindObject(value) : undefined;
  return Array.isArray(value) && value.length <= MAX_LIST ? value.map(bindObject) : undefined;
}

function bindScalar(type: ScalarType, value: unknown): unknown {
  switch (type) {
    case 'string':
      return typeof value === 'string' ? value : undefined;
    case 'day':
      return typeof value === 'string' && value !== '' ? value : undefined;
    case 'bool':
      return typeof value === 'boolean' ? value : undefined;
    case 'double':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
    case 'int':
    case 'money':
      return Number.isSafeInteger(value) ? BigInt(value as number) : typeof value === 'bigint' ? value : undefined;
    case 'instant':
      return Number.isSafeInteger(value) ? asDate(value as Instant) : undefined;
    case 'strings':
      return Array.isArray(value) && value.length <= MAX_LIST
        ? value.filter((item) => typeof item === 'string')
        : undefined;
  }
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
