/** The format of the calendar in a province pack: `hours.yaml`, and `days-off-<year>.yaml` for each year. */
import { type Static, type TProperties, Type } from 'typebox';

const closed = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Title = closed({ vi: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) });
const WindowText = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d-(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' });
const Windows = Type.Array(WindowText, { minItems: 1, maxItems: 4 });

/** `confirm: true` marks a value that no document at hand confirms. */
const sourced = { source: Type.String({ minLength: 1 }), confirm: Type.Optional(Type.Literal(true)) };

export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const Weekday = Type.Union(WEEKDAYS.map((weekday) => Type.Literal(weekday)));

const OfficeHoursRow = closed({ from: Day, windows: Windows, ...sourced });
const ReceptionHoursRow = closed({
  from: Day,
  weekdays: closed(Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, Type.Optional(Windows)]))),
  ...sourced,
});

export const HoursFile = closed({
  'weekly-rest': Type.Array(
    closed({ from: Day, weekdays: Type.Array(Weekday, { maxItems: 6, uniqueItems: true }), source: sourced.source }),
    { minItems: 1 },
  ),
  'office-hours': Type.Array(OfficeHoursRow, { minItems: 1 }),
  'reception-hours': Type.Array(ReceptionHoursRow, { minItems: 1 }),
  'late-receipt': Type.Array(
    closed({
      from: Day,
      after: Type.Union([Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }), Type.Null()]),
      ...sourced,
    }),
    { minItems: 1 },
  ),
  /** By unit code, for units whose hours are not the province's. */
  units: Type.Optional(
    Type.Record(
      Type.String({ pattern: '^[A-Z0-9][A-Z0-9.-]*$' }),
      closed({
        'office-hours': Type.Optional(Type.Array(OfficeHoursRow, { minItems: 1 })),
        'reception-hours': Type.Optional(Type.Array(ReceptionHoursRow, { minItems: 1 })),
      }),
    ),
  ),
});

export const DaysOffFile = closed({
  year: Type.Integer({ minimum: 1900, maximum: 2999 }),
  /** One day, or `from` to `to`, weekly rest inside included. */
  'days-off': Type.Array(closed({ title: Title, from: Day, to: Type.Optional(Day), ...sourced })),
  /** A working day that is off (hoán đổi), and the rest day that works for it (làm bù). */
  swaps: Type.Optional(Type.Array(closed({ off: Day, works: Day, ...sourced }))),
  /** Works until a decision says otherwise; then it moves up to `days-off`. */
  undecided: Type.Optional(Type.Array(closed({ title: Title, day: Day, source: sourced.source }))),
});

export type HoursFile = Static<typeof HoursFile>;
export type DaysOffFile = Static<typeof DaysOffFile>;
