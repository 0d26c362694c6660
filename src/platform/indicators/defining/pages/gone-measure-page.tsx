/** Gone measure page: a definition whose measure the program no longer has can't be mended; what to do instead. */
import { defineTexts } from '../../../i18n/texts.ts';
import { Notice } from '../../../web/components/notice/notice.tsx';
import { useLocale } from '../../../web/frame.tsx';
import { OfficerLayout } from '../../../web/layouts/officer-layout.tsx';
import { silenceTexts } from '../../silence.ts';
import { DEFINITIONS, NEW, pathOf } from '../defining-words.ts';
import { DefinitionTabs } from './definition-tabs.tsx';

const texts = defineTexts({
  about: {
    vi: (measure: string) =>
      `Định nghĩa này đếm đại lượng “${measure}”, chương trình không còn nữa nên không sửa được.`,
    en: (measure: string) =>
      `This definition counts the measure “${measure}”, which the program no longer has: it can’t be mended.`,
  },
  instead: { vi: 'Soạn chỉ số mới với đại lượng khác', en: 'Define a new indicator with another measure' },
});

export function GoneMeasurePage({ code, measure }: { readonly code: string; readonly measure: string }) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <OfficerLayout title={code} tabs={<DefinitionTabs code={code} here={pathOf(code)} />}>
      <div class="vc-reading vc-stack">
        <h1>{code}</h1>
        <Notice kind="warning" title={silenceTexts(locale).goneTitle}>
          <p>{words.about(measure)}</p>
          <p>
            <a class="ds-link" href={`${DEFINITIONS}/${NEW}`}>
              {words.instead}
            </a>
          </p>
        </Notice>
      </div>
    </OfficerLayout>
  );
}
