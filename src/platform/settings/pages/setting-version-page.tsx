/** One version of a setting against the last one, and the way back to it. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../i18n/texts.ts';
import { ErrorSummary, type FieldError } from '../../web/components/error-summary/error-summary.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import type { TypedDecision } from '../read-decision.ts';
import type { Difference } from '../setting.ts';
import { DifferenceTable } from './difference-table.tsx';
import { PublishSettingForm } from './publish-setting-form.tsx';
import { settingTexts } from './setting-words.ts';

export interface SettingVersionPageProps {
  readonly path: string;
  readonly title: string;
  readonly tabs: ComponentChildren;
  readonly number: number;
  readonly last: number;
  /** What would change with it. */
  readonly differences: readonly Difference[];
  readonly typed: TypedDecision;
  readonly errors: readonly FieldError[];
  readonly effect: string;
}

const texts = defineTexts({
  isLast: { vi: 'Đây là phiên bản mới nhất.', en: 'This is the newest version.' },
  compare: { vi: 'Nếu dùng lại phiên bản này', en: 'If this version came back' },
  restore: { vi: 'Dùng lại phiên bản này', en: 'Use this version again' },
  kept: {
    vi: 'Điều đứng trước ngày áp dụng giữ như đang có.',
    en: 'What lies before the first day in force stays as it is.',
  },
});

export function SettingVersionPage(props: SettingVersionPageProps) {
  const { path, title, tabs, number, last, differences, typed, errors, effect } = props;
  const locale = useLocale();
  const words = texts(locale);
  const shared = settingTexts(locale);
  return (
    <OfficerLayout title={`${shared.version(number)}: ${title}`} tabs={tabs}>
      <div class="vc-stack">
        <ErrorSummary errors={errors} />
        <h1>
          {shared.version(number)}: {title}
        </h1>
        {number === last ? (
          <p>{words.isLast}</p>
        ) : (
          <>
            <h2>{words.compare}</h2>
            <p class="vc-quiet">{words.kept}</p>
            <DifferenceTable differences={differences} />
            {differences.length > 0 && (
              <div class="vc-reading vc-stack">
                <h2>{words.restore}</h2>
                <PublishSettingForm
                  action={`${path}/phien-ban/${number}/dung-lai`}
                  last={last}
                  typed={typed}
                  errors={errors}
                  effect={effect}
                >
                  {words.restore}
                </PublishSettingForm>
              </div>
            )}
          </>
        )}
      </div>
    </OfficerLayout>
  );
}
