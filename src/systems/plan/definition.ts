/** The plan as data (đề án): its targets, who enters and approves their values, the money foreseen and the rule of the status. */
import { type Static, type TProperties, Type } from 'typebox';
import { LocalTextSchema } from '../../platform/forms/definition.ts';

const closed = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });
const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(Type.Union(values.map((value) => Type.Literal(value))));
const Key = Type.String({ pattern: '^[a-z][a-z0-9-]{0,59}$' });
/** Nobody has verified it: `M` from memory, `?` uncertain, `design` our own proposal. Shown as "chờ xác nhận". */
const Confirm = Type.Optional(oneOf(['M', '?', 'design']));
const Year = Type.Integer({ minimum: 2000, maximum: 2100 });
const Units = Type.Array(Type.String({ minLength: 1 }), { minItems: 1 });

const Measure = closed({
  key: Key,
  kind: oneOf(['percent', 'count', 'score', 'rank', 'yes-no']),
  compare: oneOf(['>=', '<=', '=']),
  /** In the unit, as text: `0.5`, `100`. */
  target: Type.String({ pattern: '^\\d{1,9}(\\.\\d{1,4})?$' }),
  /** What a count, a score or a rank is counted in. */
  unit: Type.Optional(LocalTextSchema),
  /** Of a percentage. */
  numerator: Type.Optional(LocalTextSchema),
  denominator: Type.Optional(LocalTextSchema),
  /** Code of an indicator that gives it, once there is one. */
  indicator: Type.Optional(Type.String()),
  /** What the plan itself says it began from; a baseline that is entered and approved takes its place. */
  baseline: Type.Optional(
    closed({
      day: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
      amount: Type.String({ pattern: '^\\d{1,9}(\\.\\d{1,4})?$' }),
    }),
  ),
  /** Reckoned from a counter that is entered. */
  counter: Type.Optional(oneOf(['procedures-cut', 'data-services'])),
});

const Target = closed({
  id: Type.String({ pattern: '^T\\d{2}-[A-Z0-9]{1,3}[a-z]?$' }),
  name: LocalTextSchema,
  group: Key,
  year: Year,
  level: LocalTextSchema,
  /** Where the number comes from. */
  source: LocalTextSchema,
  confirm: Confirm,
  /** Reaching one of them reaches the target. */
  measures: Type.Array(Measure, { minItems: 1, maxItems: 3 }),
});

export const TargetsSchema = closed({
  groups: Type.Array(closed({ key: Key, name: LocalTextSchema }), { minItems: 1 }),
  targets: Type.Array(Target, { minItems: 1 }),
});

const Percent = Type.Integer({ minimum: 0, maximum: 100 });

export const PlanSchema = closed({
  name: LocalTextSchema,
  period: closed({ from: Year, to: Year }),
  /** Codes of the units whose positions enter, and whose approve. */
  office: closed({ entering: Units, approving: Units, confirm: Confirm }),
  /** Địa danh: where the quarterly report is dated. */
  place: Type.String({ minLength: 1, maxLength: 60 }),
  /** How many of each the plan has: their names are entered. */
  counts: closed({ task: Type.Integer(), phase: Type.Integer(), solution: Type.Integer() }),
  funding: closed({ total: Type.Integer({ minimum: 0 }), from: Year, to: Year }),
  rule: closed({
    onTrack: Percent,
    atRisk: Percent,
    warnDays: Type.Integer({ minimum: 0 }),
    staleDays: Type.Integer({ minimum: 1 }),
    forecast: closed({
      points: Type.Integer({ minimum: 2 }),
      least: Type.Integer({ minimum: 2 }),
      spanDays: Type.Integer({ minimum: 1 }),
    }),
    confirm: Confirm,
  }),
});

export type Measure = Static<typeof Measure>;
export type Target = Static<typeof Target>;
export type StatusRule = Static<typeof PlanSchema>['rule'];
export type PlanDefinition = Static<typeof PlanSchema> & Static<typeof TargetsSchema>;

export const deadlineOf = ({ year }: Pick<Target, 'year'>): string => `${year}-12-31`;
