/** Sheets page: everything the province enters of its plan, with how much of it is there. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { PlanDefinition } from '../definition.ts';
import type { PlanRecord } from '../sheets/records.ts';
import { SHEETS } from '../sheets/sheet.ts';

const texts = defineTexts({
  title: { vi: 'Dữ liệu của đề án', en: 'Data of the plan' },
  back: { vi: 'Về bảng chỉ tiêu', en: 'Back to the targets' },
  about: {
    vi: 'Văn bản của đề án chỉ cho biết số nhiệm vụ, giai đoạn, nhóm giải pháp và tổng kinh phí. Tên gọi, chia kinh phí, tiêu chí, danh mục kiến trúc do tỉnh nhập ở đây, từng dòng hoặc bằng tệp.',
    en: 'Only the numbers of tasks, phases and solutions and the total of the money are known. Names, the split of the money, criteria and the architecture are entered here, line by line or from a file.',
  },
  sheet: { vi: 'Bảng', en: 'Sheet' },
  purpose: { vi: 'Nội dung', en: 'Content' },
  entered: { vi: 'Đã nhập', en: 'Entered' },
  of: {
    vi: (have: number, known: number) => `${have} / ${known}`,
    en: (have: number, known: number) => `${have} of ${known}`,
  },
});

export function SheetsPage({
  plan,
  records,
  path,
  back,
}: {
  readonly plan: PlanDefinition;
  readonly records: readonly PlanRecord[];
  readonly path: string;
  readonly back: string;
}) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <div>
          <BackLink href={back}>{words.back}</BackLink>
          <h1>{words.title}</h1>
          <p>{words.about}</p>
        </div>
        <DataTable
          caption={words.title}
          captionHidden
          rows={SHEETS}
          keyOf={({ key }) => key}
          columns={[
            {
              key: 'sheet',
              head: words.sheet,
              names: true,
              cell: ({ slug, title }) => (
                <a class="ds-link" href={`${path}/${slug}`}>
                  {inLanguage(title, locale).text}
                </a>
              ),
            },
            { key: 'purpose', head: words.purpose, cell: ({ about }) => inLanguage(about, locale).text },
            {
              key: 'entered',
              head: words.entered,
              align: 'end',
              digits: true,
              cell: ({ key, known }) => {
                const have = records.filter(({ sheet }) => sheet === key).length;
                return known ? words.of(have, plan.counts[known]) : have;
              },
            },
          ]}
        />
      </div>
    </OfficerLayout>
  );
}
