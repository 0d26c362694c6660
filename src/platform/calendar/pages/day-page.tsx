/** One day of the calendar: what it is and why, confirming it, and making it something else in the draft. */
import { defineTexts } from '../../i18n/texts.ts';
import type { TypedDay } from '../../text/typed-day.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { Consequence } from '../../web/components/consequence/consequence.tsx';
import { ErrorSummary, type FieldError } from '../../web/components/error-summary/error-summary.tsx';
import { Checkbox } from '../../web/components/field/checkbox.tsx';
import { DateInput } from '../../web/components/field/date-input.tsx';
import { Fieldset } from '../../web/components/field/fieldset.tsx';
import { Radios } from '../../web/components/field/radios.tsx';
import { TextInput } from '../../web/components/field/text-input.tsx';
import { Notice } from '../../web/components/notice/notice.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import type { CalendarData } from '../calendar-version.ts';
import { dayInWords } from '../calendar-words.ts';
import { asSentence, namedDay, namedDays } from '../day-words.ts';
import type { Day } from '../instant.ts';
import { findSpecialRun } from '../special-days.ts';
import { CALENDAR, CalendarTabs, calendarTexts } from './calendar-tabs.tsx';

export const DAY_KINDS = ['nghi', 'hoan-doi', 'thuong'] as const;

/** As it was typed. */
export interface TypedDayEdit {
  readonly kind: string;
  readonly to: TypedDay;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly other: TypedDay;
  readonly source: string;
  readonly confirmed: boolean;
}

export interface DayPageProps {
  readonly calendar: CalendarData;
  readonly day: Day;
  readonly isDraft: boolean;
  /** Version of the draft; 0 when there is none. */
  readonly version: number;
  readonly typed: TypedDayEdit;
  readonly errors: readonly FieldError[];
}

const texts = defineTexts({
  back: { vi: (year: string) => `Về năm ${year}`, en: (year: string) => `Back to ${year}` },
  whole: { vi: (days: string) => `Cả đợt: ${days}.`, en: (days: string) => `The whole run: ${days}.` },
  confirm: { vi: 'Xác nhận', en: 'Confirm' },
  confirmAbout: {
    vi: 'Không đổi ngày nào. Từ khi công bố, hạn trả dựa vào ngày này không còn ghi “chưa có văn bản xác nhận”.',
    en: 'No day changes. Once published, due times that rest on this day no longer say that no document confirms it.',
  },
  change: { vi: 'Đổi thành', en: 'Make it' },
  kind: { vi: 'Ngày này là', en: 'This day is' },
  nghi: { vi: 'Ngày nghỉ lễ, tết', en: 'A day off' },
  'hoan-doi': { vi: 'Ngày nghỉ hoán đổi, có ngày làm bù', en: 'Swapped off, another day works for it' },
  thuong: { vi: 'Như mọi ngày trong tuần', en: 'What its weekday says' },
  thuongHint: { vi: 'Bỏ cả đợt nghỉ hoặc cả hai ngày hoán đổi', en: 'The whole run, or both days of the swap, go' },
  runLegend: { vi: 'Khi là ngày nghỉ', en: 'For a day off' },
  to: { vi: 'Nghỉ đến hết ngày', en: 'Off until' },
  toHint: { vi: 'Để trống khi chỉ nghỉ một ngày', en: 'Leave empty for one day' },
  titleVi: { vi: 'Tên ngày nghỉ', en: 'Name in Vietnamese' },
  titleEn: { vi: 'Tên bằng tiếng Anh', en: 'Name in English' },
  swapLegend: { vi: 'Khi hoán đổi', en: 'For a swap' },
  other: { vi: 'Ngày làm bù', en: 'The day worked in exchange' },
});

export function DayPage(props: DayPageProps) {
  const { calendar, day, isDraft, errors } = props;
  const locale = useLocale();
  const words = texts(locale);
  const shared = calendarTexts(locale);
  const run = findSpecialRun(calendar, day);
  const year = day.slice(0, 4);
  return (
    <OfficerLayout title={namedDay(locale, day)} tabs={<CalendarTabs here={CALENDAR} />}>
      <div class="vc-reading vc-stack">
        <ErrorSummary errors={errors} />
        <p>
          <a class="ds-link" href={`${CALENDAR}?nam=${year}`}>
            {words.back(year)}
          </a>
        </p>
        <h1>{asSentence(namedDay(locale, day))}</h1>
        {isDraft && <Notice kind="info" title={shared.fromDraft} />}
        <p>{dayInWords(calendar, day)[locale]}</p>
        {run && run.from !== run.to && <p>{words.whole(namedDays(locale, run.from, run.to))}</p>}
        {run && !run.special.confirmed && run.special.kind !== 'undecided' && <Confirm {...props} />}
        <Change {...props} />
      </div>
    </OfficerLayout>
  );
}

const wrong = (errors: readonly FieldError[], name: string) => {
  const error = errors.find((one) => one.name === name)?.message;
  return error === undefined ? {} : { error };
};

function Confirm({ day, version, errors }: DayPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = calendarTexts(locale);
  return (
    <>
      <h2>{words.confirm}</h2>
      <CommandForm action={`${CALENDAR}/ngay/${day}/xac-nhan`} version={version}>
        <TextInput
          name="basis"
          label={shared.source}
          hint={shared.sourceHint}
          maxLength={300}
          {...wrong(errors, 'basis')}
        />
        <Consequence>{words.confirmAbout}</Consequence>
        <Button variant="secondary">{words.confirm}</Button>
      </CommandForm>
    </>
  );
}

function Change({ day, version, typed, errors }: DayPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = calendarTexts(locale);
  const at = (name: string) => wrong(errors, name);
  return (
    <>
      <h2>{words.change}</h2>
      <CommandForm action={`${CALENDAR}/ngay/${day}`} version={version}>
        <Radios
          name="kind"
          label={words.kind}
          value={typed.kind}
          options={DAY_KINDS.map((value) => ({
            value,
            label: words[value],
            ...(value === 'thuong' && { hint: words.thuongHint }),
          }))}
          {...at('kind')}
        />
        <Fieldset legend={words.runLegend}>
          <DateInput name="to" label={words.to} hint={words.toHint} optional value={typed.to} {...at('to')} />
          <TextInput name="titleVi" label={words.titleVi} value={typed.titleVi} maxLength={200} {...at('titleVi')} />
          <TextInput name="titleEn" label={words.titleEn} value={typed.titleEn} maxLength={200} {...at('titleEn')} />
        </Fieldset>
        <Fieldset legend={words.swapLegend}>
          <DateInput name="works" label={words.other} value={typed.other} {...at('works')} />
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
