/** Operations centre (trung tâm điều hành): what is wrong now in the province and in each commune, who has it, and since when. */
import { defineSystem } from '../../platform/system/define-system.ts';
import { centreEntries } from './events.ts';
import { hearSignals } from './hear-signals.ts';
import { CENTRE } from './pages/wall-page.tsx';
import { centreRefusals } from './refusals.ts';
import { centreRoutes } from './routes/centre-routes.tsx';
import { dutyRoutes, LEAD_DRILLS } from './routes/duty-routes.tsx';
import { HANDLE, incidentRoutes } from './routes/incident-routes.tsx';
import { openRoutes } from './routes/open-routes.tsx';
import { WATCH, wallRoutes } from './routes/wall-routes.tsx';
import { loadCentreRules } from './rules.ts';
import type { CentreTables } from './tables.ts';
import { centreTimers } from './timers.ts';

export const operationsCentre = defineSystem<CentreTables>({
  id: 'operations-centre',
  title: { vi: 'Trung tâm điều hành', en: 'Operations centre' },
  uses: [],
  migrates: true,
  permissions: {
    [WATCH]: {
      title: { vi: 'Xem trung tâm điều hành', en: 'See the operations centre' },
      roles: ['CT', 'LD', 'LP', 'TCA'],
    },
    [HANDLE]: {
      title: { vi: 'Xử lý sự cố', en: 'Handle incidents' },
      roles: ['CT', 'LD', 'LP', 'TCA'],
    },
    [LEAD_DRILLS]: { title: { vi: 'Tổ chức diễn tập', en: 'Lead drills' }, roles: ['CT', 'LD'] },
  },
  entries: centreEntries,
  refusals: centreRefusals,
  timers: centreTimers,
  routes: [...centreRoutes, ...wallRoutes, ...openRoutes, ...dutyRoutes, ...incidentRoutes],
  subscribers: (platform) => [hearSignals(platform)],
  load: loadCentreRules,
  links: {
    desk: [{ label: { vi: 'Trung tâm điều hành', en: 'Operations centre' }, href: CENTRE, permission: WATCH }],
  },
});
