/** Hours of one unit or of the province: every row by its day, and a new one for the draft. */
import { defineTexts } from '../../i18n/texts.ts';
import type { LocalText } from '../../i18n/local-text.ts';
import { dayText } from '../../text/vietnamese-date.ts';
import type { TypedDay } from '../../text/typed-day.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { Consequence } from '../../web/components/consequence/consequence.tsx';
import { ErrorSummary, type FieldError } from '../../web/components/error-summary/error-summary.tsx';
import { Checkbox } from '../../web/components/field/checkbox.tsx';
import { DateInput } from '../../web/components/field/date-input.tsx';
import { Fieldset } from '../../web/components/field/fieldset.tsx';
import { TextInput } from '../../web/components/field/text-input.tsx';
import { Notice } from '../../web/components/notice/notice.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { Local } from '../../web/local.tsx';
import type { CalendarData } from '../calendar-version.ts';
import { NAMES, officeHoursInWords, receptionHoursInWords, shortWeekday, WEEK } from '../calendar-words.ts';
import type { Day } from '../instant.ts';
import { CALENDAR, CalendarTabs, calendarTexts } from './calendar-tabs.tsx';
import { DatedRows } from './dated-rows.tsx';

export interface TypedHours {
  readonly from: TypedDay;
  readonly office: string;
  /** By weekday, 0 Sunday. */
  readonly reception: Readonly<Record<string, string>>;
  readonly source: string;
  readonly confirmed: boolean;
}

export interface UnitHoursPageProps extends Pick<CalendarData, 'officeHours' | 'receptionHours'> {
  readonly path: string;
  /** Left out, the province. */
  readonly name?: LocalText;
  /** Its own rows, not the province's. */
  readonly isOwn: boolean;
  readonly today: Day;
  readonly isDraft: boolean;
  readonly version: number;
  readonly typed: TypedHours;
  readonly errors: readonly FieldError[];
}

const texts = defineTexts({
  back: { vi: 'Về các giờ làm việc', en: 'Back to the hours' },
  province: { vi: 'Giờ chung của tỉnh', en: 'Hours of the province' },
  provinces: {
    vi: 'Đơn vị theo giờ chung của tỉnh. Đặt giờ riêng từ một ngày ở dưới.',
    en: 'The unit keeps the hours of the province. Give it hours of its own below.',
  },
  change: { vi: 'Giờ từ một ngày', en: 'Hours from a day' },
  from: { vi: 'Áp dụng từ ngày', en: 'From' },
  windows: { vi: 'Giờ được tính vào thời hạn', en: 'Hours that count' },
  windowsHint: {
    vi: 'Các khung giờ nối tiếp nhau, đúng 480 phút: 07:00-11:30, 13:30-17:00',
    en: 'Spans one after the other, 480 minutes in all: 07:00-11:30, 13:30-17:00',
  },
  reception: { vi: 'Giờ quầy mở cửa', en: 'When the counter is open' },
  receptionHint: { vi: 'Để trống ngày không mở cửa', en: 'Leave a day empty when it is closed' },
  drop: { vi: (day: string) => `Bỏ dòng từ ${day}`, en: (day: string) => `Remove the row from ${day}` },
});

export function UnitHoursPage(props: UnitHoursPageProps) {
  const { path, name, isOwn, officeHours, receptionHours, today, isDraft, version, errors } = props;
  const locale = useLocale();
  const words = texts(locale);
  const shared = calendarTexts(locale);
  const toCome = [...new Set([...officeHours, ...receptionHours].map(({ from }) => from))].filter(
    (day) => day >= today,
  );
  return (
    <OfficerLayout title={name?.vi ?? words.province} tabs={<CalendarTabs here={`${CALENDAR}/gio`} />}>
      <div class="vc-reading vc-stack">
        <ErrorSummary errors={errors} />
        <p>
          <a class="ds-link" href={`${CALENDAR}/gio`}>
            {words.back}
          </a>
        </p>
        <h1>{name ? <Local text={name} /> : words.province}</h1>
        {isDraft && <Notice kind="info" title={shared.fromDraft} />}
        {!isOwn && <p>{words.provinces}</p>}
        <h2>{NAMES.officeHours[locale]}</h2>
        <DatedRows rows={officeHours.map((row) => ({ from: row.from, words: officeHoursInWords(row) }))} />
        <h2>{NAMES.receptionHours[locale]}</h2>
        <DatedRows rows={receptionHours.map((row) => ({ from: row.from, words: receptionHoursInWords(row) }))} />
        {isOwn &&
          toCome.map((day) => (
            <CommandForm key={day} action={`${path}/bo`} version={version}>
              <input type="hidden" name="row" value={day} />
              <Button variant="tertiary" danger>
                {words.drop(dayText(day, locale))}
              </Button>
            </CommandForm>
          ))}
        <Change {...props} />
      </div>
    </OfficerLayout>
  );
}

function Change({ path, version, typed, errors }: UnitHoursPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = calendarTexts(locale);
  const at = (name: string) => {
    const error = errors.find((one) => one.name === name)?.message;
    return error === undefined ? {} : { error };
  };
  return (
    <>
      <h2>{words.change}</h2>
      <CommandForm action={path} version={version}>
        <DateInput name="from" label={words.from} value={typed.from} {...at('from')} />
        <TextInput
          name="windows"
          label={words.windows}
          hint={words.windowsHint}
          value={typed.office}
          width={24}
          maxLength={80}
          {...at('windows')}
        />
        <Fieldset legend={words.reception} hint={words.receptionHint}>
          {WEEK.map((weekday) => (
            <TextInput
              key={weekday}
              name={`reception.${weekday}`}
              label={shortWeekday(locale, weekday)}
              value={typed.reception[weekday] ?? ''}
              width={24}
              maxLength={80}
              optional
              {...at(`reception.${weekday}`)}
            />
          ))}
        </Fieldset>
        <TextInput
          name="source"
          label={shared.source}
          hint={shared.sourceHint}
          value={typed.source}
          maxLength={300}
          {...at('source')}
        />
        <Checkbox name="confirmed" label={shared.confirmed} checked={typed.confirmed} />
        <Consequence>{shared.draftEffect}</Consequence>
        <Button>{shared.toDraft}</Button>
      </CommandForm>
    </>
  );
}
