/** Notifications as the registry lists them: templates, the delivery job, a person's inbox and choices, the administrator's ledger. */
import type { Instant } from '../calendar/instant.ts';
import { defineSystem } from '../system/define-system.ts';
import { addJob } from '../jobs/add-job.ts';
import { deliverDue } from './deliver.ts';
import { notificationEntries } from './events.ts';
import { loadTemplates } from './load-templates.ts';
import { eraseOldDeliveries } from './ledger.ts';
import { ledgerRoutes } from './ledger-routes.tsx';
import { DELIVER } from './notify.ts';
import { notificationRefusals } from './refusals.ts';
import { pushRoutes } from './push-routes.tsx';
import { reportRoute } from './report-route.ts';
import { notificationRoutes } from './routes.tsx';
import { templateRoutes } from './template-routes.tsx';

const DAY_MS = 86_400_000;

export const notifications = defineSystem({
  id: 'notifications',
  title: { vi: 'Thông báo', en: 'Notifications' },
  uses: [],
  permissions: {
    'notifications.manage': {
      title: { vi: 'Xem sổ gửi thông báo, gửi lại', en: 'See the ledger of notifications, send again' },
      roles: ['administrator'],
    },
    'notifications.edit-templates': {
      title: { vi: 'Sửa, công bố mẫu thông báo', en: 'Edit and publish notification templates' },
      roles: ['administrator'],
    },
  },
  entries: notificationEntries,
  refusals: notificationRefusals,
  links: {
    services: [{ label: { vi: 'Thông báo của tôi', en: 'My notifications' }, href: '/thong-bao' }],
    office: [
      {
        label: { vi: 'Sổ gửi thông báo', en: 'Ledger of notifications' },
        href: '/quan-tri/thong-bao',
        permission: 'notifications.manage',
      },
      {
        label: { vi: 'Mẫu thông báo', en: 'Notification templates' },
        href: '/quan-tri/mau-thong-bao',
        permission: 'notifications.edit-templates',
      },
    ],
  },
  routes: [...notificationRoutes, ...ledgerRoutes, ...templateRoutes, ...pushRoutes, reportRoute],
  jobs: { [DELIVER]: deliverDue },
  subscribers: () => [
    {
      name: 'notifications.wake',
      types: ['notifications.delivery-retried'],
      handle: (trx) => addJob(trx, DELIVER, {}, { key: DELIVER }),
    },
  ],
  upkeep: {
    'notifications.texts': {
      title: {
        vi: 'Xóa nội dung thông báo đã hết thời hạn giữ',
        en: 'Texts of notifications that have had their time',
      },
      counts: { erased: { vi: 'thông báo đã xóa nội dung', en: 'texts erased' } },
      run: async ({ db, clock, retention }) => ({
        erased: await eraseOldDeliveries(db, (clock() - retention.notifications.days * DAY_MS) as Instant),
      }),
    },
  },
  load: ({ db }, packFolder) => loadTemplates(db, packFolder),
});
