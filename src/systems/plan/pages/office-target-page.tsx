/** Office target page: one target with every value ever entered, deciding on those that wait, and entering another. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { groupedNumber } from '../../../platform/text/money.ts';
import { dayText, timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { ErrorSummary, type FieldError } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { Measure } from '../definition.ts';
import { amountWithUnit, planTexts } from '../plan-words.ts';
import type { Score } from '../read-score.ts';
import type { TargetScore } from '../score/score-target.ts';
import type { PlanValue } from '../values.ts';
import { AnnulForm } from './annul-form.tsx';
import { TargetPart } from './target-part.tsx';
import { ValueForm } from './value-form.tsx';

export interface OfficeTargetPageProps {
  readonly score: Score;
  readonly of: TargetScore;
  readonly values: readonly PlanValue[];
  /** Of the office page of the plan. */
  readonly path: string;
  readonly mayEnter: boolean;
  readonly mayDecide: boolean;
  readonly account: string | undefined;
  readonly errors: readonly FieldError[];
  readonly typed: (name: string) => string;
}

const texts = defineTexts({
  back: { vi: 'Về bảng chỉ tiêu', en: 'Back to the targets' },
  waiting: { vi: 'Chờ duyệt', en: 'Waits for approval' },
  kind: { vi: 'Loại', en: 'Kind' },
  value: { vi: 'Giá trị', en: 'Value' },
  day: { vi: 'Tính đến ngày', en: 'As of' },
  document: { vi: 'Văn bản', en: 'Document' },
  open: { vi: 'Mở tệp', en: 'Open the file' },
  note: { vi: 'Ghi chú', en: 'Note' },
  by: { vi: 'Người nhập', en: 'Entered by' },
  approve: { vi: 'Duyệt', en: 'Approve' },
  refuse: { vi: 'Không duyệt', en: 'Do not approve' },
  why: { vi: 'Lý do không duyệt', en: 'Why not' },
  withdraw: { vi: 'Rút lại', en: 'Take back' },
  own: {
    vi: 'Bạn là người nhập: người khác phải duyệt. Nhập nhầm thì rút lại.',
    en: 'You have entered it: another person has to approve. Take it back if it was a mistake.',
  },
  history: { vi: 'Lịch sử số liệu đã nhập', en: 'Every value entered' },
  state: { vi: 'Tình trạng', en: 'State' },
  decided: { vi: 'Người duyệt', en: 'Decided by' },
  none: { vi: 'Chưa ai nhập số liệu cho chỉ tiêu này.', en: 'Nobody has entered a value of this target yet.' },
  invented: { vi: 'bịa để trình diễn', en: 'invented' },
  noOffice: {
    vi: 'Số liệu do cơ quan giữ đề án nhập và duyệt.',
    en: 'Values are entered and approved by the units that keep the plan.',
  },
});

export function OfficeTargetPage(props: OfficeTargetPageProps) {
  const { score, of, values, path, mayEnter, mayDecide, errors, typed } = props;
  const locale = useLocale();
  const words = texts(locale);
  const name = inLanguage(of.target.name, locale).text;
  return (
    <OfficerLayout title={`${of.target.id}: ${name}`}>
      <div class="vc-reading vc-sections">
        <ErrorSummary errors={errors} />
        <div>
          <BackLink href={path}>{words.back}</BackLink>
          <p class="vc-quiet">{of.target.id}</p>
          <h1>{name}</h1>
        </div>
        {values
          .filter(({ state }) => state === 'draft')
          .map((value) => (
            <Draft key={value.id} value={value} {...props} />
          ))}
        <TargetPart score={score} of={of} />
        <History values={values} of={of} />
        <Annulling {...props} />
        {mayEnter && (
          <ValueForm
            action={`${path}/chi-tieu/${of.target.id}/nhap`}
            target={of.target}
            errors={errors}
            typed={typed}
          />
        )}
        {!mayEnter && !mayDecide && <p class="vc-quiet">{words.noOffice}</p>}
      </div>
    </OfficerLayout>
  );
}

function Annulling({ of, values, path, mayDecide, account, typed }: OfficeTargetPageProps) {
  const locale = useLocale();
  const others = values.filter(({ state, enteredById }) => state === 'approved' && enteredById !== account);
  if (!mayDecide || others.length === 0) return null;
  return (
    <AnnulForm
      action={`${path}/chi-tieu/${of.target.id}/huy`}
      values={others}
      textOf={(value) => valueText(value, measureIn(of, value), locale)}
      typed={typed}
    />
  );
}

const measureIn = (of: TargetScore, { measure }: PlanValue): Measure =>
  (of.measures.find((one) => one.measure.key === measure) ?? of.lead).measure;

function Draft({ value, of, path, mayDecide, mayEnter, account, typed }: OfficeTargetPageProps & { value: PlanValue }) {
  const locale = useLocale();
  const words = texts(locale);
  const isOwn = value.enteredById !== null && value.enteredById === account;
  const file = `${path}/gia-tri/${value.id}`;
  return (
    <Notice kind="to-do" title={words.waiting}>
      <div class="vc-stack">
        <SummaryList
          rows={[
            { label: words.kind, value: planTexts(locale)[value.kind] },
            { label: words.value, value: valueText(value, measureIn(of, value), locale) },
            { label: words.day, value: dayText(value.day, locale) },
            {
              label: words.document,
              value: (
                <>
                  {value.documentNumber}, {dayText(value.documentDay, locale)}{' '}
                  {value.fileId !== null && (
                    <a class="ds-link" href={`${file}/van-ban`}>
                      {words.open}
                    </a>
                  )}
                </>
              ),
            },
            ...(value.note === '' ? [] : [{ label: words.note, value: value.note }]),
            { label: words.by, value: `${value.enteredBy ?? ''}, ${timeInTable(value.enteredAt, locale)}` },
          ]}
        />
        {isOwn && <p>{words.own}</p>}
        {isOwn && mayEnter && (
          <CommandForm action={`${file}/rut`}>
            <Button variant="secondary">{words.withdraw}</Button>
          </CommandForm>
        )}
        {mayDecide && !isOwn && (
          <>
            <CommandForm action={`${file}/duyet`}>
              <Button>{words.approve}</Button>
            </CommandForm>
            <CommandForm action={`${file}/khong-duyet`}>
              <Textarea
                name={`reason.${value.id}`}
                label={words.why}
                value={typed(`reason.${value.id}`)}
                rows={2}
                maxLength={1000}
              />
              <ButtonGroup>
                <Button variant="secondary">{words.refuse}</Button>
              </ButtonGroup>
            </CommandForm>
          </>
        )}
      </div>
    </Notice>
  );
}

function valueText(value: PlanValue, measure: Measure, locale: 'vi' | 'en'): string {
  const text = amountWithUnit(value.amount, measure, locale);
  if (value.numerator === null || value.denominator === null) return text;
  return `${text} (${groupedNumber(value.numerator, locale)} / ${groupedNumber(value.denominator, locale)})`;
}

function History({ values, of }: { values: readonly PlanValue[]; of: TargetScore }) {
  const locale = useLocale();
  const words = texts(locale);
  const plan = planTexts(locale);
  if (values.length === 0) return <p class="vc-quiet">{words.none}</p>;
  return (
    <DataTable
      caption={words.history}
      cards
      rows={values}
      keyOf={({ id }) => id}
      columns={[
        { key: 'day', head: words.day, names: true, cell: ({ day }) => dayText(day, locale) },
        { key: 'kind', head: words.kind, cell: ({ kind }) => plan[kind] },
        {
          key: 'value',
          head: words.value,
          align: 'end',
          digits: true,
          cell: (value) => valueText(value, measureIn(of, value), locale),
        },
        { key: 'document', head: words.document, cell: ({ documentNumber }) => documentNumber },
        {
          key: 'state',
          head: words.state,
          cell: ({ state, refusedFor, invented }) => (
            <>
              {plan[state]}
              {refusedFor !== null && `: ${refusedFor}`} {invented && <Tag tone="warning">{words.invented}</Tag>}
            </>
          ),
        },
        { key: 'by', head: words.by, cell: ({ enteredBy }) => enteredBy ?? '–' },
        { key: 'decided', head: words.decided, cell: ({ decidedBy }) => decidedBy ?? '–' },
      ]}
    />
  );
}
