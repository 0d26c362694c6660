/** Operations centre (trung tâm điều hành): what is wrong now in the province and in each commune, who has it, and since when. */
import { ADMINISTRATOR } from '../../platform/permissions/permissions.ts';
import { defineSystem } from '../../platform/system/define-system.ts';
import { EDIT_KINDS, kindRoutes } from './authoring/kind-routes.tsx';
import { KINDS } from './authoring/pages/kinds-tabs.tsx';
import { centreEntries } from './events.ts';
import { dutyNotices } from './duty-notices.ts';
import { hearSignals } from './hear-signals.ts';
import { CENTRE } from './pages/wall-page.tsx';
import { centreRefusals } from './refusals.ts';
import { centreRoutes } from './routes/centre-routes.tsx';
import { dutyRoutes, LEAD_DRILLS } from './routes/duty-routes.tsx';
import { HANDLE } from './handlers.ts';
import { incidentRoutes } from './routes/incident-routes.tsx';
import { openRoutes } from './routes/open-routes.tsx';
import { WATCH, wallRoutes } from './routes/wall-routes.tsx';
import { recordedIncident } from './recorded-incident.ts';
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
    [EDIT_KINDS]: { title: { vi: 'Sửa loại sự cố', en: 'Edit kinds of incidents' }, roles: [ADMINISTRATOR] },
    [LEAD_DRILLS]: { title: { vi: 'Tổ chức diễn tập', en: 'Lead drills' }, roles: ['CT', 'LD'] },
  },
  entries: centreEntries,
  refusals: centreRefusals,
  timers: centreTimers,
  recorded: recordedIncident,
  routes: [...centreRoutes, ...wallRoutes, ...openRoutes, ...dutyRoutes, ...incidentRoutes, ...kindRoutes],
  subscribers: (platform) => [hearSignals(platform), dutyNotices(platform)],
  load: loadCentreRules,
  links: {
    office: [{ label: { vi: 'Loại sự cố', en: 'Kinds of incidents' }, href: KINDS, permission: EDIT_KINDS }],
    desk: [{ label: { vi: 'Trung tâm điều hành', en: 'Operations centre' }, href: CENTRE, permission: WATCH }],
  },
});
