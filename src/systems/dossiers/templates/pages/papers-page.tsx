/** List of the templates of papers: every slip and result paper, with the version in force. */
import type { Day } from '../../../../platform/calendar/instant.ts';
import type { TemplateKind } from '../../../../platform/documents/templates/template-store.ts';
import type { LocalText } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { dayText } from '../../../../platform/text/vietnamese-date.ts';
import { DataTable } from '../../../../platform/web/components/data-table/data-table.tsx';
import { Tag } from '../../../../platform/web/components/tag/tag.tsx';
import { useLocale } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import { paperPath, paperTexts } from './paper-words.ts';

export interface ListedPaper {
  readonly code: string;
  readonly kind: TemplateKind;
  readonly title: LocalText;
  readonly rule: string;
  readonly version: number;
  /** Undefined: since before the records of this program begin. */
  readonly validFrom: Day | undefined;
  readonly origin: 'pack' | 'administrator';
  readonly hasDraft: boolean;
}

const texts = defineTexts({
  about: {
    vi: 'Mỗi mẫu là lời của một phiếu hay giấy kết quả. Sửa thành bản nháp, xem bản in với dữ liệu ví dụ, so sánh rồi công bố từ một ngày. Giấy đã lập luôn in lại bằng mẫu của lúc lập.',
    en: 'Each template is what a slip or a result paper says. Edit a draft, look at it in print with invented data, compare it and publish it from a day. A paper that was made prints again as it was made.',
  },
  paper: { vi: 'Mẫu', en: 'Template' },
  kind: { vi: 'Loại', en: 'Kind' },
  rule: { vi: 'Theo quy định', en: 'Rule' },
  inForce: { vi: 'Đang áp dụng', en: 'In force' },
  since: { vi: (day: string) => `từ ${day}`, en: (day: string) => `since ${day}` },
});

export function PapersPage({ papers }: { readonly papers: readonly ListedPaper[] }) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = paperTexts(locale);
  return (
    <OfficerLayout title={shared.title}>
      <div class="vc-stack">
        <h1>{shared.title}</h1>
        <p class="vc-reading">{words.about}</p>
        <DataTable
          caption={shared.title}
          captionHidden
          rows={papers}
          keyOf={({ code }) => code}
          columns={[
            {
              key: 'title',
              head: words.paper,
              names: true,
              cell: ({ code, title }) => (
                <a class="ds-link" href={paperPath(code)}>
                  <Local text={title} />
                </a>
              ),
            },
            { key: 'kind', head: words.kind, cell: ({ kind }) => shared[kind] },
            { key: 'rule', head: words.rule, cell: ({ rule }) => <span lang="vi">{rule}</span> },
            {
              key: 'version',
              head: words.inForce,
              cell: ({ version, origin, validFrom, hasDraft }) => (
                <>
                  {shared.version(version)}, {shared[origin]}
                  {validFrom !== undefined && ` ${words.since(dayText(validFrom, locale))}`}{' '}
                  {hasDraft && <Tag tone="info">{shared.draft}</Tag>}
                </>
              ),
            },
          ]}
        />
      </div>
    </OfficerLayout>
  );
}
