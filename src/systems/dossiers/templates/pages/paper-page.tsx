/** One template of a paper: how it prints, its draft beside it, what would change, and every version there ever was. */
import { inLanguage, type LocalText } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import type { TemplateVersion } from '../../../../platform/documents/templates/template-store.ts';
import { BEGINNING } from '../../../../platform/documents/slips/slip-pack.ts';
import { type ComparedLine, compareLines } from '../../../../platform/text/compare-lines.ts';
import { dayText } from '../../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../../platform/web/components/consequence/consequence.tsx';
import { ErrorSummary, type FieldError } from '../../../../platform/web/components/error-summary/error-summary.tsx';
import { DateInput, type DateInputProps } from '../../../../platform/web/components/field/date-input.tsx';
import { Notice } from '../../../../platform/web/components/notice/notice.tsx';
import { PaperPreview } from '../../../../platform/web/components/paper-preview/paper-preview.tsx';
import { Quoted } from '../../../../platform/web/components/quoted/quoted.tsx';
import { Tag } from '../../../../platform/web/components/tag/tag.tsx';
import { useLocale } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import { PAPERS, paperPath, paperTexts, printPath, ruleOf } from './paper-words.ts';
import { WithFields } from './with-fields.tsx';

export interface PaperPageProps {
  readonly code: string;
  readonly title: LocalText;
  readonly kind: TemplateVersion['kind'];
  /** Newest first. */
  readonly versions: readonly TemplateVersion[];
  readonly inForce: TemplateVersion;
  /** The draft, the version asked for, or the one in force, with its lines to compare. */
  readonly shown: { readonly what: 'draft' | 'version'; readonly version: number; readonly lines: string };
  readonly linesInForce: string;
  readonly draft: number | undefined;
  /** A version of the pack that an administrator's keeps out of force. */
  readonly offered: number | undefined;
  readonly from: DateInputProps['value'];
  readonly errors?: readonly FieldError[];
}

const texts = defineTexts({
  edit: { vi: 'Sửa thành bản nháp', en: 'Edit as a draft' },
  editDraft: { vi: 'Sửa tiếp bản nháp', en: 'Edit the draft' },
  drop: { vi: 'Bỏ bản nháp', en: 'Drop the draft' },
  shownDraft: { vi: 'Bản nháp, in với dữ liệu ví dụ', en: 'The draft, printed with invented data' },
  shownVersion: {
    vi: (number: number) => `Phiên bản ${number}, in với dữ liệu ví dụ`,
    en: (number: number) => `Version ${number}, printed with invented data`,
  },
  difference: { vi: 'So với phiên bản đang áp dụng', en: 'Against the version in force' },
  lines: { vi: 'Những dòng khác nhau', en: 'Lines that differ' },
  same: { vi: 'Không khác gì phiên bản đang áp dụng.', en: 'The same as the version in force.' },
  gone: { vi: 'Bỏ: ', en: 'Gone: ' },
  new: { vi: 'Thêm: ', en: 'New: ' },
  publish: { vi: 'Công bố bản nháp', en: 'Publish the draft' },
  restore: {
    vi: (number: number) => `Dùng lại phiên bản ${number}`,
    en: (number: number) => `Use version ${number} again`,
  },
  from: { vi: 'Áp dụng từ ngày', en: 'In force from' },
  effect: {
    vi: 'Thành một phiên bản mới. Giấy lập từ ngày đó in theo lời này; nếu là hôm nay, từ phút sau. Giấy đã lập trước đó không đổi.',
    en: 'It becomes a new version. Papers made from that day on are printed in these words; if it is today, from the next minute. Papers made before stay as they are.',
  },
  versions: { vi: 'Các phiên bản', en: 'Versions' },
  inForce: { vi: 'Đang áp dụng', en: 'In force' },
  since: { vi: (day: string) => `áp dụng từ ${day}`, en: (day: string) => `from ${day}` },
  by: { vi: (name: string) => `công bố: ${name}`, en: (name: string) => `published by ${name}` },
  copied: { vi: (number: number) => `dùng lại phiên bản ${number}`, en: (number: number) => `version ${number} again` },
  offered: {
    vi: (number: number) =>
      `Gói dữ liệu của tỉnh có mẫu khác chưa áp dụng: phiên bản ${number}. Mẫu của bạn vẫn áp dụng cho đến khi dùng phiên bản đó.`,
    en: (number: number) =>
      `The province pack has another form that is not in force: version ${number}. Yours stays in force until you use that version.`,
  },
  see: { vi: 'Xem và so sánh', en: 'See and compare' },
});

export function PaperPage(props: PaperPageProps) {
  const { code, title, kind, inForce, shown, draft, offered, errors = [] } = props;
  const locale = useLocale();
  const words = texts(locale);
  const shared = paperTexts(locale);
  const name = inLanguage(title, locale).text;
  const isDraft = shown.what === 'draft';
  const differs = isDraft || shown.version !== inForce.version;
  const heading = isDraft ? words.shownDraft : words.shownVersion(shown.version);
  return (
    <OfficerLayout title={name}>
      <div class="vc-reading vc-stack">
        <ErrorSummary errors={errors} />
        <p>
          <a class="ds-link" href={PAPERS}>
            {shared.back}
          </a>
        </p>
        <h1>{name}</h1>
        <p class="vc-quiet">{[shared[kind], ruleOf(inForce.content)].filter((part) => part !== '').join(' · ')}</p>
        {offered !== undefined && (
          <Notice kind="info" title={words.offered(offered)}>
            <p>
              <a class="ds-link" href={`${paperPath(code)}?phien-ban=${offered}`}>
                {words.see}
              </a>
            </p>
          </Notice>
        )}
        <p>
          <a class="ds-button" data-variant="secondary" href={`${paperPath(code)}/sua`}>
            {draft === undefined ? words.edit : words.editDraft}
          </a>
        </p>
        <h2>{heading}</h2>
        <PaperPreview
          title={name}
          name={name}
          href={printPath(code, isDraft ? `nhap-${draft}` : `pb-${shown.version}`)}
          kind="pages"
          open
        />
        {differs && (
          <>
            <h2>{words.difference}</h2>
            <Difference before={props.linesInForce} after={shown.lines} />
            <Publish {...props} />
          </>
        )}
        <Versions {...props} />
      </div>
    </OfficerLayout>
  );
}

function Difference({ before, after }: { before: string; after: string }) {
  const locale = useLocale();
  const words = texts(locale);
  const changed = compareLines(before, after).filter(({ kind }) => kind !== 'same');
  if (changed.length === 0) return <p>{words.same}</p>;
  return (
    <Quoted lang="vi" place={words.lines}>
      {changed.map(({ kind, text }, index) => (
        <p key={index}>
          <b lang={locale}>{kind === 'gone' ? words.gone : words.new}</b>
          <Changed kind={kind} text={text} />
        </p>
      ))}
    </Quoted>
  );
}

function Changed({ kind, text }: ComparedLine) {
  const said = <WithFields text={text} />;
  return kind === 'gone' ? <del>{said}</del> : <ins>{said}</ins>;
}

function Publish({ code, shown, versions, draft, from, errors = [] }: PaperPageProps) {
  const words = texts(useLocale());
  const isDraft = shown.what === 'draft';
  const error = errors.find(({ name }) => name === 'from')?.message;
  const act = isDraft ? words.publish : words.restore(shown.version);
  return (
    <>
      <h2>{act}</h2>
      <CommandForm action={`${paperPath(code)}/${isDraft ? 'cong-bo' : 'dung-lai'}`}>
        <input type="hidden" name="newest" value={versions[0]?.version} />
        <input type="hidden" name="shown" value={isDraft ? draft : shown.version} />
        <DateInput name="from" label={words.from} value={from} {...(error === undefined ? {} : { error })} />
        <Consequence>{words.effect}</Consequence>
        <Button>{act}</Button>
      </CommandForm>
      {isDraft && (
        <CommandForm action={`${paperPath(code)}/bo-nhap`}>
          <input type="hidden" name="shown" value={draft} />
          <Button variant="tertiary">{words.drop}</Button>
        </CommandForm>
      )}
    </>
  );
}

function Versions({ code, versions, inForce }: PaperPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = paperTexts(locale);
  return (
    <>
      <h2>{words.versions}</h2>
      <ul>
        {versions.map(({ version, validFrom, origin, publishedBy, copiedFrom, content }) => (
          <li key={version}>
            <a class="ds-link" href={`${paperPath(code)}?phien-ban=${version}`}>
              {shared.version(version)}
            </a>
            {`: ${[
              validFrom === BEGINNING ? shared.beginning : words.since(dayText(validFrom, locale)),
              shared[origin],
              ...(ruleOf(content) === '' ? [] : [ruleOf(content)]),
              ...(publishedBy === null ? [] : [words.by(publishedBy)]),
              ...(copiedFrom === null ? [] : [words.copied(copiedFrom)]),
            ].join(', ')} `}
            {version === inForce.version && <Tag tone="success">{words.inForce}</Tag>}
          </li>
        ))}
      </ul>
    </>
  );
}
