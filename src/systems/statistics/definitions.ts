/** Statistics as data (định nghĩa số liệu): what is counted, what a share is a share of, how points are given, and on which rule each rests. */
import { type Static, type TProperties, type TSchema, Type } from 'typebox';
import { LocalTextSchema } from '../../platform/forms/definition.ts';

const closed = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });
const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(Type.Union(values.map((value) => Type.Literal(value))));
const some = <T extends TSchema>(schema: T) => Type.Optional(Type.Array(schema, { minItems: 1, uniqueItems: true }));
const Key = Type.String({ pattern: '^[a-z][a-z0-9-]{0,59}$' });
const Keys = Type.Array(Key);
/** Nobody has verified it: `M` from memory, `?` uncertain, `design` our own proposal. Shown as "chờ xác nhận". */
const Confirm = Type.Optional(oneOf(['M', '?', 'design']));
const Share = Type.Number({ exclusiveMinimum: 0, maximum: 1 });

/** How a dossier ends. */
export const OUTCOMES = ['approved', 'rejected', 'refused', 'silence', 'not-accepted', 'withdrawn', 'stopped'] as const;

/** A typed filter: each column with the values that count; several columns must all hold. */
const Where = closed({
  channel: some(oneOf(['online', 'counter', 'post'])),
  outcome: some(oneOf(OUTCOMES)),
  standing: some(oneOf(['early', 'on-time', 'late', 'no-term'])),
  state: some(oneOf(['early', 'on-time', 'late', 'no-term', 'in-time', 'paused'])),
  accepted: some(oneOf(['yes', 'no'])),
  level: some(oneOf(['full', 'part', 'none', 'unknown'])),
  requests: some(oneOf(['none', 'one', 'more'])),
  asked_by: some(oneOf(['nobody', 'one-stop', 'others'])),
  rating: some(oneOf(['satisfied', 'dissatisfied', 'none'])),
  attitude: some(oneOf(['complained', 'none'])),
  duty: some(oneOf(['none', 'owed', 'paid-online'])),
  papers: some(oneOf(['digital', 'other'])),
  result: some(oneOf(['electronic', 'other', 'none-yet'])),
});

const PROCEDURE_COUNTS = ['offered', 'online', 'with-fee', 'paid-online', 'fee-known'] as const;

const Count = closed({
  key: Key,
  name: LocalTextSchema,
  /** Dossiers unless said otherwise. */
  of: Type.Optional(oneOf(['dossiers', 'parts', 'procedures'])),
  when: Type.Optional(oneOf(['received', 'finished', 'open', 'carried'])),
  where: Type.Optional(Where),
  which: Type.Optional(oneOf(PROCEDURE_COUNTS)),
  basis: Type.Optional(Type.String()),
  confirm: Confirm,
});

const Headline = closed({ key: Key, name: LocalTextSchema, part: Key, whole: Key });

export const CountsSchema = closed({
  /** Where all of them come from. */
  source: LocalTextSchema,
  counts: Type.Array(Count, { minItems: 1 }),
  table: Type.Array(Key, { minItems: 1, uniqueItems: true }),
  headline: Type.Array(Headline),
});

const Rule = closed({
  key: Key,
  name: LocalTextSchema,
  /** The day on which a period begins; beyond 1 it begins in the month before. */
  cutDay: Type.Integer({ minimum: 1, maximum: 28 }),
  basis: Type.Optional(Type.String()),
  confirm: Confirm,
});

export const PeriodsSchema = closed({
  rules: Type.Array(Rule, { minItems: 1 }),
  openTable: closed({ least: Type.Integer({ minimum: 1, maximum: 50 }), confirm: Confirm }),
});

const Band = closed({ from: Type.Number({ minimum: 0 }), name: LocalTextSchema });
/** From the highest down; the last one from 0. */
const Bands = Type.Array(Band, { minItems: 1 });

const Online = closed({
  procedures: Type.Tuple([Key, Key]),
  dossiers: Type.Tuple([Key, Key]),
  late: Key,
  leastProcedures: Share,
  two: Share,
  one: Share,
});

/** One of: points for what is counted, the rule of the online index, or why there is no figure. */
const Index = closed({
  number: Type.Integer({ minimum: 1, maximum: 9 }),
  name: LocalTextSchema,
  /** Counts for officers too. */
  staff: Type.Optional(Type.Boolean()),
  points: Type.Optional(closed({ two: Keys, one: Keys, zero: Keys })),
  online: Type.Optional(Online),
  missing: Type.Optional(LocalTextSchema),
  confirm: Confirm,
});

export const Circular01Schema = closed({
  basis: Type.String(),
  indices: Type.Array(Index, { minItems: 9, maxItems: 9 }),
  staffBands: Bands,
  unitBands: Bands,
});

const Component = closed({
  key: Key,
  name: LocalTextSchema,
  max: Type.Number({ exclusiveMinimum: 0 }),
  /** The share at which the points are full. */
  fullAt: Type.Optional(Share),
  part: Type.Optional(Keys),
  whole: Type.Optional(Keys),
  /** Points where the denominator is known to be 0: by the formula none at all, 0 or full. */
  empty: Type.Optional(oneOf(['none', 'zero', 'full'])),
  missing: Type.Optional(LocalTextSchema),
  confirm: Confirm,
});

export const Decision766Schema = closed({
  basis: Type.String(),
  groups: Type.Array(
    closed({
      name: LocalTextSchema,
      max: Type.Number({ exclusiveMinimum: 0 }),
      components: Type.Array(Component, { minItems: 1 }),
    }),
  ),
  bands: Bands,
  bandsConfirm: Confirm,
});

export type Count = Static<typeof Count>;
export type CountWhere = Static<typeof Where>;
export type Index = Static<typeof Index>;
export type Band = Static<typeof Band>;
export type ScoreComponent = Static<typeof Component>;
export type Circular01 = Static<typeof Circular01Schema>;
export type Decision766 = Static<typeof Decision766Schema>;
export type ProcedureCount = (typeof PROCEDURE_COUNTS)[number];

export interface Definitions {
  readonly periods: Static<typeof PeriodsSchema>;
  readonly counts: Static<typeof CountsSchema>;
  readonly circular01: Circular01;
  readonly decision766: Decision766;
}
