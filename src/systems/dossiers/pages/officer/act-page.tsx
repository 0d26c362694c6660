/** Act page: one act on a dossier, what it will cause, what has to be said for it, and one button. */
import type { ComponentChildren } from 'preact';
import { inLanguage, type LocalText } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { Button, ButtonGroup, LinkButton } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { ErrorSummary, type FieldError } from '../../../../platform/web/components/error-summary/error-summary.tsx';
import { Notice } from '../../../../platform/web/components/notice/notice.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import type { LoadedDossier } from '../../load-dossier.ts';
import type { ActionKey } from '../../possible-actions.ts';
import { actLabels, actPath, effectOf } from './act-words.ts';
import { DeskLayout } from './desk-layout.tsx';

export interface ActPageProps {
  readonly dossier: LoadedDossier;
  readonly action: ActionKey;
  readonly fields: ComponentChildren;
  readonly errors?: readonly FieldError[];
  /** The rule that refused the act. */
  readonly refused?: string;
  /** What others have done since the page was opened; what was typed is still there. */
  readonly changes?: readonly { readonly title: LocalText; readonly at: string }[];
}

const texts = defineTexts({
  back: { vi: 'Quay lại hồ sơ', en: 'Back to the dossier' },
  changed: { vi: 'Hồ sơ đã thay đổi từ khi bạn mở trang', en: 'The dossier has changed since you opened the page' },
  again: {
    vi: 'Nội dung bạn đã nhập vẫn còn ở dưới. Xem lại rồi bấm lần nữa nếu vẫn đúng.',
    en: 'What you typed is still below. Look again, then press once more if it still holds.',
  },
});

export function ActPage({ dossier, action, fields, errors = [], refused, changes }: ActPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const label = actLabels(locale)[action];
  const all = refused === undefined ? errors : [...errors, { message: refused }];
  return (
    <DeskLayout title={`${label} – ${dossier.code}`}>
      <div class="vc-act">
        <ErrorSummary errors={all} />
        <p class="vc-quiet">
          <a class="ds-link" href={`/can-bo/ho-so/${dossier.code}`}>
            {dossier.code}
          </a>{' '}
          · {inLanguage(dossier.definition.name, locale).text} · {dossier.applicant.name}
        </p>
        <h1>{label}</h1>
        {changes && (
          <Notice kind="warning" title={words.changed}>
            <ul>
              {changes.map((change, index) => (
                <li key={index}>
                  {change.at} <Local text={change.title} />
                </li>
              ))}
            </ul>
            <p>{words.again}</p>
          </Notice>
        )}
        <p>{effectOf(action, dossier, locale)}</p>
        <CommandForm action={actPath(dossier.code, action)} version={dossier.version} multipart={action === 'end-part'}>
          {fields}
          <ButtonGroup>
            <Button danger={action === 'refuse' || action === 'refuse-processing' || action === 'stop'}>{label}</Button>
            <LinkButton variant="secondary" href={`/can-bo/ho-so/${dossier.code}`}>
              {words.back}
            </LinkButton>
          </ButtonGroup>
        </CommandForm>
      </div>
    </DeskLayout>
  );
}
