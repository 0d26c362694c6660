/** Confirmation page: the dossier has been sent, under which code, and what happens next and when. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import { type LocalText, inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInSentence } from '../../../platform/text/vietnamese-date.ts';
import { ButtonGroup, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { Confirmation } from '../../../platform/web/components/confirmation/confirmation.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { Qr } from './qr.tsx';

export interface SubmittedPageProps {
  code: string;
  procedure: LocalText;
  /** `bà Nguyễn Thị Hoa`. */
  applicant: LocalText;
  sentAt: Instant;
  office: LocalText | undefined;
  answerBy: Instant | null;
  /** đồng that acceptance will ask for. */
  fee: string | undefined;
  trackUrl: string;
}

const texts = defineTexts({
  title: { vi: 'Đã gửi hồ sơ', en: 'Sent' },
  sent: {
    vi: (who: string, time: string) => `Hồ sơ của ${who} đã được gửi lúc ${time}.`,
    en: (who: string, time: string) => `The dossier of ${who} was sent at ${time}.`,
  },
  code: { vi: 'Mã hồ sơ', en: 'Dossier code' },
  qr: { vi: 'Mã QR mở trang tra cứu hồ sơ', en: 'QR code of the tracking page' },
  next: { vi: 'Việc tiếp theo', en: 'What happens next' },
  answers: {
    vi: (office: string, time: string) =>
      `${office} trả lời trước ${time}: tiếp nhận, yêu cầu bổ sung hoặc từ chối có lý do.`,
    en: (office: string, time: string) =>
      `${office} answers before ${time}: accepted, to be completed, or refused with the reason.`,
  },
  term: {
    vi: 'Khi hồ sơ được tiếp nhận, bạn nhận giấy tiếp nhận ghi ngày giờ trả kết quả.',
    en: 'When it is accepted you receive a receipt that names the day and hour of the result.',
  },
  pays: {
    vi: (fee: string) => `Khi tiếp nhận, cơ quan yêu cầu nộp ${fee}. Nộp bằng mã QR trên trang hồ sơ.`,
    en: (fee: string) => `On acceptance the office asks for ${fee}, to be paid by the QR code on the dossier's page.`,
  },
  told: {
    vi: 'Mỗi bước đều hiện trên trang hồ sơ. Giữ mã hồ sơ để tra cứu không cần đăng nhập.',
    en: 'Each step shows on the dossier’s page. Keep the code to track it without signing in.',
  },
  open: { vi: 'Xem hồ sơ', en: 'Open the dossier' },
  mine: { vi: 'Hồ sơ của tôi', en: 'My dossiers' },
  office: { vi: 'Cơ quan', en: 'The office' },
});

export function SubmittedPage(props: SubmittedPageProps) {
  const { code, procedure, applicant, sentAt, office, answerBy, fee, trackUrl } = props;
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <CitizenLayout title={words.title}>
      <div class="vc-reading vc-stack">
        <Confirmation
          title={words.sent(inLanguage(applicant, locale).text, timeInSentence(sentAt, locale))}
          codeLabel={words.code}
          code={code}
          qr={<Qr text={trackUrl} label={words.qr} />}
        />
        <p class="vc-quiet">
          <Local text={procedure} />
        </p>
        <section>
          <h2 class="vc-section-title">{words.next}</h2>
          <ol class="vc-list">
            {answerBy !== null && (
              <li>
                {words.answers(
                  office ? inLanguage(office, locale).text : words.office,
                  timeInSentence(answerBy, locale),
                )}
              </li>
            )}
            {fee && <li>{words.pays(fee)}</li>}
            <li>{words.term}</li>
            <li>{words.told}</li>
          </ol>
        </section>
        <ButtonGroup>
          <LinkButton href={`/ho-so/${code}`}>{words.open}</LinkButton>
          <LinkButton href="/ho-so-cua-toi" variant="secondary">
            {words.mine}
          </LinkButton>
        </ButtonGroup>
      </div>
    </CitizenLayout>
  );
}
