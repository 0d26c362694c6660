/** The open table (bảng công khai hằng tháng): counts by unit without a single person in it; lines of few dossiers stand together. */
import type { Db } from '../../platform/db/database.ts';
import { dayOf, isoOf } from '../../platform/calendar/instant.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Day, Instant } from '../../platform/calendar/instant.ts';
import type { Json } from '../../platform/db/json.ts';
import { type CountedUnit, listCounted, nameUnits } from '../../platform/organisation/counted-units.ts';
import type { Count, Definitions } from './definitions.ts';
import { countFigures, type Figures, sumFigures } from './figures.ts';
import type { Period } from '../../platform/calendar/period.ts';
import { csvText } from '../../platform/text/csv.ts';
import type { StatisticsTables } from './tables.ts';

export interface OpenRow {
  /** Null for the line of units with few dossiers. */
  readonly name: LocalText | null;
  readonly code: string | null;
  readonly figures: Figures;
}

export interface OpenTable {
  readonly period: Period;
  readonly at: Instant;
  readonly columns: readonly Count[];
  readonly rows: readonly OpenRow[];
  readonly total: Figures;
  /** How many units stand together, and below how many dossiers they do. */
  readonly gathered: number;
  readonly least: number;
  readonly simulated: boolean;
}

export async function readOpenTable(
  db: Db<StatisticsTables>,
  { definitions, period, at }: { readonly definitions: Definitions; readonly period: Period; readonly at: Instant },
): Promise<OpenTable> {
  const { counts, table } = definitions.counts;
  const { least } = definitions.periods.openTable;
  const columns = table.flatMap((key) => counts.find((count) => count.key === key) ?? []);
  const units = await listOpenUnits(db, dayOf(at));
  const span = { from: period.from, to: period.to, at };
  const { lines, simulated } = await countFigures(db, { counts: columns, span, units, line: 'unit', offered: [] });
  const names = await nameUnits(db, [...lines.keys()]);
  const whole = [...names].map(([id, { name, code }]) => ({ name, code, figures: lines.get(id) ?? {} }));
  const { kept, small } = gatherSmall(
    whole.filter(({ figures }) => sizeOf(figures) > 0),
    least,
  );
  const others: OpenRow[] =
    small.length === 0
      ? []
      : [
          {
            name: null,
            code: null,
            figures: sumFigures(
              small.map((row) => row.figures),
              columns,
            ),
          },
        ];
  return {
    period,
    at,
    columns,
    rows: [...kept, ...others],
    total: sumFigures(lines.values(), columns),
    gathered: small.length,
    least,
    simulated,
  };
}

/** Every unit of both eras, on its own line: a published month does not change when a unit does. */
const listOpenUnits = (db: Db<StatisticsTables>, day: Day): Promise<readonly CountedUnit[]> =>
  listCounted(db, 'all', { era: 'then', day });

/** The dossiers that a line speaks of. */
const sizeOf = (figures: Figures): number =>
  (figures.carried ?? 0) + (figures.received ?? 0) || Math.max(0, ...Object.values(figures));

/**
 * Lines with fewer dossiers than `least` stand together; where they are still fewer, the next smallest joins them, because
 * the total less the others would give them away. The order of what is kept stays.
 */
export function gatherSmall<Row extends { readonly figures: Figures }>(
  rows: readonly Row[],
  least: number,
): { readonly kept: readonly Row[]; readonly small: readonly Row[] } {
  const bySize = [...rows].sort((a, b) => sizeOf(a.figures) - sizeOf(b.figures));
  const small = new Set<Row>();
  let size = 0;
  for (const row of bySize) {
    const isSmall = sizeOf(row.figures) < least;
    if (!isSmall && (small.size === 0 || size >= least)) break;
    small.add(row);
    size += sizeOf(row.figures);
  }
  return { kept: rows.filter((row) => !small.has(row)), small: rows.filter((row) => small.has(row)) };
}

const OTHERS = 'CAC-DON-VI-KHAC';

/** Names of columns are the keys of the counts: a program reads them the same in every language. */
export function openCsv({ period, at, columns, rows, simulated }: OpenTable): string {
  const head = [
    'ky',
    'tu_ngay',
    'den_ngay',
    'so_lieu_den',
    'mo_phong',
    'ma_don_vi',
    'don_vi',
    ...columns.map(({ key }) => key),
  ];
  const common = [period.key, period.firstDay, period.lastDay, isoOf(at), simulated ? 'co' : 'khong'];
  const lines = rows.map(({ name, code, figures }) => [
    ...common,
    name === null ? OTHERS : (code ?? ''),
    name?.vi ?? '',
    ...columns.map(({ key }) => `${figures[key] ?? 0}`),
  ]);
  return csvText([head, ...lines]);
}

export function openJson({ period, at, columns, rows, total, gathered, least, simulated }: OpenTable): Json {
  return {
    period: { key: period.key, from: period.firstDay, to: period.lastDay },
    as_of: isoOf(at),
    simulated,
    small_counts: { least, gathered_units: gathered },
    columns: columns.map(({ key, name, basis = null, confirm }) => ({
      key,
      name: { ...name },
      basis,
      to_be_confirmed: confirm !== undefined,
    })),
    rows: rows.map(({ name, code, figures }) => ({
      unit: name === null ? null : { code, name: { ...name } },
      figures: { ...figures },
    })),
    total: { ...total },
  };
}
