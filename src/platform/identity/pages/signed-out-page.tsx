/** Signed-out page: where a person comes after signing out at VNeID, with what is left to do on a shared machine. */
import { defineTexts } from '../../i18n/texts.ts';
import { ButtonGroup, LinkButton } from '../../web/components/button/button.tsx';
import { Notice } from '../../web/components/notice/notice.tsx';
import { useLocale } from '../../web/frame.tsx';
import { CitizenLayout } from '../../web/layouts/citizen-layout.tsx';

const texts = defineTexts({
  title: { vi: 'Đã đăng xuất', en: 'Signed out' },
  about: {
    vi: 'Phiên làm việc của bạn trên trang này đã kết thúc.',
    en: 'Your session on this site has ended.',
  },
  stayed: {
    vi: 'Nếu bạn đã chọn ở lại VNeID, lần đăng nhập sau trên trình duyệt này không phải chọn người nữa. Trên máy dùng chung, hãy đóng hết cửa sổ trình duyệt.',
    en: 'If you chose to stay signed in at VNeID, the next sign-in in this browser asks nothing. On a shared machine, close all windows of the browser.',
  },
  left: { vi: 'VNeID có thể vẫn đang đăng nhập', en: 'You may still be signed in at VNeID' },
  leftAbout: {
    vi: 'Từ đây chưa đăng xuất được khỏi VNeID. Trên máy dùng chung, hãy đóng hết cửa sổ trình duyệt.',
    en: 'You could not be signed out at VNeID from here. On a shared machine, close all windows of the browser.',
  },
  home: { vi: 'Về trang chủ', en: 'To the home page' },
});

export function SignedOutPage({ isVneidLeft }: { isVneidLeft: boolean }) {
  const words = texts(useLocale());
  return (
    <CitizenLayout title={words.title}>
      <div class="vc-reading vc-stack">
        <h1>{words.title}</h1>
        <p>{words.about}</p>
        {isVneidLeft ? (
          <Notice kind="warning" title={words.left}>
            <p>{words.leftAbout}</p>
          </Notice>
        ) : (
          <p class="vc-quiet">{words.stayed}</p>
        )}
        <ButtonGroup>
          <LinkButton href="/">{words.home}</LinkButton>
        </ButtonGroup>
      </div>
    </CitizenLayout>
  );
}
