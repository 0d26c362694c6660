/** What a person would read of a template, channel by channel, in one language. */
import { inLanguage } from '../../i18n/local-text.ts';
import { defineTexts } from '../../i18n/texts.ts';
import { Quoted } from '../../web/components/quoted/quoted.tsx';
import { Tag } from '../../web/components/tag/tag.tsx';
import { useLocale } from '../../web/frame.tsx';
import { SMS_LIMIT } from '../../text/sms-text.ts';
import { CHANNEL_NAMES } from '../channel-words.ts';
import type { TemplatePreview } from '../template-preview.ts';
import { LANGUAGE_NAMES } from './template-words.ts';

const texts = defineTexts({
  noSms: { vi: 'Mẫu này không có tin nhắn SMS.', en: 'This template has no text message.' },
  length: {
    vi: (length: number) => `${length} trên ${SMS_LIMIT} ký tự`,
    en: (length: number) => `${length} of ${SMS_LIMIT} characters`,
  },
  cut: { vi: 'Bị cắt bớt', en: 'Cut' },
});

export function TemplatePreviewView({ preview }: { preview: TemplatePreview }) {
  const locale = useLocale();
  const words = texts(locale);
  const { sms } = preview;
  const named = (channel: keyof typeof CHANNEL_NAMES) => inLanguage(CHANNEL_NAMES[channel], locale).text;
  return (
    <section class="vc-stack">
      <h3>{inLanguage(LANGUAGE_NAMES[preview.locale], locale).text}</h3>
      <Quoted place={named('in-app')} lang={preview.locale} title={preview.subject}>
        {preview.portal}
      </Quoted>
      <Quoted place={named('email')} lang={preview.locale} title={preview.subject}>
        {preview.email.trim()}
      </Quoted>
      {sms ? (
        <>
          <Quoted place={named('sms')} lang={preview.locale}>
            {sms.text}
          </Quoted>
          <p class="vc-quiet vc-small">
            {words.length(sms.length)} {sms.cut && <Tag tone="warning">{words.cut}</Tag>}
          </p>
        </>
      ) : (
        <p class="vc-quiet vc-small">{words.noSms}</p>
      )}
    </section>
  );
}
