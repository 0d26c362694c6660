/** Appointment page: when and where, the code to show at the kiosk, and how to move or cancel it. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInSentence } from '../../../platform/text/vietnamese-date.ts';
import { Button, ButtonGroup, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Confirmation } from '../../../platform/web/components/confirmation/confirmation.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import type { AppointmentState } from '../tables.ts';
import { BOOK } from './book-page.tsx';
import { QrPicture } from './qr-picture.tsx';

export interface AppointmentPageProps {
  readonly code: string;
  readonly unit: LocalText;
  readonly group: LocalText;
  readonly from: Instant;
  readonly state: AppointmentState;
  readonly early: number;
  readonly late: number;
}

const texts = defineTexts({
  title: { vi: 'Lịch hẹn', en: 'Appointment' },
  booked: {
    vi: (time: string, place: string) => `Ông/bà có hẹn lúc ${time} tại ${place}.`,
    en: (time: string, place: string) => `You have an appointment at ${time} at ${place}.`,
  },
  arrived: { vi: 'Đã nhận số theo lịch hẹn này.', en: 'A number was taken for this appointment.' },
  cancelled: { vi: 'Lịch hẹn này đã hủy.', en: 'This appointment has been cancelled.' },
  'called-off': {
    vi: 'Lịch hẹn này không còn vì nơi tiếp nhận nghỉ. Xin đặt lại giờ khác.',
    en: 'The office is closed at that time. Please book another one.',
  },
  absent: { vi: 'Ông/bà đã không đến theo lịch hẹn này.', en: 'You did not come to this appointment.' },
  code: { vi: 'Mã lịch hẹn', en: 'Code' },
  qr: { vi: 'Mã QR của lịch hẹn, để quét ở ki-ốt', en: 'QR code of the appointment, for the kiosk' },
  about: {
    vi: (early: number, late: number) =>
      `Quét mã này ở ki-ốt để nhận số, sớm nhất ${early} phút trước giờ hẹn. Đến muộn quá ${late} phút thì chờ như người không hẹn.`,
    en: (early: number, late: number) =>
      `Scan this code at the kiosk, at the earliest ${early} minutes before. More than ${late} minutes late, you wait like everybody else.`,
  },
  move: { vi: 'Đổi giờ khác', en: 'Choose another time' },
  cancel: { vi: 'Hủy lịch hẹn', en: 'Cancel the appointment' },
  other: { vi: 'Đặt lịch hẹn khác', en: 'Book another appointment' },
});

export function AppointmentPage({ code, unit, group, from, state, early, late }: AppointmentPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const time = timeInSentence(from, locale);
  return (
    <CitizenLayout title={`${words.title} ${code}`}>
      <div class="vc-reading vc-stack">
        <Confirmation
          title={words.booked(time, inLanguage(unit, locale).text)}
          codeLabel={words.code}
          code={code}
          qr={state === 'booked' && <QrPicture text={code} label={words.qr} />}
        />
        <p>{inLanguage(group, locale).text}</p>
        {state === 'booked' ? (
          <>
            <p>{words.about(early, late)}</p>
            <ButtonGroup>
              <LinkButton href={`${BOOK}?doi=${code}`} variant="secondary">
                {words.move}
              </LinkButton>
            </ButtonGroup>
            <CommandForm action={`/lich-hen/${code}/huy`}>
              <Button variant="tertiary" danger>
                {words.cancel}
              </Button>
            </CommandForm>
          </>
        ) : (
          <>
            <p role="status">
              <b>{words[state]}</b>
            </p>
            <p>
              <a class="ds-link" href={BOOK}>
                {words.other}
              </a>
            </p>
          </>
        )}
      </div>
    </CitizenLayout>
  );
}
