/** Figures: every count of a period for each line of a table, in one statement for dossiers, one for parts and one for the catalogue. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { isoOf } from '../../platform/calendar/instant.ts';
import type { OfferedProcedure } from '../procedures/index.ts';
import { dossierCondition, partCondition, type Span, withinSpan } from './count-conditions.ts';
import type { CountedUnit } from './counted-units.ts';
import type { Count, ProcedureCount } from './definitions.ts';

/** By the key of the count. A count of the catalogue is the same on every line. */
export type Figures = Readonly<Record<string, number>>;

/** One line for each unit, for each procedure, for each officer of the units, or one for all. */
export type Line = 'unit' | 'procedure' | 'officer' | 'all';

export interface FigureQuestion {
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

export async function countFigures(db: QueryExecutorProvider, asked: FigureQuestion): Promise<CountedFigures> {
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
  db: QueryExecutorProvider,
  { counts, span, units, line, caseId }: FigureQuestion,
): Promise<Counted> {
  const asked = ofKind(counts, 'dossiers');
  if (asked.length === 0) return new Map();
  const simulated = { key: 'simulated', condition: sql`h.simulated` };
  const columns = asked.map((count) => ({ key: count.key, condition: dossierCondition(count, span) }));
  return gather(
    db,
    [...columns, simulated],
    line === 'officer' ? ofOfficers(units, span) : ofUnits(units, span, line, caseId),
  );
}

interface Source {
  readonly line: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
}

function ofUnits(units: readonly CountedUnit[], span: Span, line: Exclude<Line, 'officer'>, caseId?: string): Source {
  const lines = { unit: sql`u.line::text`, procedure: sql`h.procedure_code`, all: sql`'all'` };
  return {
    line: lines[line],
    from: sql`${unitsTable(units)} join statistics.handling h on h.unit_id = u.id where ${withinSpan(span)}
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
  db: QueryExecutorProvider,
  { counts, span, units, line, caseId }: FigureQuestion,
): Promise<Counted> {
  const asked = ofKind(counts, 'parts');
  if (asked.length === 0 || line === 'procedure') return new Map();
  const lines = { unit: sql`u.line::text`, officer: sql`p.account_id::text`, all: sql`'all'` };
  return gather(
    db,
    asked.map((count) => ({ key: count.key, condition: partCondition(count, span) })),
    {
      line: lines[line],
      from: sql`${unitsTable(units)} join statistics.part p on p.unit_id = u.id
        where ${partCondition({}, span)} and ${line === 'officer' ? sql`p.account_id is not null` : sql`true`}
          and ${caseId ? sql`p.case_id = ${caseId}` : sql`true`}`,
    },
  );
}

export const unitsTable = (units: readonly CountedUnit[]): RawBuilder<unknown> =>
  sql`unnest(${units.map(({ id }) => id)}::uuid[], ${units.map(({ line }) => line)}::uuid[]) as u (id, line)`;

async function gather(
  db: QueryExecutorProvider,
  columns: readonly { readonly key: string; readonly condition: RawBuilder<unknown> }[],
  { line, from }: Source,
): Promise<Counted> {
  const counted = columns.map(
    ({ key, condition }) => sql`count(*) filter (where ${condition})::integer as ${sql.ref(key)}`,
  );
  const found = await sql<{ line: string } & Record<string, number>>`
    select ${line} as line, ${sql.join(counted)} from ${from} group by 1
  `.execute(db);
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
