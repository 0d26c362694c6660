/** Figures: every count of a period for each line of a table, in one statement for dossiers, one for parts and one for the catalogue. */
import { type RawBuilder, sql } from 'kysely';
import { isoOf } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import type { OfferedProcedure } from '../procedures/index.ts';
import {
  type Gathered,
  gatherDossiers,
  gatherParts,
  partCondition,
  type Span,
  withinSpan,
} from './count-conditions.ts';
import type { CountedUnit } from '../../platform/organisation/counted-units.ts';
import type { Count, ProcedureCount } from './definitions.ts';
import type { StatisticsTables } from './tables.ts';

/** By the key of the count. A count of the catalogue is the same on every line. */
export type Figures = Readonly<Record<string, number>>;

/** One line for each unit, for each procedure, for each officer of the units, or one for all. */
export type Line = 'unit' | 'procedure' | 'officer' | 'all';

/** Whose dossiers a unit's line holds: those it decides, those it received, those it returns. */
export type Office = 'competent' | 'receiving' | 'returning';

export const OFFICE_COLUMNS: Readonly<Record<Office, RawBuilder<unknown>>> = {
  competent: sql`h.unit_id`,
  receiving: sql`h.receiving_unit`,
  returning: sql`h.returning_unit`,
};

export interface FigureQuestion {
  /** Left out, the unit that decides. */
  readonly office?: Office;
  readonly counts: readonly Count[];
  readonly span: Span;
  readonly units: readonly CountedUnit[];
  readonly line: Line;
  readonly offered: readonly OfferedProcedure[];
  /** Only this dossier. */
  readonly caseId?: string;
}

export interface CountedFigures {
  readonly lines: ReadonlyMap<string, Figures>;
  /** Simulated dossiers are among them. */
  readonly simulated: boolean;
}

export async function countFigures(db: Db<StatisticsTables>, asked: FigureQuestion): Promise<CountedFigures> {
  const [dossiers, parts] = await Promise.all([countDossiers(db, asked), countParts(db, asked)]);
  const fromCatalogue = countOffered(asked);
  const lines = new Map<string, Figures>();
  for (const line of new Set([...dossiers.keys(), ...parts.keys()])) {
    const { simulated: _, ...counted } = dossiers.get(line) ?? zeros(asked.counts, 'dossiers');
    lines.set(line, { ...counted, ...(parts.get(line) ?? zeros(asked.counts, 'parts')), ...fromCatalogue });
  }
  return { lines, simulated: [...dossiers.values()].some(({ simulated }) => (simulated ?? 0) > 0) };
}

/** The sum of lines; a figure of the catalogue is not summed. */
export function sumFigures(lines: Iterable<Figures>, counts: readonly Count[]): Figures {
  const all = [...lines];
  return Object.fromEntries(
    counts.map(({ key, of }) => [
      key,
      of === 'procedures' ? (all[0]?.[key] ?? 0) : all.reduce((sum, line) => sum + (line[key] ?? 0), 0),
    ]),
  );
}

type Counted = Map<string, Record<string, number>>;

async function countDossiers(
  db: Db<StatisticsTables>,
  { counts, span, units, line, caseId, office }: FigureQuestion,
): Promise<Counted> {
  const asked = ofKind(counts, 'dossiers');
  if (asked.length === 0) return new Map();
  return count(
    db,
    gatherDossiers(asked, span),
    line === 'officer' ? ofOfficers(units, span) : ofUnits({ units, span, caseId, office }, line),
  );
}

interface Source {
  readonly line: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
}

function ofUnits(
  { units, span, caseId, office = 'competent' }: Pick<FigureQuestion, 'units' | 'span' | 'caseId' | 'office'>,
  line: Exclude<Line, 'officer'>,
): Source {
  const lines = { unit: sql`u.line::text`, procedure: sql`h.procedure_code`, all: sql`'all'` };
  return {
    line: lines[line],
    from: sql`${unitsTable(units)} join statistics.handling h on ${OFFICE_COLUMNS[office]} = u.id where ${withinSpan(span)}
      and ${caseId ? sql`h.case_id = ${caseId}` : sql`true`}`,
  };
}

/** Dossiers that ended in the period in which somebody of these units did a part, once for each such officer. */
function ofOfficers(units: readonly CountedUnit[], span: Span): Source {
  return {
    line: sql`w.account_id::text`,
    from: sql`(
      select distinct p.account_id, p.case_id from ${unitsTable(units)} join statistics.part p on p.unit_id = u.id
      where p.account_id is not null and ${ofEnded(span)}
    ) w join statistics.handling h on h.case_id = w.case_id where ${withinSpan(span)}`,
  };
}

/** Parts of dossiers that ended in the period. */
export const ofEnded = ({ from, to }: Span): RawBuilder<unknown> =>
  sql`(p.ended_at >= ${isoOf(from)}::timestamptz and p.ended_at < ${isoOf(to)}::timestamptz)`;

async function countParts(
  db: Db<StatisticsTables>,
  { counts, span, units, line, caseId }: FigureQuestion,
): Promise<Counted> {
  const asked = ofKind(counts, 'parts');
  if (asked.length === 0 || line === 'procedure') return new Map();
  const lines = { unit: sql`u.line::text`, officer: sql`p.account_id::text`, all: sql`'all'` };
  return count(db, gatherParts(asked), {
    line: lines[line],
    from: sql`${unitsTable(units)} join statistics.part p on p.unit_id = u.id
      where ${partCondition({}, span)} and ${line === 'officer' ? sql`p.account_id is not null` : sql`true`}
        and ${caseId ? sql`p.case_id = ${caseId}` : sql`true`}`,
  });
}

export const unitsTable = (units: readonly CountedUnit[]): RawBuilder<unknown> =>
  sql`unnest(${units.map(({ id }) => id)}::uuid[], ${units.map(({ line }) => line)}::uuid[]) as u (id, line)`;

/**
 * Rows that are alike in all that is looked at are one with their number: thirty counts of a million rows are thirty of some
 * hundred. PostgreSQL takes so many columns for a million different rows and would sort them (a year of 1.2 million: 13 of 18 s,
 * on a busy machine), so it is told to hash.
 */
async function count(
  db: Db<StatisticsTables>,
  { columns, conditions }: Gathered,
  { line, from }: Source,
): Promise<Counted> {
  const looked = [...columns].map(([name, expression]) => sql`${expression} as ${sql.ref(name)}`);
  const counted = [...conditions].map(
    ([key, condition]) => sql`coalesce(sum(g.number) filter (where ${condition}), 0)::integer as ${sql.ref(key)}`,
  );
  const alike = sql.raw(looked.map((_, index) => index + 2).join(', '));
  const asked = sql<{ line: string } & Record<string, number>>`
    select g.line, ${sql.join(counted)} from (
      select ${line} as line, ${sql.join(looked)}, count(*) as number from ${from} group by 1, ${alike}
    ) g group by 1
  `;
  const found = await db.transaction().execute(async (trx) => {
    await sql`select set_config('enable_sort', 'off', true), set_config('enable_incremental_sort', 'off', true)`.execute(
      trx,
    );
    return asked.execute(trx);
  });
  return new Map(found.rows.map(({ line: key, ...figures }) => [key, figures as Record<string, number>]));
}

const ofKind = (counts: readonly Count[], kind: NonNullable<Count['of']>): readonly Count[] =>
  counts.filter(({ of = 'dossiers' }) => of === kind);

const zeros = (counts: readonly Count[], kind: NonNullable<Count['of']>): Record<string, number> =>
  Object.fromEntries(ofKind(counts, kind).map(({ key }) => [key, 0]));

const IS_COUNTED: Readonly<Record<ProcedureCount, (procedure: OfferedProcedure) => boolean>> = {
  offered: () => true,
  online: ({ online }) => online === 'full' || online === 'part',
  'with-fee': ({ hasFee }) => hasFee,
  'paid-online': ({ paidOnline }) => paidOnline,
  'fee-known': ({ feesKnown }) => feesKnown,
};

const countOffered = ({ counts, offered }: FigureQuestion): Figures =>
  Object.fromEntries(
    ofKind(counts, 'procedures').map(({ key, which }) => [key, which ? offered.filter(IS_COUNTED[which]).length : 0]),
  );
