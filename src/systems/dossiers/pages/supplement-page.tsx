/** Supplement page: what the office asked for, each with the place to send it; what was stated can be corrected too. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import { ErrorSummary, type FieldError } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { FileInput } from '../../../platform/web/components/field/file-input.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { LoadedDossier } from '../load-dossier.ts';
import { ActPage } from './act-page.tsx';

export interface AskedItem {
  /** Null: no paper of the dossier, such as a correction. */
  readonly component: string | null;
  readonly name?: LocalText;
  readonly text: string;
}

export interface SupplementPageProps {
  dossier: LoadedDossier;
  reason: string;
  items: readonly AskedItem[];
  note: string;
  errors: readonly (FieldError & { readonly text: string })[];
  /** Where the draft with corrected answers is, once one was begun. */
  corrections?: string;
}

const texts = defineTexts({
  title: { vi: 'Bổ sung hồ sơ', en: 'Complete the dossier' },
  reason: { vi: 'Lý do', en: 'Reason' },
  other: { vi: 'Giấy tờ khác', en: 'Other papers' },
  file: {
    vi: 'Chụp hoặc chọn tệp. Ảnh phải rõ cả bốn góc.',
    en: 'Take a photo or choose a file. All four corners must be clear.',
  },
  correct: { vi: 'Sửa nội dung đã khai', en: 'Correct what you stated' },
  corrected: { vi: 'Nội dung đã sửa sẽ được gửi cùng', en: 'Your corrections go with it' },
  correctedAbout: { vi: 'Xem lại hoặc sửa tiếp', en: 'Look again or correct more' },
  note: { vi: 'Lời nhắn cho cơ quan', en: 'A note to the office' },
  send: { vi: 'Gửi bổ sung', en: 'Send' },
  restarts: {
    vi: 'Thời hạn giải quyết được tính lại từ đầu khi nhận đủ hồ sơ hợp lệ.',
    en: 'The term begins again from the start once the dossier is complete.',
  },
  answers: {
    vi: 'Cơ quan trả lời trong 8 giờ làm việc kể từ lúc gửi.',
    en: 'The office answers within 8 working hours of sending.',
  },
});

export function SupplementPage({ dossier, reason, items, note, errors, corrections }: SupplementPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const path = `/ho-so/${dossier.code}/bo-sung`;
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.text;
  const asked = items.filter((item) => item.component !== null);
  return (
    <ActPage dossier={dossier} title={words.title} above={<ErrorSummary errors={errors} />}>
      <section class="vc-rows">
        <ul class="vc-list">
          {items.map((item) => (
            <li key={item.text}>{item.text}</li>
          ))}
        </ul>
        <p class="vc-quiet">
          {words.reason}: {reason}
        </p>
      </section>
      {corrections && (
        <Notice title={words.corrected}>
          <p>
            <a class="ds-link" href={corrections}>
              {words.correctedAbout}
            </a>
          </p>
        </Notice>
      )}
      <CommandForm action={path} version={dossier.version} multipart>
        {asked.map((item) => (
          <FileInput
            key={item.component}
            name={`file.${item.component}`}
            label={item.name ? <Local text={item.name} /> : item.text}
            hint={words.file}
            accept="image/*,application/pdf"
            multiple
            error={errorOf(`file.${item.component}`)}
            optional={asked.length > 1 || items.length > asked.length}
          />
        ))}
        {asked.length < items.length && (
          <FileInput
            name="file.khac"
            label={words.other}
            hint={words.file}
            accept="image/*,application/pdf"
            multiple
            error={errorOf('file.khac')}
            optional
          />
        )}
        <Textarea name="note" label={words.note} value={note} maxLength={2000} optional />
        <Consequence>{dossier.status === 'open' ? words.restarts : words.answers}</Consequence>
        <ButtonGroup>
          <Button>{words.send}</Button>
        </ButtonGroup>
      </CommandForm>
      {!corrections && (
        <CommandForm action={`${path}/sua`}>
          <Button variant="secondary">{words.correct}</Button>
        </CommandForm>
      )}
    </ActPage>
  );
}
