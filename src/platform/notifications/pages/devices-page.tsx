/** Devices page: the browsers in which a person is told that something is new. Without script they are listed and ended; beginning needs the browser's own. */
import type { Instant } from '../../calendar/instant.ts';
import { defineTexts } from '../../i18n/texts.ts';
import { AccountLayout } from '../../identity/pages/account-layout.tsx';
import { timeInTable } from '../../text/vietnamese-date.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { Notice } from '../../web/components/notice/notice.tsx';
import { useLocale } from '../../web/frame.tsx';

export const DEVICES = '/thong-bao/thiet-bi';
export const WORKER = '/thong-bao/bao-tin.js';

export interface DevicesPageProps {
  readonly officer: boolean;
  readonly devices: readonly { readonly id: string; readonly name: string; readonly since: Instant }[];
  /** Undefined where no push is set up. */
  readonly publicKey: string | undefined;
  readonly added: boolean;
}

const texts = defineTexts({
  title: { vi: 'Thông báo trên thiết bị', en: 'Notifications on your devices' },
  about: {
    vi: 'Trình duyệt báo khi cổng có thông báo mới cho bạn, cả khi trang đang đóng. Thông báo chỉ nói có tin mới; nội dung hồ sơ không rời cổng.',
    en: 'The browser tells you when the portal has something new for you, even when it is closed. It says only that there is something new; nothing of your dossiers leaves the portal.',
  },
  notSetUp: { vi: 'Cổng chưa bật thông báo đẩy.', en: 'The portal has no push notifications yet.' },
  none: { vi: 'Chưa có trình duyệt nào nhận thông báo.', en: 'No browser is told yet.' },
  begin: { vi: 'Bật trên trình duyệt này', en: 'Begin in this browser' },
  cannot: {
    vi: 'Trình duyệt này đang tắt JavaScript hoặc không nhận được thông báo đẩy. Bạn vẫn được báo trên cổng, qua thư điện tử và tin nhắn.',
    en: 'This browser has JavaScript turned off or takes no push notifications. You are still told in the portal, by mail and by text message.',
  },
  denied: {
    vi: 'Trình duyệt đang chặn thông báo của cổng. Cho phép thông báo trong cài đặt của trình duyệt, rồi bấm lại.',
    en: 'The browser blocks notifications of the portal. Allow them in the settings of the browser, then press again.',
  },
  failed: {
    vi: 'Trình duyệt chưa đăng ký được với dịch vụ đẩy. Hãy thử lại sau.',
    en: 'The browser could not register with its push service. Try again later.',
  },
  added: { vi: 'Trình duyệt này sẽ báo khi có thông báo mới.', en: 'This browser will tell you of new notifications.' },
  since: { vi: (at: string) => `từ ${at}`, en: (at: string) => `since ${at}` },
  remove: { vi: 'Ngừng báo', en: 'Stop' },
  listed: { vi: 'Trình duyệt đang nhận', en: 'Browsers that are told' },
  back: { vi: 'Về cách nhận thông báo', en: 'Back to how you are told' },
});

export function DevicesPage({ officer, devices, publicKey, added }: DevicesPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <AccountLayout officer={officer} title={words.title} scripts={publicKey === undefined ? [] : ['push-button.js']}>
      <h1>{words.title}</h1>
      {added && <Notice kind="success" title={words.added} />}
      <p>{words.about}</p>
      {publicKey === undefined ? <p>{words.notSetUp}</p> : <Begin publicKey={publicKey} />}
      <h2>{words.listed}</h2>
      {devices.length === 0 && <p>{words.none}</p>}
      {devices.map(({ id, name, since }) => (
        <CommandForm key={id} action={`${DEVICES}/${id}/bo`}>
          <p>
            {name} <span class="vc-quiet">{words.since(timeInTable(since, locale))}</span>
          </p>
          <Button variant="secondary">
            {words.remove}
            <span class="ds-sr-only">: {name}</span>
          </Button>
        </CommandForm>
      ))}
      <p>
        <a class="ds-link" href="/thong-bao/tuy-chon">
          {words.back}
        </a>
      </p>
    </AccountLayout>
  );
}

/** Shown by the script when the browser can; what stands here without it says so. */
function Begin({ publicKey }: { publicKey: string }) {
  const words = texts(useLocale());
  return (
    <>
      <p id="push-cannot">{words.cannot}</p>
      <p id="push-denied" role="alert" hidden>
        {words.denied}
      </p>
      <p id="push-failed" role="alert" hidden>
        {words.failed}
      </p>
      <div id="push-begin" data-key={publicKey} data-worker={WORKER} hidden>
        <CommandForm action={DEVICES}>
          {['endpoint', 'p256dh', 'auth'].map((name) => (
            <input key={name} type="hidden" name={name} value="" />
          ))}
          <Button>{words.begin}</Button>
        </CommandForm>
      </div>
    </>
  );
}
