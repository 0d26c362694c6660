/** Phone page: how many are before one's number, and where to go when it is called. Knows no name; the address is the secret on the ticket. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { LinkButton } from '../../../platform/web/components/button/button.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { TicketState } from '../tables.ts';

export interface PhonePageProps {
  readonly unit: LocalText;
  readonly code: string;
  readonly group: LocalText;
  readonly state: TicketState;
  readonly before: number;
  readonly place: number | null;
  /** Until when one who was away may come back, `14:05`; null where nobody may. */
  readonly backUntil: string | null;
  /** `14:05`. */
  readonly time: string;
  readonly path: string;
}

const texts = defineTexts({
  title: { vi: (code: string) => `Số ${code}`, en: (code: string) => `Number ${code}` },
  before: {
    vi: (count: number) => (count === 0 ? 'Ông/bà là người tiếp theo' : `Còn ${count} người trước ông/bà`),
    en: (count: number) => (count === 0 ? 'You are next' : `${count} before you`),
  },
  called: { vi: (place: number) => `Mời đến quầy ${place}`, en: (place: number) => `Please go to counter ${place}` },
  serving: {
    vi: (place: number) => `Đang được phục vụ ở quầy ${place}`,
    en: (place: number) => `Being served at counter ${place}`,
  },
  served: { vi: 'Đã phục vụ xong', en: 'Served' },
  absent: { vi: 'Đã gọi mà ông/bà không có mặt', en: 'You were called and not there' },
  comeBack: {
    vi: (time: string) => `Đến quầy trước ${time} để được chờ tiếp.`,
    en: (time: string) => `Come to a counter before ${time} to go on waiting.`,
  },
  takeNew: { vi: 'Hãy lấy số mới ở ki-ốt.', en: 'Take a new number at the kiosk.' },
  closed: { vi: 'Số này đã hết hiệu lực khi quầy đóng cửa.', en: 'This number ended when the counters closed.' },
  mayChange: {
    vi: 'Người được ưu tiên và người có hẹn có thể được gọi trước.',
    en: 'People with priority or an appointment may be called first.',
  },
  asOf: { vi: 'Lúc', en: 'As of' },
  stale: { vi: 'Mất kết nối từ', en: 'No connection since' },
  again: { vi: 'Xem lại', en: 'Look again' },
});

export function PhonePage(props: PhonePageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const isOpen = ['waiting', 'called', 'serving', 'absent'].includes(props.state);
  return (
    <CitizenLayout title={words.title(props.code)} scripts={isOpen ? ['phone-ticket.js'] : []}>
      <div class="vc-reading vc-stack">
        <p class="vc-quiet">
          <Local text={props.unit} />
        </p>
        <h1>{words.title(props.code)}</h1>
        <p class="vc-quiet">
          <Local text={props.group} />
        </p>
        <div data-slot="ticket" role="status">
          <p class="vc-lead vc-phone-state">{stateOf(props, words)}</p>
          {props.state === 'absent' && (
            <p>{props.backUntil === null ? words.takeNew : words.comeBack(props.backUntil)}</p>
          )}
          {props.state === 'waiting' && <p class="vc-quiet">{words.mayChange}</p>}
        </div>
        {isOpen && (
          <>
            <p class="vc-caption" data-slot="time">
              {words.asOf} <time>{props.time}</time>
            </p>
            <p class="vc-caption" data-stale hidden>
              {words.stale} <time>{props.time}</time>
            </p>
            <LinkButton href={props.path} variant="secondary">
              {words.again}
            </LinkButton>
          </>
        )}
      </div>
    </CitizenLayout>
  );
}

function stateOf({ state, before, place }: PhonePageProps, words: ReturnType<typeof texts>): string {
  switch (state) {
    case 'waiting':
      return words.before(before);
    case 'called':
      return words.called(place ?? 0);
    case 'serving':
      return words.serving(place ?? 0);
    case 'served':
      return words.served;
    case 'absent':
      return words.absent;
    case 'closed':
      return words.closed;
  }
}
