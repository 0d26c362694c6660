/** Counter (quầy tiếp nhận, xếp hàng): people take a number, officers call it, displays show it. */
import { ADMINISTRATOR } from '../../platform/permissions/permissions.ts';
import { defineSystem } from '../../platform/system/define-system.ts';
import { CLOSE_DAY, closeDay } from './close-day.ts';
import { counterEntries } from './events.ts';
import { counterRefusals } from './refusals.ts';
import { deviceAdminRoutes } from './routes/device-admin-routes.tsx';
import { deviceRoutes } from './routes/device-routes.tsx';
import { queueRoutes } from './routes/queue-routes.tsx';
import { loadCounterRules } from './rules.ts';
import type { CounterTables } from './tables.ts';

export const counter = defineSystem<CounterTables>({
  id: 'counter',
  title: { vi: 'Quầy tiếp nhận, xếp hàng, lịch hẹn', en: 'Counter, queue and appointments' },
  uses: [],
  migrates: true,
  permissions: {
    'counter.serve': { title: { vi: 'Gọi số, phục vụ tại quầy', en: 'Call numbers, serve at a place' }, roles: ['TN'] },
    'counter.manage-devices': {
      title: { vi: 'Quản lý ki-ốt, màn hình gọi số', en: 'Manage kiosks and displays' },
      roles: [ADMINISTRATOR],
    },
  },
  entries: counterEntries,
  refusals: counterRefusals,
  jobs: { [CLOSE_DAY]: closeDay },
  schedules: { [CLOSE_DAY]: '*/10 * * * *' },
  load: loadCounterRules,
  routes: [...deviceRoutes, ...queueRoutes, ...deviceAdminRoutes],
  links: {
    desk: [{ label: { vi: 'Xếp hàng', en: 'Queue' }, href: '/can-bo/xep-hang', permission: 'counter.serve' }],
    office: [
      {
        label: { vi: 'Ki-ốt, màn hình', en: 'Kiosks, displays' },
        href: '/quan-tri/thiet-bi',
        permission: 'counter.manage-devices',
      },
    ],
  },
});
