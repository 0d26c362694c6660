/** One version against the one in force, and the form that takes its content back into force. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import type { DateInputProps } from '../../../platform/web/components/field/date-input.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { Difference } from '../draft/compare.ts';
import { DifferenceList } from './difference-list.tsx';
import { editedPath } from './draft-words.ts';
import { PublishForm } from './publish-form.tsx';

export interface VersionPageProps {
  readonly code: string;
  readonly id: string;
  /** From the last version to this one; undefined when it is the last one itself. */
  readonly differences: readonly Difference[] | undefined;
  readonly from: DateInputProps['value'];
  readonly error?: string;
}

const texts = defineTexts({
  title: {
    vi: (code: string) => `Phiên bản của thủ tục ${code}`,
    en: (code: string) => `A version of procedure ${code}`,
  },
  back: { vi: 'Về các phiên bản', en: 'Back to the versions' },
  last: {
    vi: 'Đây là phiên bản đang hoặc sẽ áp dụng sau cùng.',
    en: 'This is the version that is or will be in force last.',
  },
  difference: {
    vi: 'Nếu dùng lại phiên bản này, so với phiên bản áp dụng sau cùng',
    en: 'If this version is used again, against the one in force last',
  },
  restore: { vi: 'Dùng lại phiên bản này', en: 'Use this version again' },
});

export function VersionPage({ code, id, differences, from, error }: VersionPageProps) {
  const words = texts(useLocale());
  return (
    <OfficerLayout title={words.title(code)}>
      <div class="vc-stack">
        <ErrorSummary errors={error === undefined ? [] : [{ name: 'from', message: error }]} />
        <p>
          <a class="ds-link" href={editedPath(code)}>
            {words.back}
          </a>
        </p>
        <h1>{words.title(code)}</h1>
        {differences === undefined ? (
          <p>{words.last}</p>
        ) : (
          <>
            <h2>{words.difference}</h2>
            <DifferenceList differences={differences} />
            <h2>{words.restore}</h2>
            <PublishForm
              action={`${editedPath(code)}/phien-ban/${id}/dung-lai`}
              from={from}
              {...(error === undefined ? {} : { error })}
            >
              {words.restore}
            </PublishForm>
          </>
        )}
      </div>
    </OfficerLayout>
  );
}
