/** Booking page (đặt lịch hẹn): where and for what, on which day, at which time; one's open appointments stand above. */
import { type Day, type Instant, weekdayOf } from '../../../platform/calendar/instant.ts';
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { dayText, timeInSentence } from '../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { Radios } from '../../../platform/web/components/field/radios.tsx';
import { Select } from '../../../platform/web/components/field/select.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import type { ServiceGroup } from '../rules.ts';

export const BOOK = '/dat-lich';

export interface ShownSlot {
  readonly from: string;
  readonly hour: string;
  readonly free: number;
}

export interface Chosen {
  readonly hall: { readonly code: string; readonly name: LocalText };
  readonly group: string;
  readonly days: readonly Day[];
  readonly day: Day | undefined;
  readonly slots: readonly ShownSlot[];
}

export interface BookPageProps {
  readonly halls: readonly { readonly code: string | null; readonly name: LocalText }[];
  readonly groups: readonly ServiceGroup[];
  readonly own: readonly { readonly code: string; readonly from: Instant }[];
  readonly most: number;
  readonly typed: { readonly hall: string; readonly group: string };
  readonly chosen: Chosen | undefined;
  /** Code of the appointment that gets another time. */
  readonly moves: string | undefined;
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
}

const texts = defineTexts({
  title: { vi: 'Đặt lịch hẹn', en: 'Book an appointment' },
  move: { vi: (code: string) => `Đổi lịch hẹn ${code}`, en: (code: string) => `Move appointment ${code}` },
  about: {
    vi: 'Đến đúng giờ hẹn, ông/bà được gọi trước. Không cần đặt lịch vẫn lấy số ở ki-ốt được.',
    en: 'Come at the time and you are called first. Without an appointment you take a number at the kiosk.',
  },
  own: { vi: 'Lịch hẹn của ông/bà', en: 'Your appointments' },
  full: {
    vi: (count: number) => `Ông/bà đã có ${count} lịch hẹn chưa đến. Hủy một lịch hẹn để đặt lịch khác.`,
    en: (count: number) => `You have ${count} appointments open. Cancel one to book another.`,
  },
  hall: { vi: 'Nơi tiếp nhận', en: 'Office' },
  group: { vi: 'Việc cần làm', en: 'What it is about' },
  choose: { vi: 'Xem ngày, giờ còn chỗ', en: 'See free times' },
  day: { vi: 'Chọn ngày', en: 'Choose a day' },
  time: { vi: (day: string) => `Giờ còn chỗ ngày ${day}`, en: (day: string) => `Free times on ${day}` },
  hour: { vi: 'Giờ đến', en: 'Time' },
  left: { vi: (count: number) => `còn ${count} chỗ`, en: (count: number) => `${count} left` },
  none: { vi: 'Ngày này đã hết chỗ', en: 'Nothing is free on this day' },
  noneAbout: { vi: 'Hãy chọn ngày khác.', en: 'Choose another day.' },
  noDays: { vi: 'Chưa có ngày nào đặt được', en: 'No day can be booked yet' },
  book: { vi: 'Đặt lịch hẹn này', en: 'Book this time' },
  again: { vi: 'Chọn nơi hoặc việc khác', en: 'Another office or matter' },
});

export function BookPage(props: BookPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const { moves, chosen, errors, own, most } = props;
  const title = moves === undefined ? words.title : words.move(moves);
  const isFull = moves === undefined && own.length >= most;
  return (
    <CitizenLayout title={title}>
      <div class="vc-reading vc-stack">
        <ErrorSummary errors={errors} />
        <h1>{title}</h1>
        <p>{words.about}</p>
        {moves === undefined && own.length > 0 && (
          <section>
            <h2>{words.own}</h2>
            <ul class="vc-list">
              {own.map(({ code, from }) => (
                <li key={code}>
                  <a class="ds-link" href={`/lich-hen/${code}`}>
                    {timeInSentence(from, locale)}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        {isFull ? (
          <p role="status">{words.full(most)}</p>
        ) : chosen ? (
          <ChooseTime {...props} chosen={chosen} />
        ) : (
          <ChooseHall {...props} />
        )}
      </div>
    </CitizenLayout>
  );
}

function ChooseHall({ halls, groups, typed, errors }: BookPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <form class="vc-stack" method="get" action={BOOK}>
      <Select
        name="noi"
        label={words.hall}
        value={typed.hall}
        error={errorOf('noi')}
        options={halls.flatMap(({ code, name }) =>
          code === null ? [] : [{ value: code, label: inLanguage(name, locale).text }],
        )}
      />
      <Radios
        name="nhom"
        label={words.group}
        value={typed.group}
        error={errorOf('nhom')}
        options={groups.map(({ key, name, about }) => ({
          value: key,
          label: inLanguage(name, locale).text,
          hint: inLanguage(about, locale).text,
        }))}
      />
      <Button>{words.choose}</Button>
    </form>
  );
}

function ChooseTime({ chosen, groups, moves, errors }: BookPageProps & { readonly chosen: Chosen }) {
  const { locale } = useFrame();
  const words = texts(locale);
  const { hall, group, days, day, slots } = chosen;
  const asked = (more: Record<string, string>) =>
    `${BOOK}?${new URLSearchParams({ ...(moves === undefined ? { noi: hall.code, nhom: group } : { doi: moves }), ...more })}`;
  const groupName = groups.find(({ key }) => key === group)?.name;
  return (
    <>
      <p>
        <b>{inLanguage(hall.name, locale).text}</b>
        <br />
        {groupName && inLanguage(groupName, locale).text}
      </p>
      <section>
        <h2>{words.day}</h2>
        {days.length === 0 ? (
          <p>{words.noDays}</p>
        ) : (
          <ul class="vc-days">
            {days.map((one) => (
              <li key={one}>
                <a href={asked({ ngay: one })} aria-current={one === day ? 'date' : undefined}>
                  {weekdayWord(one, locale)} <span class="vc-whole">{shortDay(one)}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
      {day !== undefined &&
        (slots.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <section>
            <h2>{words.time(dayText(day, locale))}</h2>
            <CommandForm action={moves === undefined ? BOOK : `/lich-hen/${moves}/doi`}>
              <input type="hidden" name="noi" value={hall.code} />
              <input type="hidden" name="nhom" value={group} />
              <input type="hidden" name="ngay" value={day} />
              <div class="vc-hours">
                <Radios
                  name="gio"
                  label={words.hour}
                  inline
                  error={errors.find(({ name }) => name === 'gio')?.message}
                  options={slots.map(({ from, hour, free }) => ({
                    value: from,
                    label: `${hour}, ${words.left(free)}`,
                  }))}
                />
              </div>
              <Button>{words.book}</Button>
            </CommandForm>
          </section>
        ))}
      {moves === undefined && (
        <p>
          <a class="ds-link" href={BOOK}>
            {words.again}
          </a>
        </p>
      )}
    </>
  );
}

/** The year is in the heading of the times. */
const shortDay = (day: Day): string => `${day.slice(8)}/${day.slice(5, 7)}`;

const WEEKDAYS = {
  vi: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

export const weekdayWord = (day: Day, locale: 'vi' | 'en'): string => WEEKDAYS[locale][weekdayOf(day)] ?? '';
