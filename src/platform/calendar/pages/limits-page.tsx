/** Dated settings of the calendar: after which hour a receipt counts from the next day, and which days rest each week. */
import { defineTexts } from '../../i18n/texts.ts';
import type { TypedDay } from '../../text/typed-day.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { Consequence } from '../../web/components/consequence/consequence.tsx';
import { ErrorSummary, type FieldError } from '../../web/components/error-summary/error-summary.tsx';
import { Checkbox } from '../../web/components/field/checkbox.tsx';
import { DateInput } from '../../web/components/field/date-input.tsx';
import { Checkboxes } from '../../web/components/field/radios.tsx';
import { TextInput } from '../../web/components/field/text-input.tsx';
import { Notice } from '../../web/components/notice/notice.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import type { CalendarData } from '../calendar-version.ts';
import { lateReceiptInWords, NAMES, shortWeekday, WEEK, weeklyRestInWords } from '../calendar-words.ts';
import { CALENDAR, CalendarTabs, calendarTexts } from './calendar-tabs.tsx';
import { DatedRows } from './dated-rows.tsx';

export interface TypedLimit {
  readonly from: TypedDay;
  readonly after: string;
  readonly source: string;
  readonly confirmed: boolean;
}

export interface TypedRest {
  readonly restFrom: TypedDay;
  readonly weekdays: readonly string[];
}

export interface LimitsPageProps {
  readonly calendar: CalendarData;
  readonly isDraft: boolean;
  readonly version: number;
  readonly limit: TypedLimit;
  readonly rest: TypedRest;
  readonly errors: readonly FieldError[];
}

const texts = defineTexts({
  about: {
    vi: 'Hồ sơ nhận sau mốc này được tính thời hạn từ đầu ngày làm việc tiếp theo.',
    en: 'The term of what is received after this time begins on the next working day.',
  },
  from: { vi: 'Áp dụng từ ngày', en: 'From' },
  after: { vi: 'Nhận sau giờ', en: 'Received after' },
  afterHint: { vi: 'Ví dụ 15:00; để trống khi không có mốc', en: 'Such as 15:00; empty for no limit' },
  weekdays: { vi: 'Nghỉ vào', en: 'Days of rest' },
});

export function LimitsPage(props: LimitsPageProps) {
  const { calendar, isDraft, version, limit, rest, errors } = props;
  const locale = useLocale();
  const words = texts(locale);
  const shared = calendarTexts(locale);
  const at = (name: string) => {
    const error = errors.find((one) => one.name === name)?.message;
    return error === undefined ? {} : { error };
  };
  return (
    <OfficerLayout title={shared.limits} tabs={<CalendarTabs here={`${CALENDAR}/moc`} />}>
      <div class="vc-reading vc-stack">
        <ErrorSummary errors={errors} />
        <h1>{shared.limits}</h1>
        {isDraft && <Notice kind="info" title={shared.fromDraft} />}
        <h2>{NAMES.lateReceipt[locale]}</h2>
        <p>{words.about}</p>
        <DatedRows rows={calendar.lateReceipt.map((row) => ({ from: row.from, words: lateReceiptInWords(row) }))} />
        <CommandForm action={`${CALENDAR}/moc`} version={version}>
          <DateInput name="from" label={words.from} value={limit.from} {...at('from')} />
          <TextInput
            name="after"
            label={words.after}
            hint={words.afterHint}
            value={limit.after}
            width={4}
            optional
            {...at('after')}
          />
          <TextInput
            name="source"
            label={shared.source}
            hint={shared.sourceHint}
            value={limit.source}
            maxLength={300}
            {...at('source')}
          />
          <Checkbox name="confirmed" label={shared.confirmed} checked={limit.confirmed} />
          <Consequence>{shared.draftEffect}</Consequence>
          <Button>{shared.toDraft}</Button>
        </CommandForm>
        <h2>{NAMES.weeklyRest[locale]}</h2>
        <DatedRows rows={calendar.weeklyRest.map((row) => ({ from: row.from, words: weeklyRestInWords(row) }))} />
        <CommandForm action={`${CALENDAR}/moc/nghi-hang-tuan`} version={version}>
          <DateInput name="restFrom" label={words.from} value={rest.restFrom} {...at('restFrom')} />
          <Checkboxes
            name="weekdays"
            label={words.weekdays}
            values={rest.weekdays}
            options={WEEK.map((one) => ({ value: String(one), label: shortWeekday(locale, one) }))}
            {...at('weekdays')}
          />
          <Consequence>{shared.draftEffect}</Consequence>
          <Button>{shared.toDraft}</Button>
        </CommandForm>
      </div>
    </OfficerLayout>
  );
}
