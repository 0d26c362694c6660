/** Opt-out page: what the link in a message leads to; one button, no signing in. */
import { defineTexts } from '../../i18n/texts.ts';
import { inLanguage } from '../../i18n/local-text.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { Notice } from '../../web/components/notice/notice.tsx';
import { useLocale } from '../../web/frame.tsx';
import { CitizenLayout } from '../../web/layouts/citizen-layout.tsx';
import { CHANNEL_NAMES } from '../channel-words.ts';
import type { OutsideChannel } from '../tables.ts';

export interface OptOutPageProps {
  readonly channel: OutsideChannel;
  /** The signed address of this page, which the button posts to. */
  readonly action: string;
  readonly done: boolean;
}

const texts = defineTexts({
  title: { vi: 'Ngừng nhận thông báo', en: 'Stop notifications' },
  ask: {
    vi: (channel: string) => `Ngừng nhận thông báo qua ${channel}?`,
    en: (channel: string) => `Stop being told by ${channel}?`,
  },
  still: {
    vi: 'Thông báo theo quy định vẫn có trên cổng dịch vụ công. Bạn có thể nhận lại bất cứ lúc nào ở trang cách nhận thông báo.',
    en: 'What the law has us tell you stays in the portal. You can take this back at any time under "How you are told".',
  },
  stop: { vi: 'Ngừng nhận', en: 'Stop' },
  done: { vi: 'Đã ngừng.', en: 'Stopped.' },
  preferences: { vi: 'Cách nhận thông báo', en: 'How you are told' },
});

export function OptOutPage({ channel, action, done }: OptOutPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const name = inLanguage(CHANNEL_NAMES[channel], locale).text;
  return (
    <CitizenLayout title={words.title}>
      <div class="vc-reading vc-stack">
        <h1>{words.title}</h1>
        {done ? (
          <Notice kind="success" title={words.done}>
            <p>{words.still}</p>
          </Notice>
        ) : (
          <CommandForm action={action}>
            <p>{words.ask(name.charAt(0).toLowerCase() + name.slice(1))}</p>
            <p>{words.still}</p>
            <Button>{words.stop}</Button>
          </CommandForm>
        )}
        <p>
          <a class="ds-link" href="/thong-bao/tuy-chon">
            {words.preferences}
          </a>
        </p>
      </div>
    </CitizenLayout>
  );
}
