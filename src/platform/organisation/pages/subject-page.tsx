/** Subject page: of which unit, where the link that led here did not say. */
import { inLanguage, type LocalText } from '../../i18n/local-text.ts';
import { defineTexts } from '../../i18n/texts.ts';
import { Button } from '../../web/components/button/button.tsx';
import { ErrorSummary } from '../../web/components/error-summary/error-summary.tsx';
import { TextInput } from '../../web/components/field/text-input.tsx';
import { BackLink } from '../../web/components/trail/trail.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { Local } from '../../web/local.tsx';
import { ORGANISATION } from '../changes/administrator.ts';

export interface SubjectPageProps {
  readonly action: string;
  readonly title: LocalText;
  readonly words: string;
  /** Draft that it will go into. */
  readonly draft: string;
  readonly error?: string;
}

const texts = defineTexts({
  back: { vi: 'Tổ chức bộ máy', en: 'Organisation' },
  unit: { vi: 'Đơn vị nào', en: 'Which unit' },
  hint: { vi: 'Mã hoặc tên', en: 'Code or name' },
  next: { vi: 'Tiếp tục', en: 'Go on' },
});

export function SubjectPage({ action, title, words, draft, error }: SubjectPageProps) {
  const locale = useLocale();
  const said = texts(locale);
  return (
    <OfficerLayout title={inLanguage(title, locale).text}>
      <div class="vc-stack vc-reading">
        {error && <ErrorSummary errors={[{ name: 'don-vi', message: error }]} />}
        <BackLink href={ORGANISATION}>{said.back}</BackLink>
        <h1>
          <Local text={title} />
        </h1>
        <form action={action} class="vc-stack" noValidate>
          {draft !== '' && <input type="hidden" name="ban" value={draft} />}
          <TextInput name="don-vi" label={said.unit} hint={said.hint} value={words} error={error} />
          <Button>{said.next}</Button>
        </form>
      </div>
    </OfficerLayout>
  );
}
