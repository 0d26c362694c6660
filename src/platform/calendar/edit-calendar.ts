/** Editing the calendar: one change on what stands now, checked as a whole, kept in the draft. */
import { type Answer, commandIdOf, fieldOf, notFound, outcomePage, seeOther, shownVersionOf } from '../http/route.ts';
import type { Locale } from '../i18n/texts.ts';
import { actorOf } from '../identity/signed-in.ts';
import type { Fault } from '../pack/fault.ts';
import { saveDraft } from '../settings/setting-draft.ts';
import type { Own } from '../settings/setting-routes.tsx';
import type { TypedDay } from '../text/typed-day.ts';
import type { FieldError } from '../web/components/error-summary/error-summary.tsx';
import { CALENDAR_SETTING, calendarSetting } from './calendar-setting.ts';
import type { CalendarData, Dated } from './calendar-version.ts';
import { readWorkedOn } from './draft-of-calendar.ts';
import { dayOf } from './instant.ts';

export interface CalendarEdit {
  /** Named in the journal. */
  readonly part: string;
  readonly back: string;
  readonly change: (calendar: CalendarData) => { readonly faults: readonly Fault[] } | { readonly data: CalendarData };
  readonly showAgain: (errors: readonly FieldError[]) => Promise<Answer>;
}

export async function editCalendar(exchange: Own, { part, back, change, showAgain }: CalendarEdit): Promise<Answer> {
  const { db, signedIn, clock, locale } = exchange;
  const commandId = commandIdOf(exchange);
  const shown = shownVersionOf(exchange);
  if (!commandId || shown === undefined) return notFound;
  const { calendar, last } = await readWorkedOn(db);
  const changed = change(calendar);
  const faults = 'faults' in changed ? changed.faults : newFaults(changed.data);
  if ('faults' in changed || faults.length > 0)
    return showAgain(faults.map(({ at, message }) => errorOf(at, message[locale])));
  const saved = await saveDraft(db, actorOf(signedIn), {
    setting: CALENDAR_SETTING,
    commandId,
    shown,
    at: clock(),
    body: changed.data,
    part,
  });
  return saved.kind === 'done' ? seeOther(`/quan-tri/lich/ban-nhap`) : outcomePage(saved, back);

  /** What was wrong before, such as a day of the draft that has passed meanwhile, is told where it is published. */
  function newFaults(data: CalendarData): readonly Fault[] {
    const today = dayOf(clock());
    const before = new Set(calendarSetting.check(calendar, last, today).map(({ code, at }) => `${code} ${at}`));
    return calendarSetting.check(data, last, today).filter(({ code, at }) => !before.has(`${code} ${at}`));
  }
}

/** Faults that name a field of the form; others concern it as a whole. */
const FIELDS = new Set(['to', 'works']);

const errorOf = (at: string, message: string): FieldError => (FIELDS.has(at) ? { name: at, message } : { message });

export const EMPTY_DAY: TypedDay = { day: '', month: '', year: '' };

/** Whatever is changed rests on something. */
export const sourceFault = (source: string, name: string, locale: Locale): FieldError[] =>
  source === ''
    ? [
        {
          name,
          message: { vi: 'Nhập căn cứ: văn bản nào quyết định.', en: 'Enter the basis: which document says so.' }[
            locale
          ],
        },
      ]
    : [];

/** A row of a dated setting, in the place of one from the same day. */
export function withRow<T extends Dated>(rows: readonly T[], row: T): T[] {
  return [...rows.filter(({ from }) => from !== row.from), row].sort((a, b) => (a.from < b.from ? -1 : 1));
}

export function typedIn({ form }: Pick<Own, 'form'>, name: string): TypedDay {
  const part = (one: string) => fieldOf(form, `${name}.${one}`).trim().slice(0, 4);
  return { day: part('day'), month: part('month'), year: part('year') };
}
