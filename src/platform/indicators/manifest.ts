/** Indicators (chỉ số) as the registry lists them: the engine that counts what systems declare as measures, by the definitions of the pack. */
import { defineSystem } from '../system/define-system.ts';
import { followJournal } from './follow-journal.ts';
import { loadDefinitions } from './load-definitions.ts';
import { readIndicatorPack } from './pack.ts';
import { indicatorRoutes, INDICATORS, SEE } from './routes.tsx';
import type { IndicatorTables } from './tables.ts';

export const indicators = defineSystem<IndicatorTables>({
  id: 'indicators',
  title: { vi: 'Chỉ số', en: 'Indicators' },
  uses: [],
  permissions: {
    [SEE]: {
      title: { vi: 'Xem chỉ số', en: 'See indicators' },
      roles: ['LP', 'CT', 'LD', 'GD', 'TCA'],
    },
  },
  routes: indicatorRoutes,
  links: {
    books: [{ label: { vi: 'Chỉ số', en: 'Indicators' }, href: INDICATORS, permission: SEE }],
  },
  subscribers: ({ registry }) => [followJournal(registry.measures)],
  async load({ db, clock, registry }, packFolder) {
    const read = readIndicatorPack(packFolder, registry.measures);
    if (read.faults)
      throw new Error(`the indicators of the province pack are not usable: ${JSON.stringify(read.faults)}`);
    await loadDefinitions(db, { indicators: read.indicators, measures: registry.measures, clock });
  },
});
