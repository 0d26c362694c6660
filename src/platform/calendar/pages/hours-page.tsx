/** Hours: those of the province, the units that keep their own, and the way to any unit. */
import { defineTexts } from '../../i18n/texts.ts';
import type { LocalText } from '../../i18n/local-text.ts';
import { Button } from '../../web/components/button/button.tsx';
import { DataTable } from '../../web/components/data-table/data-table.tsx';
import { EmptyState } from '../../web/components/empty-state/empty-state.tsx';
import { ErrorSummary } from '../../web/components/error-summary/error-summary.tsx';
import { TextInput } from '../../web/components/field/text-input.tsx';
import { Notice } from '../../web/components/notice/notice.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { Local } from '../../web/local.tsx';
import type { CalendarData } from '../calendar-version.ts';
import { NAMES, officeHoursInWords, receptionHoursInWords } from '../calendar-words.ts';
import { CALENDAR, CalendarTabs, calendarTexts } from './calendar-tabs.tsx';
import { DatedRows } from './dated-rows.tsx';

export interface HoursPageProps {
  readonly calendar: CalendarData;
  /** Those with hours of their own. */
  readonly units: readonly { readonly code: string; readonly name: LocalText }[];
  readonly asked: string;
  /** No unit has the code asked for. */
  readonly missing: boolean;
  readonly isDraft: boolean;
}

const texts = defineTexts({
  about: {
    vi: 'Giờ làm việc là những phút được tính vào thời hạn: đúng 480 phút một ngày. Giờ tiếp nhận là giờ quầy mở cửa, có thể rộng hơn và không làm thay đổi thời hạn.',
    en: 'Office hours are the minutes that count towards a term: 480 a day. Reception hours are when the counter is open; they may be wider and move no due time.',
  },
  province: { vi: 'Giờ chung của tỉnh', en: 'Hours of the province' },
  change: { vi: 'Đổi giờ chung từ một ngày', en: 'Change them from a day' },
  units: { vi: 'Đơn vị có giờ riêng', en: 'Units with hours of their own' },
  none: { vi: 'Chưa đơn vị nào có giờ riêng', en: 'No unit has hours of its own' },
  find: { vi: 'Mã đơn vị', en: 'Code of the unit' },
  findHint: { vi: 'Ví dụ H53.101', en: 'Such as H53.101' },
  open: { vi: 'Xem, đặt giờ của đơn vị', en: 'See or set its hours' },
  missing: { vi: 'Không có đơn vị nào mang mã này.', en: 'No unit has this code.' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  code: { vi: 'Mã', en: 'Code' },
});

export function HoursPage({ calendar, units, asked, missing, isDraft }: HoursPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = calendarTexts(locale);
  return (
    <OfficerLayout title={shared.hours} tabs={<CalendarTabs here={`${CALENDAR}/gio`} />}>
      <div class="vc-reading vc-stack">
        <ErrorSummary errors={missing ? [{ name: 'don-vi', message: words.missing }] : []} />
        <h1>{shared.hours}</h1>
        <p>{words.about}</p>
        {isDraft && <Notice kind="info" title={shared.fromDraft} />}
        <h2>{words.province}</h2>
        <h3>{NAMES.officeHours[locale]}</h3>
        <DatedRows rows={calendar.officeHours.map((row) => ({ from: row.from, words: officeHoursInWords(row) }))} />
        <h3>{NAMES.receptionHours[locale]}</h3>
        <DatedRows
          rows={calendar.receptionHours.map((row) => ({ from: row.from, words: receptionHoursInWords(row) }))}
        />
        <p>
          <a class="ds-link" href={`${CALENDAR}/gio/tinh`}>
            {words.change}
          </a>
        </p>
        <h2>{words.units}</h2>
        {units.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <DataTable
            caption={words.units}
            captionHidden
            rows={units}
            keyOf={({ code }) => code}
            columns={[
              {
                key: 'unit',
                head: words.unit,
                names: true,
                cell: ({ code, name }) => (
                  <a class="ds-link" href={`${CALENDAR}/gio/${code}`}>
                    <Local text={name} />
                  </a>
                ),
              },
              { key: 'code', head: words.code, cell: ({ code }) => code },
            ]}
          />
        )}
        <form action={`${CALENDAR}/gio`} class="vc-stack" noValidate>
          <TextInput
            name="don-vi"
            label={words.find}
            hint={words.findHint}
            value={asked}
            width={12}
            {...(missing && { error: words.missing })}
          />
          <Button variant="secondary">{words.open}</Button>
        </form>
      </div>
    </OfficerLayout>
  );
}
