/** Money of the plan (kinh phí): planned, committed and paid by source, year and project, checked against one another and the total. Pure. */
import type { PlanRecord } from './records.ts';

/** đồng */
export interface Sums {
  readonly planned: number;
  readonly committed: number;
  readonly paid: number;
}

export type MoneyFlag = 'paid-over-committed' | 'committed-over-planned';

export interface MoneyLine extends Sums {
  readonly key: string;
  readonly flags: readonly MoneyFlag[];
}

export interface Money {
  readonly total: Sums;
  readonly bySource: readonly MoneyLine[];
  readonly byYear: readonly MoneyLine[];
  readonly byProject: readonly MoneyLine[];
  /** Planned less the total of the plan: above nought, more is planned than there is; below, that much is not split. */
  readonly overTotal: number;
}

const NOTHING: Sums = { planned: 0, committed: 0, paid: 0 };

export function readMoney(records: readonly PlanRecord[], total: number): Money {
  const lines = records.filter(({ sheet }) => sheet === 'money');
  const flags = flagsOf(lines);
  const by = (column: string): MoneyLine[] =>
    [...Map.groupBy(lines, ({ cells }) => cells[column] ?? '')]
      .map(([key, group]) => ({
        key,
        ...sumOf(group),
        flags: column === 'year' ? [] : [...new Set(group.flatMap((line) => flags.get(purseOf(line)) ?? []))],
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  const sums = sumOf(lines);
  return {
    total: sums,
    bySource: by('source'),
    byYear: by('year'),
    byProject: by('project'),
    overTotal: sums.planned - total,
  };
}

function sumOf(lines: readonly PlanRecord[]): Sums {
  return lines.reduce<Sums>((sums, { cells, amount }) => {
    const kind = cells.kind as keyof Sums;
    return { ...sums, [kind]: sums[kind] + (amount ?? 0) };
  }, NOTHING);
}

/** Money of one project from one source: what is paid in a year may have been committed the year before. */
const purseOf = ({ cells }: PlanRecord): string => `${cells.project}\n${cells.source}`;

/** Judged purse by purse, so that one source does not hide what is overdrawn in another. */
function flagsOf(lines: readonly PlanRecord[]): ReadonlyMap<string, readonly MoneyFlag[]> {
  return new Map(
    [...Map.groupBy(lines, purseOf)].map(([purse, group]) => {
      const { planned, committed, paid } = sumOf(group);
      const flags: MoneyFlag[] = [
        ...(paid > committed ? (['paid-over-committed'] as const) : []),
        ...(committed > planned ? (['committed-over-planned'] as const) : []),
      ];
      return [purse, flags];
    }),
  );
}

export interface Funding {
  readonly target: string;
  readonly projects: readonly string[];
  /** Of those, the ones with money planned or committed. */
  readonly funded: readonly string[];
}

/** Which projects serve each target, and which of them have money. */
export function fundingOf(
  records: readonly PlanRecord[],
  targets: readonly { readonly id: string }[],
): readonly Funding[] {
  const withMoney = new Set(
    records
      .filter(({ sheet, cells, amount }) => sheet === 'money' && cells.kind !== 'paid' && (amount ?? 0) > 0)
      .map(({ cells }) => cells.project),
  );
  const projects = records.filter(({ sheet, cells }) => sheet === 'project' && cells.state !== 'stopped');
  return targets.map(({ id }) => {
    const serving = projects
      .filter(({ cells }) => (cells.targets ?? '').split(', ').includes(id))
      .map(({ code }) => code);
    return { target: id, projects: serving, funded: serving.filter((code) => withMoney.has(code)) };
  });
}
