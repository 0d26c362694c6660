/** Statistics (thống kê): the numbers that the law asks of the handling of dossiers, each with what it is a share of and the dossiers behind it. */
import { ADMINISTRATOR } from '../../platform/permissions/permissions.ts';
import { defineSystem } from '../../platform/system/define-system.ts';
import { statisticsTiles } from './centre-figures.ts';
import { loadDefinitions } from './current-definitions.ts';
import { figureMeasure } from './figure-measure.ts';
import { FINISHED, finishedMeasure } from './finished-measure.ts';
import { followDossiers } from './follow-dossiers.ts';
import { readStatisticsPack } from './pack.ts';
import { officerFigureRoutes } from './routes/officer-figures.tsx';
import { officerPointsRoutes } from './routes/officer-points.tsx';
import { publicFigureRoutes } from './routes/public-figures.tsx';
import { WHAT_IF, whatIfRoutes } from './routes/what-if.tsx';
import type { StatisticsTables } from './tables.ts';

export const statistics = defineSystem<StatisticsTables>({
  id: 'statistics',
  title: { vi: 'Thống kê giải quyết hồ sơ', en: 'Statistics of dossiers' },
  uses: ['procedures', 'dossiers', 'feedback'],
  migrates: true,
  permissions: {
    'statistics.see': {
      title: { vi: 'Xem số liệu của đơn vị', en: 'See the figures of one’s units' },
      roles: ['LP', 'CT', 'LD', 'GD', 'TCA'],
    },
    'statistics.try-terms': {
      title: { vi: 'Tính thử thời hạn', en: 'Try another term' },
      roles: ['CT', 'LD', ADMINISTRATOR],
    },
  },
  routes: [...officerFigureRoutes, ...officerPointsRoutes, ...publicFigureRoutes, ...whatIfRoutes],
  links: {
    services: [{ label: { vi: 'Số liệu giải quyết hồ sơ', en: 'Figures of dossiers' }, href: '/so-lieu' }],
    office: [
      { label: { vi: 'Tính thử thời hạn', en: 'Try another term' }, href: WHAT_IF, permission: 'statistics.try-terms' },
    ],
    books: [{ label: { vi: 'Số liệu', en: 'Figures' }, href: '/can-bo/so-lieu', permission: 'statistics.see' }],
  },
  async load({ db, clock }, packFolder) {
    await loadDefinitions(db, readStatisticsPack(packFolder), clock);
  },
  tiles: statisticsTiles,
  measures: { [FINISHED]: finishedMeasure, 'statistics.figures': figureMeasure },
  subscribers: ({ acting }) => [followDossiers(acting.legal)],
});
