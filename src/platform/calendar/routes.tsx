/** Routes of the calendar: days, hours, limits, and what every dated setting has. */
import type { Route } from '../http/route.ts';
import { settingRoutes } from '../settings/setting-routes.tsx';
import { calendarSetting } from './calendar-setting.ts';
import { dayRoutes } from './day-routes.tsx';
import { hourRoutes } from './hour-routes.tsx';
import { limitRoutes } from './limit-routes.tsx';
import { CALENDAR, CalendarTabs } from './pages/calendar-tabs.tsx';
import { followPublished } from './published-calendar.ts';

export const calendarRoutes: readonly Route[] = [
  ...dayRoutes,
  ...hourRoutes,
  ...limitRoutes,
  ...settingRoutes({
    setting: calendarSetting,
    path: CALENDAR,
    access: { permission: 'calendar.edit' },
    title: { vi: 'Lịch làm việc', en: 'Working calendar' },
    effect: {
      vi: 'Từ ngày đó mọi hạn đang chạy được tính lại theo lịch này: hạn trả, hạn của bước, hạn trả lời. Hạn đã qua không bị dời sớm hơn; ngày hẹn in trên giấy tiếp nhận giữ nguyên.',
      en: 'From that day every running time is reckoned again by this calendar: due times, steps, answers. What has passed is never moved earlier; the date printed on the receipt stays.',
    },
    impact: {
      href: `${CALENDAR}/anh-huong`,
      text: { vi: 'Xem những hồ sơ đang mở sẽ bị dời hạn', en: 'See which open dossiers it would move' },
    },
    tabs: (here) => <CalendarTabs here={here} />,
    published: ({ platform }) => followPublished(platform),
  }),
];
