/** Preferences page: which ways of being told a person wants beside the portal's own. */
import { defineTexts } from '../../i18n/texts.ts';
import { inLanguage } from '../../i18n/local-text.ts';
import { AccountLayout } from '../../identity/pages/account-layout.tsx';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { Checkbox } from '../../web/components/field/checkbox.tsx';
import { Notice } from '../../web/components/notice/notice.tsx';
import { useLocale } from '../../web/frame.tsx';
import { CHANNEL_NAMES } from '../channel-words.ts';
import type { Preference } from '../opt-out.ts';

export interface PreferencesPageProps {
  readonly officer: boolean;
  /** Addresses are shown masked. */
  readonly preferences: readonly Preference[];
  readonly saved: boolean;
}

const texts = defineTexts({
  title: { vi: 'Cách nhận thông báo', en: 'How you are told' },
  always: {
    vi: 'Thông báo trên cổng luôn được giữ cho bạn, vì pháp luật yêu cầu cơ quan phải báo.',
    en: 'Notifications in the portal are always kept for you, because the law has the office tell you.',
  },
  saved: { vi: 'Đã lưu lựa chọn của bạn.', en: 'Your choice has been saved.' },
  noAddress: {
    vi: 'Tài khoản chưa có địa chỉ này. Địa chỉ bạn ghi trong hồ sơ vẫn được dùng cho hồ sơ đó.',
    en: 'Your account has no such address. One you write in a dossier is used for that dossier.',
  },
  save: { vi: 'Lưu', en: 'Save' },
  devices: { vi: 'Thông báo đẩy trên thiết bị', en: 'Push notifications on your devices' },
  back: { vi: 'Về danh sách thông báo', en: 'Back to notifications' },
});

export function PreferencesPage({ officer, preferences, saved }: PreferencesPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <AccountLayout officer={officer} title={words.title}>
      <h1>{words.title}</h1>
      {saved && <Notice kind="success" title={words.saved} />}
      <p>{words.always}</p>
      <CommandForm action="/thong-bao/tuy-chon">
        {preferences.map(({ channel, address, wanted }) => (
          <Checkbox
            key={channel}
            name={channel}
            label={inLanguage(CHANNEL_NAMES[channel], locale).text}
            hint={address ?? words.noAddress}
            checked={wanted}
          />
        ))}
        <Button>{words.save}</Button>
      </CommandForm>
      <p>
        <a class="ds-link" href="/thong-bao/thiet-bi">
          {words.devices}
        </a>
      </p>
      <p>
        <a class="ds-link" href="/thong-bao">
          {words.back}
        </a>
      </p>
    </AccountLayout>
  );
}
