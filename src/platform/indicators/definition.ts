/** Indicators as data (chỉ số): what is counted, of what it is a share, how often, which way is good, and on what it rests. */
import { type Static, type TProperties, Type } from 'typebox';
import { LocalTextSchema } from '../forms/definition.ts';

const closed = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });
/** `one-stop.on-time`: a group and a name. */
export const INDICATOR_CODE = /^[a-z][a-z0-9-]{0,39}(\.[a-z0-9][a-z0-9-]{0,59}){1,2}$/;
const Day = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' });
/** A condition in CEL over the measure's variables, or the figures that a system reckons itself. */
const Counted = Type.Union([
  Type.String({ minLength: 1, maxLength: 10_000 }),
  Type.Array(Type.String(), { minItems: 1, uniqueItems: true }),
]);

export const PERIOD_KINDS = ['month', 'quarter', 'year'] as const;

export const IndicatorSchema = closed({
  code: Type.String({ pattern: INDICATOR_CODE.source }),
  name: LocalTextSchema,
  /** `statistics.finished` */
  measure: Type.String(),
  /** Only these are looked at. */
  filter: Type.Optional(Type.String({ minLength: 1, maxLength: 10_000 })),
  numerator: Counted,
  /** Left out: a plain count. */
  denominator: Type.Optional(Counted),
  /** What the numerator and the denominator are, in words, where the conditions do not say it well. */
  words: Type.Optional(closed({ numerator: LocalTextSchema, denominator: Type.Optional(LocalTextSchema) })),
  /** What the value is counted in: `%`, `hồ sơ`. */
  unit: LocalTextSchema,
  period: Type.Unsafe<(typeof PERIOD_KINDS)[number]>(Type.Union(PERIOD_KINDS.map((kind) => Type.Literal(kind)))),
  /** Periods begin on this day of the month before (chốt số liệu báo cáo) instead of on the first. */
  cutDay: Type.Optional(Type.Integer({ minimum: 2, maximum: 28 })),
  direction: Type.Union([Type.Literal('up'), Type.Literal('down')]),
  /** In the value's own unit: from here on it is good, from here on it is still no alarm. */
  thresholds: Type.Optional(closed({ good: Type.Number(), warn: Type.Number() })),
  source: LocalTextSchema,
  basis: Type.Optional(Type.String()),
  /** Nobody has verified it against its text. */
  confirm: Type.Optional(Type.Boolean()),
  /** What is to be known about it. */
  note: Type.Optional(LocalTextSchema),
  version: Type.Integer({ minimum: 1 }),
  /** The first day that this version counts. */
  from: Day,
});

export const SectorSchema = closed({
  sector: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
  name: LocalTextSchema,
  /** Where it stands among the sectors. */
  place: Type.Integer({ minimum: 1 }),
  indicators: Type.Array(IndicatorSchema, { minItems: 1 }),
});

export type PeriodKind = (typeof PERIOD_KINDS)[number];

export type Sector = Omit<Static<typeof SectorSchema>, 'indicators'>;

export type IndicatorDefinition = Static<typeof IndicatorSchema> & { readonly sector: Sector };

/** What decides the numbers: a version of a definition never changes it. */
export const reckoningOf = ({
  measure,
  filter,
  numerator,
  denominator,
  version,
  from,
}: Pick<IndicatorDefinition, 'measure' | 'filter' | 'numerator' | 'denominator' | 'version' | 'from'>) => ({
  measure,
  filter: filter ?? null,
  numerator,
  denominator: denominator ?? null,
  version,
  from,
});
