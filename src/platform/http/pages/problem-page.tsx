/** Problem page: what a person reads when a page is not there, not allowed, too large or broken, and what to do next. */
import { defineTexts } from '../../i18n/texts.ts';
import { ButtonGroup, LinkButton } from '../../web/components/button/button.tsx';
import { useFrame } from '../../web/frame.tsx';
import { CitizenLayout } from '../../web/layouts/citizen-layout.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';

const texts = defineTexts({
  404: { vi: 'Không tìm thấy trang này', en: 'This page was not found' },
  404.1: {
    vi: 'Địa chỉ có thể đã gõ sai, hoặc nội dung này không dành cho tài khoản của bạn.',
    en: 'The address may be mistyped, or this is not for your account to see.',
  },
  403: { vi: 'Biểu mẫu đã hết hiệu lực', en: 'The form is no longer valid' },
  403.1: {
    vi: 'Phiên làm việc đã đổi từ khi trang được mở. Hãy quay lại, tải lại trang rồi gửi lần nữa; những gì bạn đã lưu vẫn còn.',
    en: 'Your session has changed since the page was opened. Go back, reload the page and send it again; what you saved is still there.',
  },
  413: { vi: 'Tệp hoặc nội dung quá lớn', en: 'The file or the content is too large' },
  413.1: {
    vi: 'Hãy chọn tệp nhỏ hơn, hoặc chụp lại với độ phân giải thấp hơn.',
    en: 'Choose a smaller file, or take the photo again at a lower resolution.',
  },
  429: { vi: 'Quá nhiều yêu cầu', en: 'Too many requests' },
  429.1: { vi: 'Hãy chờ một phút rồi thử lại.', en: 'Wait a minute and try again.' },
  400: { vi: 'Yêu cầu không đọc được', en: 'The request could not be read' },
  400.1: { vi: 'Hãy quay lại trang trước và thử lại.', en: 'Go back to the page before and try again.' },
  500: { vi: 'Hệ thống gặp lỗi', en: 'Something failed on our side' },
  500.1: {
    vi: 'Việc bạn vừa làm chưa được ghi nhận. Hãy thử lại sau ít phút; nếu vẫn lỗi, hãy báo mã bên dưới.',
    en: 'What you just did was not recorded. Try again in a few minutes; if it fails again, tell us the code below.',
  },
  503: { vi: 'Hệ thống đang bận', en: 'The system is busy' },
  503.1: {
    vi: 'Nhiều người đang dùng cùng lúc. Việc bạn vừa làm chưa được ghi nhận. Hãy chờ vài giây rồi tải lại trang này; gửi lại cùng một biểu mẫu không bị tính hai lần.',
    en: 'Many people are using it at the same time. What you just did was not recorded. Wait a few seconds and reload this page; sending the same form again does not count twice.',
  },
  home: { vi: 'Về trang chủ', en: 'To the home page' },
  desk: { vi: 'Về nơi làm việc', en: 'Back to work' },
  code: { vi: 'Mã yêu cầu', en: 'Request code' },
});

type Known = 400 | 403 | 404 | 413 | 429 | 500 | 503;

export function ProblemPage({ status, requestId }: { status: number; requestId: string }) {
  const frame = useFrame();
  const words = texts(frame.locale);
  const desk = frame.reader.signedIn && frame.reader.desk ? frame.reader.home : undefined;
  const Layout = desk ? OfficerLayout : CitizenLayout;
  const known = ([400, 403, 404, 413, 429, 503].includes(status) ? status : status < 500 ? 400 : 500) as Known;
  return (
    <Layout frame={frame} title={words[known]}>
      <div class="vc-reading vc-stack">
        <h1>{words[known]}</h1>
        <p>{words[`${known}.1`]}</p>
        <ButtonGroup>
          <LinkButton href={desk ?? '/'} variant="secondary">
            {desk ? words.desk : words.home}
          </LinkButton>
        </ButtonGroup>
        <p class="vc-caption">
          {words.code}: <span class="vc-whole">{requestId}</span>
        </p>
      </div>
    </Layout>
  );
}
