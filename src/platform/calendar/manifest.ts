/** The calendar as the registry lists it: what it writes in the journal when the pack brings another version. */
import { Type } from 'typebox';
import { defineSystem } from '../system/define-system.ts';
import { publishCalendar } from './published-calendar.ts';

export const calendar = defineSystem({
  id: 'calendar',
  title: { vi: 'Lịch làm việc', en: 'Calendar' },
  uses: [],
  entries: {
    'calendar.published': {
      title: { vi: 'Công bố lịch làm việc', en: 'Calendar published' },
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
  load: ({ db, calendar: present, clock }) => publishCalendar(db, present(), clock),
});
