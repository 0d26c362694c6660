/** Template page: one template as people read it, its draft beside it, and every version there ever was. */
import type { Day } from '../../calendar/instant.ts';
import { inLanguage } from '../../i18n/local-text.ts';
import { defineTexts } from '../../i18n/texts.ts';
import { dayText } from '../../text/vietnamese-date.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { Consequence } from '../../web/components/consequence/consequence.tsx';
import { ErrorSummary, type FieldError } from '../../web/components/error-summary/error-summary.tsx';
import { DateInput, type DateInputProps } from '../../web/components/field/date-input.tsx';
import { Notice } from '../../web/components/notice/notice.tsx';
import { Tag } from '../../web/components/tag/tag.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { KIND_NAMES } from '../channel-words.ts';
import type { TemplatePreview } from '../template-preview.ts';
import type { TemplateTexts } from '../template-texts.ts';
import type { TemplateVersion } from '../template-versions.ts';
import { TemplateDifference } from './template-difference.tsx';
import { TemplatePreviewView } from './template-preview-view.tsx';
import { TEMPLATES, templateTexts } from './template-words.ts';

export interface TemplatePageProps {
  readonly code: string;
  /** The subject in force, filled with examples. */
  readonly title: string;
  readonly kind: TemplateVersion['kind'];
  /** Newest first. */
  readonly versions: readonly TemplateVersion[];
  readonly inForce: TemplateVersion | undefined;
  /** What is shown filled in: the draft, the version asked for, or the one in force. */
  readonly shown: { readonly what: 'draft' | 'version'; readonly version: number; readonly texts: TemplateTexts };
  readonly previews: readonly TemplatePreview[];
  readonly draft: number | undefined;
  /** A version of the pack that came after one of ours: it waits to be taken over. */
  readonly offered: number | undefined;
  readonly from: DateInputProps['value'];
  readonly errors?: readonly FieldError[];
}

const texts = defineTexts({
  back: { vi: 'Về danh sách mẫu', en: 'Back to the templates' },
  edit: { vi: 'Sửa thành bản nháp', en: 'Edit as a draft' },
  editDraft: { vi: 'Sửa tiếp bản nháp', en: 'Edit the draft' },
  drop: { vi: 'Bỏ bản nháp', en: 'Drop the draft' },
  shownDraft: { vi: 'Bản nháp, điền bằng giá trị mẫu', en: 'The draft, filled with examples' },
  shownVersion: {
    vi: (number: number) => `Phiên bản ${number}, điền bằng giá trị mẫu`,
    en: (number: number) => `Version ${number}, filled with examples`,
  },
  difference: { vi: 'So với phiên bản đang áp dụng', en: 'Against the version in force' },
  publish: { vi: 'Công bố bản nháp', en: 'Publish the draft' },
  restore: {
    vi: (number: number) => `Dùng lại phiên bản ${number}`,
    en: (number: number) => `Use version ${number} again`,
  },
  from: { vi: 'Áp dụng từ ngày', en: 'In force from' },
  effect: {
    vi: 'Thành một phiên bản mới. Thông báo về việc xảy ra từ ngày đó dùng lời này; thông báo đã gửi không đổi.',
    en: 'It becomes a new version. What happens from that day on is told in these words; what was told before stays.',
  },
  versions: { vi: 'Các phiên bản', en: 'Versions' },
  inForce: { vi: 'Đang áp dụng', en: 'In force' },
  since: { vi: (day: string) => `áp dụng từ ${day}`, en: (day: string) => `from ${day}` },
  by: { vi: (name: string) => `công bố: ${name}`, en: (name: string) => `published by ${name}` },
  copied: { vi: (number: number) => `dùng lại phiên bản ${number}`, en: (number: number) => `version ${number} again` },
  offered: {
    vi: (number: number) =>
      `Gói dữ liệu của tỉnh có lời mới hơn: phiên bản ${number}. Lời của bạn vẫn áp dụng cho đến khi dùng phiên bản đó.`,
    en: (number: number) =>
      `The province pack has newer words: version ${number}. Yours stay in force until you use that version.`,
  },
  see: { vi: 'Xem và so sánh', en: 'See and compare' },
});

export function TemplatePage(props: TemplatePageProps) {
  const { code, title, kind, inForce, shown, previews, draft, offered, errors = [] } = props;
  const locale = useLocale();
  const words = texts(locale);
  const differs = inForce && !(shown.what === 'version' && shown.version === inForce.version);
  return (
    <OfficerLayout title={title}>
      <div class="vc-reading vc-stack">
        <ErrorSummary errors={errors} />
        <p>
          <a class="ds-link" href={TEMPLATES}>
            {words.back}
          </a>
        </p>
        <h1 lang="vi">{title}</h1>
        <p class="vc-quiet">
          {code} · {inLanguage(KIND_NAMES[kind], locale).text}
        </p>
        {offered !== undefined && (
          <Notice kind="info" title={words.offered(offered)}>
            <p>
              <a class="ds-link" href={`${TEMPLATES}/${code}?phien-ban=${offered}`}>
                {words.see}
              </a>
            </p>
          </Notice>
        )}
        <p>
          <a class="ds-button" data-variant="secondary" href={`${TEMPLATES}/${code}/sua`}>
            {draft === undefined ? words.edit : words.editDraft}
          </a>
        </p>
        <h2>{shown.what === 'draft' ? words.shownDraft : words.shownVersion(shown.version)}</h2>
        {previews.map((preview) => (
          <TemplatePreviewView key={preview.locale} preview={preview} />
        ))}
        {differs && (
          <>
            <h2>{words.difference}</h2>
            <TemplateDifference before={inForce.texts} after={shown.texts} />
            <Publish {...props} />
          </>
        )}
        <Versions {...props} />
      </div>
    </OfficerLayout>
  );
}

function Publish({ code, shown, versions, draft, from, errors = [] }: TemplatePageProps) {
  const words = texts(useLocale());
  const isDraft = shown.what === 'draft';
  const error = errors.find(({ name }) => name === 'from')?.message;
  return (
    <>
      <h2>{isDraft ? words.publish : words.restore(shown.version)}</h2>
      <CommandForm action={`${TEMPLATES}/${code}/${isDraft ? 'cong-bo' : 'dung-lai'}`}>
        <input type="hidden" name="newest" value={versions[0]?.version} />
        <input type="hidden" name="shown" value={isDraft ? draft : shown.version} />
        <DateInput name="from" label={words.from} value={from} {...(error === undefined ? {} : { error })} />
        <Consequence>{words.effect}</Consequence>
        <Button>{isDraft ? words.publish : words.restore(shown.version)}</Button>
      </CommandForm>
      {isDraft && (
        <CommandForm action={`${TEMPLATES}/${code}/bo-nhap`}>
          <input type="hidden" name="shown" value={draft} />
          <Button variant="tertiary">{words.drop}</Button>
        </CommandForm>
      )}
    </>
  );
}

function Versions({ code, versions, inForce }: TemplatePageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = templateTexts(locale);
  const day = (at: Day) => dayText(at, locale);
  return (
    <>
      <h2>{words.versions}</h2>
      <ul>
        {versions.map(({ version, valid_from, origin, publishedBy, copied_from }) => (
          <li key={version}>
            <a class="ds-link" href={`${TEMPLATES}/${code}?phien-ban=${version}`}>
              {shared.version(version)}
            </a>
            {`: ${[
              words.since(day(valid_from)),
              shared[origin],
              ...(publishedBy === null ? [] : [words.by(publishedBy)]),
              ...(copied_from === null ? [] : [words.copied(copied_from)]),
            ].join(', ')} `}
            {version === inForce?.version && <Tag tone="success">{words.inForce}</Tag>}
          </li>
        ))}
      </ul>
    </>
  );
}
