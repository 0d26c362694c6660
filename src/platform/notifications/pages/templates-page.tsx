/** Templates page: everything the portal tells people, with the version that is in force. */
import { inLanguage } from '../../i18n/local-text.ts';
import { defineTexts } from '../../i18n/texts.ts';
import { dayText } from '../../text/vietnamese-date.ts';
import { DataTable } from '../../web/components/data-table/data-table.tsx';
import { Tag } from '../../web/components/tag/tag.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { KIND_NAMES } from '../channel-words.ts';
import type { ListedTemplate } from '../template-versions.ts';
import { TEMPLATES, templateTexts } from './template-words.ts';

const texts = defineTexts({
  about: {
    vi: 'Mỗi mẫu là lời báo cho người dân khi hồ sơ có bước mới. Sửa thành bản nháp, xem trước trong từng kênh, rồi công bố từ một ngày. Mọi phiên bản đều được giữ.',
    en: 'Each template is what people are told when something happens with their dossier. Edit a draft, see it in each channel, publish it from a day. Every version is kept.',
  },
  template: { vi: 'Mẫu', en: 'Template' },
  code: { vi: 'Mã', en: 'Code' },
  kind: { vi: 'Loại', en: 'Kind' },
  inForce: { vi: 'Đang áp dụng', en: 'In force' },
  since: { vi: (day: string) => `từ ${day}`, en: (day: string) => `since ${day}` },
});

export function TemplatesPage({ templates }: { readonly templates: readonly ListedTemplate[] }) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = templateTexts(locale);
  return (
    <OfficerLayout title={shared.title}>
      <div class="vc-stack">
        <h1>{shared.title}</h1>
        <p class="vc-reading">{words.about}</p>
        <DataTable
          caption={shared.title}
          captionHidden
          rows={templates}
          keyOf={({ code }) => code}
          columns={[
            {
              key: 'subject',
              head: words.template,
              names: true,
              cell: ({ code, subject }) => (
                <a class="ds-link" href={`${TEMPLATES}/${code}`} lang="vi">
                  {subject}
                </a>
              ),
            },
            { key: 'code', head: words.code, cell: ({ code }) => code },
            { key: 'kind', head: words.kind, cell: ({ kind }) => inLanguage(KIND_NAMES[kind], locale).text },
            {
              key: 'version',
              head: words.inForce,
              cell: ({ version, origin, validFrom, hasDraft }) => (
                <>
                  {shared.version(version)}, {shared[origin]} {words.since(dayText(validFrom, locale))}{' '}
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
