/** Day list (lịch hẹn trong ngày): who comes when, for officers and their printer; a form for somebody who phones. */
import { addDays, type Day } from '../../../platform/calendar/instant.ts';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { phoneText } from '../../../platform/text/phone.ts';
import { dayText } from '../../../platform/text/vietnamese-date.ts';
import { Button, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { Select } from '../../../platform/web/components/field/select.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { Appointment } from '../appointments.ts';
import type { CounterRules } from '../rules.ts';
import { type ShownSlot, weekdayWord } from './book-page.tsx';

export const DAY_LIST = '/can-bo/lich-hen';

export interface DayListProps {
  readonly day: Day;
  readonly appointments: readonly (Appointment & { readonly hour: string; readonly canArrive: boolean })[];
  readonly slots: readonly ShownSlot[];
  readonly rules: CounterRules;
  readonly typed: { readonly name: string; readonly phone: string; readonly from: string; readonly group: string };
  readonly errors: readonly { readonly name: string; readonly message: string }[];
}

const texts = defineTexts({
  title: { vi: 'Lịch hẹn', en: 'Appointments' },
  on: { vi: (day: string) => `Lịch hẹn ${day}`, en: (day: string) => `Appointments on ${day}` },
  before: { vi: 'Ngày trước', en: 'Day before' },
  after: { vi: 'Ngày sau', en: 'Day after' },
  none: { vi: 'Không có lịch hẹn nào', en: 'No appointments' },
  noneAbout: {
    vi: 'Lịch hẹn của người dân trong ngày hiện ở đây.',
    en: 'What people book for this day appears here.',
  },
  hour: { vi: 'Giờ', en: 'Time' },
  code: { vi: 'Mã', en: 'Code' },
  name: { vi: 'Họ và tên', en: 'Name' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  group: { vi: 'Nhóm việc', en: 'Services' },
  state: { vi: 'Tình trạng', en: 'State' },
  act: { vi: 'Thao tác', en: 'Actions' },
  booked: { vi: 'Chưa đến', en: 'Expected' },
  arrived: { vi: 'Đã đến', en: 'Came' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
  'called-off': { vi: 'Nghỉ, đã báo', en: 'Called off' },
  absent: { vi: 'Không đến', en: 'Did not come' },
  arrive: { vi: 'Đã đến, cấp số', en: 'Is here: number' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  of: {
    vi: (what: string, code: string) => `${what}: ${code}`,
    en: (what: string, code: string) => `${what}: ${code}`,
  },
  book: { vi: 'Đặt hộ người gọi điện', en: 'Book for somebody who phones' },
  make: { vi: 'Đặt lịch hẹn', en: 'Book' },
  full: { vi: 'Ngày này không còn giờ nào đặt được.', en: 'Nothing can be booked on this day.' },
  left: { vi: (count: number) => `còn ${count} chỗ`, en: (count: number) => `${count} left` },
});

export function DayListPage(props: DayListProps) {
  const { day, appointments, errors } = props;
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <ErrorSummary errors={errors} />
        <div class="vc-toolbar">
          <h1>{words.on(`${weekdayWord(day, locale)} ${dayText(day, locale)}`)}</h1>
          <div class="vc-toolbar-start vc-buttons">
            <LinkButton href={`${DAY_LIST}?ngay=${addDays(day, -1)}`} variant="secondary">
              {words.before}
            </LinkButton>
            <LinkButton href={`${DAY_LIST}?ngay=${addDays(day, 1)}`} variant="secondary">
              {words.after}
            </LinkButton>
          </div>
        </div>
        {appointments.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <AppointmentTable {...props} />
        )}
        <PhoneForm {...props} />
      </div>
    </OfficerLayout>
  );
}

function AppointmentTable({ appointments, rules, day }: DayListProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <DataTable
      caption={`${words.title} ${dayText(day, locale)}`}
      captionHidden
      rows={appointments}
      keyOf={({ id }) => id}
      columns={[
        { key: 'hour', head: words.hour, cell: ({ hour }) => hour },
        { key: 'code', head: words.code, names: true, cell: ({ code }) => code },
        { key: 'name', head: words.name, cell: ({ name }) => name },
        {
          key: 'phone',
          head: words.phone,
          cell: ({ phone }) => phone && <span class="vc-whole">{phoneText(phone)}</span>,
        },
        {
          key: 'group',
          head: words.group,
          cell: ({ group }) => {
            const found = rules.groups.find(({ key }) => key === group);
            return found ? inLanguage(found.name, locale).text : group;
          },
        },
        { key: 'state', head: words.state, cell: ({ state }) => words[state] },
        {
          key: 'act',
          head: words.act,
          cell: ({ code, state, canArrive }) =>
            state === 'booked' && (
              <div class="vc-toolbar-start">
                {canArrive && (
                  <RowAct action="den" code={code} label={words.of(words.arrive, code)}>
                    {words.arrive}
                  </RowAct>
                )}
                <RowAct action="huy" code={code} label={words.of(words.cancel, code)}>
                  {words.cancel}
                </RowAct>
              </div>
            ),
        },
      ]}
    />
  );
}

function RowAct({ action, code, label, children }: { action: string; code: string; label: string; children: string }) {
  return (
    <CommandForm action={`${DAY_LIST}/${code}/${action}`}>
      <button class="ds-button" data-variant="tertiary" type="submit" aria-label={label}>
        {children}
      </button>
    </CommandForm>
  );
}

function PhoneForm({ day, slots, rules, typed, errors }: DayListProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <section class="vc-act">
      <h2>{words.book}</h2>
      {slots.length === 0 ? (
        <p class="vc-quiet">{words.full}</p>
      ) : (
        <CommandForm action={DAY_LIST}>
          <input type="hidden" name="ngay" value={day} />
          <TextInput
            name="ten"
            label={words.name}
            value={typed.name}
            error={errorOf('ten')}
            maxLength={80}
            width={24}
          />
          <TextInput
            name="dien-thoai"
            label={words.phone}
            value={typed.phone}
            error={errorOf('dien-thoai')}
            type="tel"
            maxLength={20}
            width={12}
          />
          <Select
            name="nhom"
            label={words.group}
            value={typed.group}
            error={errorOf('nhom')}
            options={rules.groups.map(({ key, name }) => ({ value: key, label: inLanguage(name, locale).text }))}
          />
          <Select
            name="gio"
            label={words.hour}
            value={typed.from}
            error={errorOf('gio')}
            options={slots.map(({ from, hour, free }) => ({ value: from, label: `${hour}, ${words.left(free)}` }))}
          />
          <Button>{words.make}</Button>
        </CommandForm>
      )}
    </section>
  );
}
