/** The calendar as the registry lists it: its pages for the administrator, and what it writes in the journal when another version comes into force. */
import { Type } from 'typebox';
import { ADMINISTRATOR } from '../permissions/permissions.ts';
import { loadPackSettings } from '../settings/setting-versions.ts';
import { defineSystem } from '../system/define-system.ts';
import { CALENDAR_SETTING } from './calendar-setting.ts';
import { publishCalendar } from './published-calendar.ts';
import { readPackCalendar } from './read-calendar.ts';
import { calendarRoutes } from './routes.tsx';

export const calendar = defineSystem({
  id: 'calendar',
  title: { vi: 'Lịch làm việc', en: 'Calendar' },
  uses: [],
  permissions: {
    'calendar.edit': {
      title: { vi: 'Sửa, công bố lịch làm việc', en: 'Edit and publish the working calendar' },
      roles: [ADMINISTRATOR],
    },
  },
  routes: calendarRoutes,
  links: {
    office: [
      {
        label: { vi: 'Lịch làm việc', en: 'Working calendar' },
        href: '/quan-tri/lich',
        permission: 'calendar.edit',
      },
    ],
  },
  entries: {
    'calendar.published': {
      title: { vi: 'Lịch làm việc bắt đầu áp dụng', en: 'Calendar in force' },
      versions: [
        {
          version: 1,
          body: Type.Object(
            { digest: Type.String(), from: Type.String(), to: Type.String() },
            { additionalProperties: false },
          ),
          sample: { digest: '00', from: '2020-01-01', to: '2035-12-31' },
        },
      ],
    },
  },
  // what an administrator has published stays in force: the pack's calendar then waits to be taken over
  async load({ db, calendar: present, renewCalendar, clock }, packFolder) {
    const { digest: _, ...body } = readPackCalendar(packFolder);
    await loadPackSettings(db, [{ setting: CALENDAR_SETTING, body }], clock());
    await renewCalendar();
    await publishCalendar(db, present(), clock);
  },
});
