/** The draft of a setting: what it changes, what is wrong with it, publishing and dropping it. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../i18n/texts.ts';
import type { Fault } from '../../pack/fault.ts';
import { timeInSentence } from '../../text/vietnamese-date.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { EmptyState } from '../../web/components/empty-state/empty-state.tsx';
import { ErrorSummary, type FieldError } from '../../web/components/error-summary/error-summary.tsx';
import { Notice } from '../../web/components/notice/notice.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import type { TypedDecision } from '../read-decision.ts';
import type { Difference } from '../setting.ts';
import type { SettingDraft } from '../setting-draft.ts';
import { DifferenceTable } from './difference-table.tsx';
import { PublishSettingForm } from './publish-setting-form.tsx';
import { settingTexts } from './setting-words.ts';

export interface SettingDraftPageProps {
  readonly path: string;
  readonly title: string;
  readonly tabs: ComponentChildren;
  readonly draft: Omit<SettingDraft<unknown>, 'body'> | undefined;
  readonly differences: readonly Difference[];
  readonly faults: readonly Fault[];
  readonly last: number;
  readonly typed: TypedDecision;
  readonly errors: readonly FieldError[];
  readonly effect: string;
  /** Where it is seen what the draft would do to what is open. */
  readonly impact?: { readonly href: string; readonly text: string };
  /** What stands above publishing. */
  readonly before?: ComponentChildren;
}

const texts = defineTexts({
  none: { vi: 'Không có bản nháp', en: 'There is no draft' },
  noneAbout: {
    vi: 'Sửa một điều trên các trang bên cạnh: bản nháp được lập từ bản đang có, chưa áp dụng cho ai.',
    en: 'Change something on the pages beside this one: that begins a draft, which applies to nobody yet.',
  },
  changed: {
    vi: (name: string, at: string) => `Sửa lần cuối: ${name}, ${at}.`,
    en: (name: string, at: string) => `Last changed by ${name}, ${at}.`,
  },
  compare: { vi: 'So với bản đã công bố', en: 'Against what is published' },
  faults: { vi: 'Chưa công bố được', en: 'Not ready to publish' },
  publish: { vi: 'Công bố', en: 'Publish' },
  drop: { vi: 'Bỏ bản nháp', en: 'Drop the draft' },
});

export function SettingDraftPage(props: SettingDraftPageProps) {
  const { path, title, tabs, draft, differences, faults, last, typed, errors, effect, impact, before } = props;
  const locale = useLocale();
  const words = texts(locale);
  const shared = settingTexts(locale);
  return (
    <OfficerLayout title={`${shared.draft}: ${title}`} tabs={tabs}>
      <div class="vc-stack">
        <ErrorSummary errors={errors} />
        <h1>
          {shared.draft}: {title}
        </h1>
        {draft === undefined ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <>
            <p class="vc-quiet">
              {words.changed(draft.changedByName ?? shared.somebody, timeInSentence(draft.changedAt, locale))}
            </p>
            <h2>{words.compare}</h2>
            <DifferenceTable differences={differences} />
            {impact && differences.length > 0 && (
              <p>
                <a class="ds-link" href={impact.href}>
                  {impact.text}
                </a>
              </p>
            )}
            {before}
            {faults.length > 0 ? (
              <Notice kind="warning" title={words.faults}>
                <ul class="vc-list">
                  {faults.map(({ at, message }) => (
                    <li key={at}>{message[locale]}</li>
                  ))}
                </ul>
              </Notice>
            ) : (
              differences.length > 0 && (
                <div class="vc-reading vc-stack">
                  <h2>{words.publish}</h2>
                  <PublishSettingForm
                    action={`${path}/ban-nhap/cong-bo`}
                    version={draft.version}
                    last={last}
                    typed={typed}
                    errors={errors}
                    effect={effect}
                  >
                    {words.publish}
                  </PublishSettingForm>
                </div>
              )
            )}
            <CommandForm action={`${path}/ban-nhap/bo`} version={draft.version}>
              <Button variant="tertiary" danger>
                {words.drop}
              </Button>
            </CommandForm>
          </>
        )}
      </div>
    </OfficerLayout>
  );
}
