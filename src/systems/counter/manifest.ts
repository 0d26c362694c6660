/** Counter (quầy tiếp nhận, xếp hàng): people take a number, officers call it, displays show it. */
import { ADMINISTRATOR } from '../../platform/permissions/permissions.ts';
import { defineSystem } from '../../platform/system/define-system.ts';
import { appointmentNotices } from './appointment-notices.ts';
import { counterTiles } from './centre-figures.ts';
import { CLOSE_DAY, closeDay } from './close-day.ts';
import { counterEntries } from './events.ts';
import {
  eraseNames,
  FOLLOW_CALENDAR,
  followCalendar,
  followCalendarNow,
  NOTE_ABSENT,
  noteAbsent,
  REMIND,
  remind,
} from './follow-appointments.ts';
import { counterRefusals } from './refusals.ts';
import { bookingRoutes } from './routes/booking-routes.tsx';
import { dayListRoutes } from './routes/day-list-routes.tsx';
import { deviceAdminRoutes } from './routes/device-admin-routes.tsx';
import { deviceRoutes } from './routes/device-routes.tsx';
import { figureRoutes } from './routes/figure-routes.tsx';
import { queueRoutes } from './routes/queue-routes.tsx';
import { rulesRoutes } from './routes/rules-routes.tsx';
import { loadCounterRules } from './rules.ts';
import type { CounterTables } from './tables.ts';

export const counter = defineSystem<CounterTables>({
  id: 'counter',
  title: { vi: 'Quầy tiếp nhận, xếp hàng, lịch hẹn', en: 'Counter, queue and appointments' },
  uses: [],
  migrates: true,
  permissions: {
    'counter.serve': { title: { vi: 'Gọi số, phục vụ tại quầy', en: 'Call numbers, serve at a place' }, roles: ['TN'] },
    'counter.see-figures': {
      title: { vi: 'Xem số liệu của quầy', en: 'See figures of the counter' },
      roles: ['CT', 'LD'],
    },
    'counter.edit-rules': {
      title: { vi: 'Sửa, công bố quy tắc của quầy', en: 'Edit and publish the rules of the counter' },
      roles: [ADMINISTRATOR],
    },
    'counter.manage-devices': {
      title: { vi: 'Quản lý ki-ốt, màn hình gọi số', en: 'Manage kiosks and displays' },
      roles: [ADMINISTRATOR],
    },
  },
  entries: counterEntries,
  refusals: counterRefusals,
  jobs: {
    [CLOSE_DAY]: closeDay,
    [REMIND]: remind,
    [NOTE_ABSENT]: noteAbsent,
    [FOLLOW_CALENDAR]: followCalendarNow,
  },
  // at UTC+7: every ten minutes; each hour from 08:05 to 19:05, so that a stop costs no reminder; 00:15
  schedules: { [CLOSE_DAY]: '*/10 * * * *', [REMIND]: '5 1-12 * * *', [NOTE_ABSENT]: '15 17 * * *' },
  tiles: counterTiles,
  subscribers: () => [appointmentNotices, followCalendar],
  upkeep: {
    'counter.names': {
      title: { vi: 'Tên, số điện thoại của lịch hẹn đã qua', en: 'Names and numbers of past appointments' },
      counts: { erased: { vi: 'lịch hẹn đã xóa tên', en: 'appointments without their name' } },
      run: async (platform) => ({ erased: await eraseNames(platform) }),
    },
  },
  load: loadCounterRules,
  routes: [
    ...deviceRoutes,
    ...queueRoutes,
    ...bookingRoutes,
    ...dayListRoutes,
    ...figureRoutes,
    ...deviceAdminRoutes,
    ...rulesRoutes,
  ],
  links: {
    services: [{ label: { vi: 'Đặt lịch hẹn', en: 'Book an appointment' }, href: '/dat-lich', for: 'citizens' }],
    books: [
      {
        label: { vi: 'Số liệu của quầy', en: 'Figures of the counter' },
        href: '/can-bo/so-lieu-quay',
        permission: 'counter.see-figures',
      },
    ],
    desk: [
      { label: { vi: 'Xếp hàng', en: 'Queue' }, href: '/can-bo/xep-hang', permission: 'counter.serve' },
      { label: { vi: 'Lịch hẹn', en: 'Appointments' }, href: '/can-bo/lich-hen', permission: 'counter.serve' },
    ],
    office: [
      {
        label: { vi: 'Quy tắc của quầy', en: 'Rules of the counter' },
        href: '/quan-tri/quay',
        permission: 'counter.edit-rules',
      },
      {
        label: { vi: 'Ki-ốt, màn hình', en: 'Kiosks, displays' },
        href: '/quan-tri/thiet-bi',
        permission: 'counter.manage-devices',
      },
    ],
  },
});
