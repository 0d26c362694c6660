/** Register page: the series, the proof that no number is missing, and every number with what became of it. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { groupedNumber, moneyText } from '../../../platform/text/money.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { FilterBar } from '../../../platform/web/components/filter-bar/filter-bar.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { Pagination } from '../../../platform/web/components/pagination/pagination.tsx';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { Book } from '../receipts/export-register.ts';
import type { RegisteredReceipt, Series } from '../receipts/register.ts';
import { paidByTexts, voidReasonTexts } from '../receipts/receipt-words.ts';

export interface RegisterPageProps {
  readonly path: string;
  readonly series: readonly Series[];
  readonly chosen: Series | undefined;
  readonly receipts: readonly RegisteredReceipt[];
  /** Printed apart. */
  readonly books: readonly Book[];
  readonly next?: string;
}

const texts = defineTexts({
  title: { vi: 'Sổ biên lai điện tử', en: 'Register of electronic receipts' },
  none: { vi: 'Chưa lập biên lai nào', en: 'No receipt was issued yet' },
  noneAbout: {
    vi: 'Biên lai được lập khi thu tiền tại quầy hoặc khi ngân hàng báo đã nhận tiền.',
    en: 'A receipt is issued when cash is taken or the bank reports a payment.',
  },
  series: { vi: 'Ký hiệu', en: 'Series' },
  whole: {
    vi: (last: string, used: string, voided: string) =>
      `Số 1 đến ${last}: ${used} số đã dùng, ${voided} số đã hủy có lý do, không thiếu số nào`,
    en: (last: string, used: string, voided: string) =>
      `Numbers 1 to ${last}: ${used} used, ${voided} voided with their reason, none missing`,
  },
  broken: {
    vi: (missing: string) => `Thiếu ${missing} số: báo ngay người quản trị`,
    en: (missing: string) => `${missing} numbers are missing: tell the administrator at once`,
  },
  about: {
    vi: (form: string, amount: string) =>
      `Mẫu số ${form} (chờ xác nhận). Tổng tiền của biên lai còn giá trị: ${amount}.`,
    en: (form: string, amount: string) => `Form ${form} (to be confirmed). Total of the receipts in force: ${amount}.`,
  },
  xlsx: { vi: 'Tải cả sổ (XLSX)', en: 'The whole register (XLSX)' },
  pdf: { vi: 'Bản in để ký (PDF)', en: 'Paper to sign (PDF)' },
  book: {
    vi: (book: number, from: string, to: string) => `Bản in quyển ${book}, số ${from} đến ${to} (PDF)`,
    en: (book: number, from: string, to: string) => `Book ${book}, numbers ${from} to ${to} (PDF)`,
  },
  list: { vi: 'Các số của ký hiệu', en: 'Numbers of the series' },
  number: { vi: 'Số', en: 'Number' },
  at: { vi: 'Lập lúc', en: 'Issued' },
  dossier: { vi: 'Hồ sơ, người nộp', en: 'Dossier, payer' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  how: { vi: 'Hình thức', en: 'How' },
  state: { vi: 'Tình trạng', en: 'State' },
  used: { vi: 'Đã dùng', en: 'Used' },
  voided: { vi: 'Đã hủy', en: 'Voided' },
  replacedBy: { vi: (number: number) => `thay bằng số ${number}`, en: (number: number) => `replaced by ${number}` },
  replaces: { vi: (number: number) => `thay cho số ${number}`, en: (number: number) => `in place of ${number}` },
  shown: { vi: (count: number) => `${count} số`, en: (count: number) => `${count} numbers` },
});

export function RegisterPage({ path, series, chosen, receipts, books, next }: RegisterPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <h1>{words.title}</h1>
        {!chosen ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <>
            <FilterBar
              action={path}
              filters={[
                {
                  name: 'ky-hieu',
                  label: words.series,
                  value: chosen.series,
                  options: series.map((one) => ({
                    value: one.series,
                    label: one.unit ? `${one.series}, ${inLanguage(one.unit, locale).text}` : one.series,
                  })),
                },
              ]}
            />
            <Proof series={chosen} />
            <Files path={path} series={chosen} books={books} />
            <h2>{words.list}</h2>
            <ReceiptTable path={path} receipts={receipts} />
            <Pagination summary={words.shown(receipts.length)} {...(next === undefined ? {} : { next })} />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}

function Proof({ series }: { series: Series }) {
  const locale = useLocale();
  const words = texts(locale);
  const shown = (value: number) => groupedNumber(value, locale);
  const title =
    series.missing === 0
      ? words.whole(shown(series.last), shown(series.used), shown(series.voided))
      : words.broken(shown(series.missing));
  return (
    <Notice kind={series.missing === 0 ? 'success' : 'danger'} title={title}>
      <p>{words.about(series.form ?? '—', moneyText(series.amount, locale))}</p>
    </Notice>
  );
}

/** A long series is printed book by book. */
function Files({ path, series, books }: { path: string; series: Series; books: readonly Book[] }) {
  const locale = useLocale();
  const words = texts(locale);
  const to = (file: string, more: Record<string, string> = {}) =>
    `${path}/tai-ve/${file}?${new URLSearchParams({ 'ky-hieu': series.series, ...more })}`;
  return (
    <ul class="vc-list">
      <li>
        <a class="ds-link" href={to('so-bien-lai.xlsx')}>
          {words.xlsx}
        </a>
      </li>
      {books.map(({ book, from, to: last }) => (
        <li key={book}>
          <a class="ds-link" href={to('so-bien-lai.pdf', { quyen: String(book) })}>
            {books.length === 1
              ? words.pdf
              : words.book(book, groupedNumber(from, locale), groupedNumber(last, locale))}
          </a>
        </li>
      ))}
    </ul>
  );
}

function ReceiptTable({ path, receipts }: Pick<RegisterPageProps, 'path' | 'receipts'>) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <DataTable
      caption={words.list}
      captionHidden
      rows={receipts}
      keyOf={({ id }) => id}
      cards
      columns={[
        {
          key: 'number',
          head: words.number,
          names: true,
          digits: true,
          cell: ({ id, number }) => (
            <a class="ds-link" href={`${path}/${id}`}>
              {String(number).padStart(7, '0')}
            </a>
          ),
        },
        { key: 'at', head: words.at, digits: true, cell: ({ issuedAt }) => timeInTable(issuedAt, locale) },
        {
          key: 'dossier',
          head: words.dossier,
          cell: ({ caseCode, payer }) => (
            <>
              <span class="vc-whole">{caseCode}</span>
              {payer && <div class="vc-caption">{payer}</div>}
            </>
          ),
        },
        {
          key: 'amount',
          head: words.amount,
          align: 'end',
          digits: true,
          cell: ({ amount }) => moneyText(amount, locale),
        },
        { key: 'how', head: words.how, cell: ({ by }) => paidByTexts(locale)[by] },
        { key: 'state', head: words.state, cell: (receipt) => <State receipt={receipt} /> },
      ]}
    />
  );
}

function State({ receipt }: { receipt: RegisteredReceipt }) {
  const locale = useLocale();
  const words = texts(locale);
  const { voidReason, replacedBy, replaces } = receipt;
  return (
    <>
      {voidReason === null ? words.used : <Tag tone="danger">{words.voided}</Tag>}
      {voidReason !== null && (
        <div class="vc-caption">
          {voidReasonTexts(locale)[voidReason]}
          {replacedBy !== null && `, ${words.replacedBy(replacedBy)}`}
        </div>
      )}
      {replaces !== null && <div class="vc-caption">{words.replaces(replaces)}</div>}
    </>
  );
}
