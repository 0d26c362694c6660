/** Indicators (chỉ số) as the registry lists them: the engine that counts what systems declare as measures, by the definitions of the pack. */
import { platformPart } from '../db/platform-part.ts';
import type { Route } from '../http/route.ts';
import { ADMINISTRATOR } from '../permissions/permissions.ts';
import { loadPackSettings } from '../settings/setting-versions.ts';
import { defineSystem } from '../system/define-system.ts';
import { DEFINE, DEFINITIONS, definingTexts } from './defining/defining-words.ts';
import { defineRoutes } from './defining/define-routes.tsx';
import { draftedOf, settingOf } from './defining/drafted.ts';
import { followPublished } from './defining/follow-published.ts';
import { followJournal } from './follow-journal.ts';
import { loadDefinitions } from './load-definitions.ts';
import { readIndicatorPack } from './pack.ts';
import { COUNT_PENDING, countPending } from './pending-counts.ts';
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
    [DEFINE]: {
      title: { vi: 'Soạn, công bố định nghĩa chỉ số', en: 'Write and publish definitions of indicators' },
      roles: [ADMINISTRATOR],
    },
  },
  routes: [...indicatorRoutes, ...(defineRoutes as readonly Route[] as readonly Route<IndicatorTables>[])],
  links: {
    office: [
      {
        label: { vi: definingTexts('vi').definitions, en: definingTexts('en').definitions },
        href: DEFINITIONS,
        permission: DEFINE,
      },
    ],
    books: [{ label: { vi: 'Chỉ số', en: 'Indicators' }, href: INDICATORS, permission: SEE }],
  },
  jobs: { [COUNT_PENDING]: ({ db, clock, registry }) => countPending({ db: platformPart(db), clock, registry }) },
  subscribers: ({ registry }) => [followJournal(registry.measures)],
  async load({ db, clock, registry }, packFolder) {
    const read = readIndicatorPack(packFolder, registry.measures);
    if (read.faults)
      throw new Error(`the indicators of the province pack are not usable: ${JSON.stringify(read.faults)}`);
    const { measures } = registry;
    await loadDefinitions(db, { indicators: read.indicators, measures, clock });
    const last = new Map(read.indicators.toSorted((a, b) => a.version - b.version).map((one) => [one.code, one]));
    await loadPackSettings(
      platformPart(db),
      [...last].map(([code, one]) => ({ setting: settingOf(code), body: draftedOf(one) })),
      clock(),
    );
    await followPublished(db, { checking: { measures, packFolder }, clock });
  },
});
