/** Reading the board (bảng kinh tế - xã hội): the indicators in force by sector, this month and the six before, of the part of the province that is looked at. */
import { addMonths, type Day, dayOf, addDays } from '../../platform/calendar/instant.ts';
import type { IndicatorDefinition } from '../../platform/indicators/definition.ts';
import { type IndicatorValue, listIndicators, readTrend } from '../../platform/indicators/read-indicator.ts';
import type { Platform } from '../../platform/system/platform.ts';
import type { CentreView } from './centres.ts';

export interface BoardLine {
  readonly definition: IndicatorDefinition;
  /** Of this month so far. */
  readonly value: IndicatorValue;
  /** Of whole months before it, the earliest first; null where there was nothing to reckon from. */
  readonly before: readonly (number | null)[];
}

export interface BoardSector {
  readonly sector: IndicatorDefinition['sector'];
  readonly lines: readonly BoardLine[];
}

const MONTHS_BEFORE = 6;

export async function readBoard(platform: Platform, view: CentreView): Promise<readonly BoardSector[]> {
  const today = dayOf(view.at);
  const periods = periodsTo(today);
  const whose = view.areas === 'all' ? {} : { area: view.areas };
  const sectors = new Map<string, { sector: BoardSector['sector']; lines: BoardLine[] }>();
  for (const definition of await listIndicators(platform)) {
    const values = await readTrend(platform, { code: definition.code, periods, ...whose });
    const value = values.at(-1);
    if (!value) continue;
    const { sector } = definition;
    const known = sectors.get(sector.sector) ?? { sector, lines: [] };
    known.lines.push({ definition, value, before: values.slice(0, -1).map((one) => one.value) });
    sectors.set(sector.sector, known);
  }
  return [...sectors.values()];
}

/** Whole months, then this one up to today. */
function periodsTo(today: Day): readonly { readonly from: Day; readonly to: Day }[] {
  const first = `${today.slice(0, 8)}01`;
  const before = Array.from({ length: MONTHS_BEFORE }, (_, index) => ({
    from: addMonths(first, index - MONTHS_BEFORE),
    to: addMonths(first, index - MONTHS_BEFORE + 1),
  }));
  return [...before, { from: first, to: addDays(today, 1) }];
}
