/** The measure of figures (số liệu giải quyết hồ sơ): every count of this system's own tables, for indicators to be shares of. */
import type { FigureMeasure, FigureSpan } from '../../platform/indicators/measure.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { FIGURE_LIST } from './asked.ts';
import { getDefinitions } from './current-definitions.ts';
import { countFigures } from './figures.ts';
import { FOLLOW } from './finished-measure.ts';
import { listCountedRows } from './list-counted.ts';
import { readStatisticsPack } from './pack.ts';
import type { StatisticsTables } from './tables.ts';

export const figureMeasure: FigureMeasure<StatisticsTables> = {
  kind: 'figures',
  title: { vi: 'Số liệu giải quyết hồ sơ', en: 'Figures of dossiers' },
  subscriber: FOLLOW,
  hrefOf: ({ label }) => `${FIGURE_LIST}/${label}`,
  figures: (packFolder) =>
    new Map(
      readStatisticsPack(packFolder)
        .counts.counts.filter(({ of }) => of !== 'procedures')
        .map(({ key, name }) => [key, name]),
    ),
  count: async (platform, { keys, units, ...span }) =>
    countFigures(platform.db, {
      counts: await countsNamed(platform, keys),
      span: spanOf(platform, span),
      units,
      line: 'unit',
      offered: [],
    }),
  async list(platform, { keys, units, after, limit, ...span }) {
    const counts = await countsNamed(platform, keys);
    const { rows, next } = await listCountedRows(platform.db, {
      counts,
      span: spanOf(platform, span),
      units,
      limit,
      ...(after !== undefined && { after }),
    });
    return {
      rows: rows.map(({ id, code, unit, finishedAt, receivedAt }) => ({
        subject: id,
        label: code,
        at: finishedAt ?? receivedAt,
        unit,
      })),
      next,
    };
  },
};

const spanOf = ({ clock }: Pick<Platform, 'clock'>, { from, to }: Pick<FigureSpan, 'from' | 'to'>) => ({
  from,
  to,
  at: clock(),
});

async function countsNamed({ db }: Platform<StatisticsTables>, keys: readonly string[]) {
  const { counts } = (await getDefinitions(db)).counts;
  return counts.filter(({ key }) => keys.includes(key));
}
