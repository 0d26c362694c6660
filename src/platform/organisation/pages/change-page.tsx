/** A change: its items against the present, what it touches, and publishing, taking back or turning it round. */
import type { Day } from '../../calendar/instant.ts';
import { defineTexts } from '../../i18n/texts.ts';
import { dayText, timeInSentence } from '../../text/vietnamese-date.ts';
import type { TypedDay } from '../../text/typed-day.ts';
import { Button, LinkButton } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { Consequence } from '../../web/components/consequence/consequence.tsx';
import { ErrorSummary, type FieldError } from '../../web/components/error-summary/error-summary.tsx';
import { DateInput } from '../../web/components/field/date-input.tsx';
import { TextInput } from '../../web/components/field/text-input.tsx';
import { Notice } from '../../web/components/notice/notice.tsx';
import { Tag } from '../../web/components/tag/tag.tsx';
import { BackLink } from '../../web/components/trail/trail.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { changePath, CHANGES, ITEMS } from '../changes/administrator.ts';
import type { ChangeSet } from '../changes/change-set.ts';
import { ITEM_FORMS } from '../changes/forms/item-forms.ts';
import type { Touched } from '../changes/touched.ts';
import { Local } from '../../web/local.tsx';
import { ChangeItems, type ShownItem } from './change-items.tsx';
import { stateTexts, STATE_TONES } from './changes-page.tsx';
import { TouchedList } from './touched-list.tsx';

export interface ChangePageProps {
  readonly set: ChangeSet;
  readonly items: readonly ShownItem[];
  /** Undefined once it is in force. */
  readonly touched: Touched | undefined;
  readonly breaks: { readonly id: string; readonly title: string } | undefined;
  /** Why it did not come into force on its day. */
  readonly stuck?: string;
  readonly from: TypedDay;
  readonly today: Day;
  readonly errors: readonly FieldError[];
}

const texts = defineTexts({
  back: { vi: 'Các bản thay đổi', en: 'Changes' },
  changed: {
    vi: (who: string, when: string) => `Sửa lần cuối ${when}${who && ` bởi ${who}`}`,
    en: (who: string, when: string) => `Last changed at ${when}${who && ` by ${who}`}`,
  },
  from: { vi: (day: string) => `Áp dụng từ ngày ${day}`, en: (day: string) => `From ${day}` },
  document: { vi: 'Số, ngày quyết định', en: 'Number and date of the decision' },
  documentHint: {
    vi: 'Ví dụ Quyết định 12/QĐ-UBND ngày 01/12/2026; cần có khi công bố',
    en: 'Such as Decision 12/QĐ-UBND of 1 December 2026; needed for publishing',
  },
  title: { vi: 'Tên bản thay đổi', en: 'Title of the change' },
  save: { vi: 'Lưu', en: 'Save' },
  items: { vi: 'So với hiện tại', en: 'Against the present' },
  more: { vi: 'Thêm mục', en: 'Add an item' },
  touched: { vi: 'Ảnh hưởng', en: 'Impact' },
  processes: {
    vi: 'Quy trình có bước không ai làm sau thay đổi này',
    en: 'Processes with a step that nobody does after this',
  },
  publish: { vi: 'Công bố', en: 'Publish' },
  firstDay: { vi: 'Áp dụng từ ngày', en: 'First day' },
  publishEffect: {
    vi: 'Công bố từ hôm nay thì có hiệu lực ngay. Từ một ngày sau thì tự có hiệu lực lúc 0 giờ ngày đó, và trước lúc đó rút lại được.',
    en: 'From today it holds at once. From a later day it comes into force at midnight of that day, and can be taken back before.',
  },
  mend: {
    vi: 'Có mục không thực hiện được. Sửa hoặc bỏ mục đó rồi công bố.',
    en: 'Some items are not possible. Mend them or take them out, then publish.',
  },
  breaks: {
    vi: (title: string) => `Sau thay đổi này không thực hiện được bản đã công bố: ${title}`,
    en: (title: string) => `After this a published change would not be possible: ${title}`,
  },
  stuck: { vi: 'Đến ngày nhưng chưa có hiệu lực', en: 'Its day has come, but it is not in force' },
  takeBack: { vi: 'Rút lại thành bản nháp', en: 'Take it back' },
  takeBackEffect: {
    vi: 'Chưa có gì thay đổi. Bản này thành bản nháp, sửa và công bố lại được.',
    en: 'Nothing has changed yet. It becomes a draft again, to be mended and published.',
  },
  reverse: { vi: 'Lập bản đảo ngược', en: 'Turn it round' },
  reverseEffect: {
    vi: 'Lập một bản nháp làm ngược lại từng mục: đơn vị đã kết thúc được lập lại, người đã thôi giữ được bổ nhiệm lại. Xem lại rồi công bố như mọi bản khác.',
    en: 'Makes a draft that does the opposite of every item: units that ended are set up again, people seated again. Look at it and publish it as any other.',
  },
  succession: { vi: 'Chuyển hồ sơ của đơn vị đã kết thúc', en: 'Pass on dossiers of ended units' },
  discard: { vi: 'Bỏ bản nháp', en: 'Discard the draft' },
  discardEffect: { vi: 'Nội dung bản nháp mất hẳn.', en: 'What is in the draft is gone for good.' },
});

export function ChangePage(props: ChangePageProps) {
  const { set, items, touched, breaks, stuck, errors } = props;
  const locale = useLocale();
  const words = texts(locale);
  const path = changePath(set.id);
  return (
    <OfficerLayout title={set.title}>
      <div class="vc-stack">
        <ErrorSummary errors={errors} />
        <BackLink href={CHANGES}>{words.back}</BackLink>
        <h1>{set.title}</h1>
        <p>
          <Tag tone={STATE_TONES[set.state]}>{stateTexts(locale)[set.state]}</Tag>{' '}
          {set.from && `${words.from(dayText(set.from, locale))} · `}
          {set.document && `${set.document} · `}
          <span class="vc-quiet">{words.changed(set.changedBy ?? '', timeInSentence(set.changedAt, locale))}</span>
        </p>
        {stuck && (
          <Notice kind="warning" title={words.stuck}>
            <p>{stuck}</p>
          </Notice>
        )}
        <h2>{words.items}</h2>
        <ChangeItems
          items={items}
          count={set.items.length}
          {...(set.state === 'draft' && { remove: { action: `${path}/bo-muc`, version: set.version } })}
        />
        {set.state === 'draft' && <MoreItems id={set.id} />}
        {touched && (
          <>
            <h2>{words.touched}</h2>
            <TouchedList touched={touched} />
            <p>
              <a class="ds-link" href={`/quan-tri/quy-trinh/chua-co-nguoi-lam?ban=${set.id}`}>
                {words.processes}
              </a>
            </p>
          </>
        )}
        {breaks && (
          <Notice kind="warning">
            <a class="ds-link" href={changePath(breaks.id)}>
              {words.breaks(breaks.title)}
            </a>
          </Notice>
        )}
        {set.state === 'draft' && <DraftActs {...props} />}
        {set.state === 'published' && (
          <CommandForm action={`${path}/rut-lai`} version={set.version}>
            <Consequence>{words.takeBackEffect}</Consequence>
            <Button variant="secondary">{words.takeBack}</Button>
          </CommandForm>
        )}
        {set.state === 'in-force' && (
          <>
            <p>
              <LinkButton href="/quan-tri/to-chuc/ke-thua" variant="secondary">
                {words.succession}
              </LinkButton>
            </p>
            <CommandForm action={`${path}/dao-nguoc`} version={set.version}>
              <Consequence>{words.reverseEffect}</Consequence>
              <Button variant="secondary">{words.reverse}</Button>
            </CommandForm>
          </>
        )}
      </div>
    </OfficerLayout>
  );
}

function MoreItems({ id }: { id: string }) {
  const words = texts(useLocale());
  const offered = ITEM_FORMS.filter(({ subject }) => subject === undefined || subject === 'unit');
  return (
    <nav aria-label={words.more}>
      <p>
        {words.more}:{' '}
        {offered.map(({ path, title }, index) => (
          <span key={path}>
            {index > 0 && ' · '}
            <a class="ds-link" href={`${ITEMS}/${path}?ban=${id}`}>
              <Local text={title} />
            </a>
          </span>
        ))}
      </p>
    </nav>
  );
}

function DraftActs({ set, items, from, errors }: ChangePageProps) {
  const words = texts(useLocale());
  const path = changePath(set.id);
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  const faulty = items.some(({ fault }) => fault !== undefined);
  return (
    <>
      <CommandForm action={`${path}/ten`} version={set.version}>
        <TextInput name="title" label={words.title} value={set.title} error={errorOf('title')} maxLength={300} />
        <TextInput
          name="document"
          label={words.document}
          hint={words.documentHint}
          value={set.document ?? ''}
          maxLength={300}
          optional
        />
        <Button variant="secondary">{words.save}</Button>
      </CommandForm>
      {items.length > 0 && (
        <>
          <h2>{words.publish}</h2>
          {faulty && <Notice kind="warning">{words.mend}</Notice>}
          <CommandForm action={`${path}/cong-bo`} version={set.version}>
            <DateInput name="from" label={words.firstDay} value={from} error={errorOf('from')} />
            <Consequence>{words.publishEffect}</Consequence>
            <Button>{words.publish}</Button>
          </CommandForm>
        </>
      )}
      <CommandForm action={`${path}/bo`} version={set.version}>
        <p class="vc-quiet">{words.discardEffect}</p>
        <Button variant="tertiary" danger>
          {words.discard}
        </Button>
      </CommandForm>
    </>
  );
}
