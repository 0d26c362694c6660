/** Measures page: what can be counted at all; an indicator begins with one of them. */
import { defineTexts } from '../../../i18n/texts.ts';
import { DataTable } from '../../../web/components/data-table/data-table.tsx';
import { BackLink } from '../../../web/components/trail/trail.tsx';
import { useLocale } from '../../../web/frame.tsx';
import { OfficerLayout } from '../../../web/layouts/officer-layout.tsx';
import { Local } from '../../../web/local.tsx';
import type { Measures } from '../../follow-journal.ts';
import type { MeasureSpec } from '../../measure.ts';
import { DEFINITIONS, definingTexts, fieldTexts, NEW } from '../defining-words.ts';

const texts = defineTexts({
  title: { vi: 'Chỉ số mới đếm đại lượng nào?', en: 'What does the new indicator count?' },
  about: {
    vi: 'Đại lượng do phần mềm khai báo; chỉ số là một điều kiện trên các giá trị của nó.',
    en: 'Measures are declared by the software; an indicator is a condition on their values.',
  },
  kind: { vi: 'Cách đếm', en: 'How it is counted' },
  facts: { vi: 'từng việc, theo ngày, đơn vị và địa bàn', en: 'each act, by day, unit and area' },
  snapshot: { vi: 'những gì đang có hiệu lực', en: 'what is in force' },
  figures: { vi: 'số liệu có sẵn, chọn theo tên', en: 'figures that are there, chosen by name' },
});

const wayOf = ({ kind }: MeasureSpec): 'facts' | 'snapshot' | 'figures' =>
  kind === 'snapshot' || kind === 'figures' ? kind : 'facts';

export function MeasuresPage({ measures }: { readonly measures: Measures }) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-reading vc-stack">
        <div>
          <BackLink href={DEFINITIONS}>{definingTexts(locale).definitions}</BackLink>
          <h1>{words.title}</h1>
          <p class="vc-quiet">{words.about}</p>
        </div>
        <DataTable
          caption={fieldTexts(locale).measure}
          captionHidden
          rows={[...measures]}
          keyOf={([name]) => name}
          columns={[
            {
              key: 'measure',
              head: fieldTexts(locale).measure,
              names: true,
              cell: ([name, { title }]) => (
                <a class="ds-link" href={`${DEFINITIONS}/${NEW}?dai-luong=${encodeURIComponent(name)}`}>
                  <Local text={title} />
                </a>
              ),
            },
            { key: 'kind', head: words.kind, cell: ([, measure]) => words[wayOf(measure)] },
          ]}
        />
      </div>
    </OfficerLayout>
  );
}
