/** Ticket page: the number that was taken, on the kiosk's screen and on 80 mm of paper, with the way to follow it on a phone. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { useFrame } from '../../../platform/web/frame.tsx';
import { HallLayout } from './hall-layout.tsx';
import { QrPicture } from './qr-picture.tsx';

export interface TicketPageProps {
  readonly unit: LocalText;
  readonly code: string;
  readonly group: LocalText;
  readonly isPriority: boolean;
  /** The hour of the appointment that gives it its right; null without one. */
  readonly appointment: string | null;
  readonly takenAt: Instant;
  readonly before: number;
  /** Address of the page for a phone. */
  readonly follow: string;
  /** Where one goes on. */
  readonly done: string;
}

const texts = defineTexts({
  title: { vi: 'Số của ông/bà', en: 'Your number' },
  before: {
    vi: (count: number) => (count === 0 ? 'Ông/bà là người tiếp theo.' : `Trước ông/bà còn ${count} người.`),
    en: (count: number) => (count === 0 ? 'You are next.' : `${count} before you.`),
  },
  priority: { vi: 'Được gọi trước', en: 'Goes first' },
  appointment: { vi: (time: string) => `Có hẹn lúc ${time}`, en: (time: string) => `Appointment at ${time}` },
  look: {
    vi: 'Xin theo dõi màn hình gọi số. Quét mã để xem trên điện thoại còn bao nhiêu người.',
    en: 'Watch the display. Scan the code to see on a phone how many are before you.',
  },
  qr: { vi: 'Mã QR đến trang theo dõi số thứ tự', en: 'QR code of the page that follows this number' },
  print: { vi: 'In số', en: 'Print' },
  done: { vi: 'Xong', en: 'Done' },
});

export function TicketPage(props: TicketPageProps) {
  const { unit, code, group, isPriority, appointment, takenAt, before, follow, done } = props;
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <HallLayout title={`${words.title}: ${code}`} unit={unit} kind="kiosk" scripts={['kiosk.js']}>
      <article class="vc-ticket" data-print>
        <h1>
          <span class="vc-ticket-title">{words.title}</span> <span class="vc-ticket-code">{code}</span>
        </h1>
        <p class="vc-ticket-group">{inLanguage(group, locale).text}</p>
        {isPriority && <p class="vc-ticket-right">{words.priority}</p>}
        {appointment !== null && <p class="vc-ticket-right">{words.appointment(appointment)}</p>}
        <p class="vc-ticket-before">{words.before(before)}</p>
        <QrPicture text={follow} label={words.qr} />
        <p class="vc-ticket-about">{words.look}</p>
        <p class="vc-ticket-time">{timeInTable(takenAt, locale)}</p>
      </article>
      <div class="vc-kiosk-end">
        <button class="vc-kiosk-key" data-first type="button" data-print-key hidden>
          <span class="vc-kiosk-name">{words.print}</span>
        </button>
        <a class="vc-kiosk-key" data-home href={done}>
          <span class="vc-kiosk-name">{words.done}</span>
        </a>
      </div>
    </HallLayout>
  );
}
