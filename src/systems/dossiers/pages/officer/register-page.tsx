/** Register page: the dossiers an office received in a span of days, newest first, with the totals at its foot and the book as files. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { maskPhone } from '../../../../platform/identity/mask.ts';
import { groupedNumber } from '../../../../platform/text/money.ts';
import { dayText, timeInTable } from '../../../../platform/text/vietnamese-date.ts';
import { DataTable } from '../../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { Pagination } from '../../../../platform/web/components/pagination/pagination.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import type { OfferedProcedure } from '../../../procedures/index.ts';
import type { RegisteredDossier, RegisterTotals } from '../../list-register.ts';
import { REGISTER, type RegisterAsked, registerHref } from '../../register-asked.ts';
import { PRINTED_AT_MOST } from '../../register-files.ts';
import type { RegisterUnit } from '../../register-units.ts';
import { standingOf, totalsInWords } from '../../register-words.ts';
import { NUMBER_BOOK } from '../offline/number-book-page.tsx';
import { RegisterFilters } from './register-filters.tsx';
import { RegisterInFull } from './register-in-full.tsx';

export interface RegisterPageProps {
  readonly asked: RegisterAsked;
  readonly rows: readonly RegisteredDossier[];
  readonly totals: RegisterTotals;
  readonly next: string | undefined;
  readonly units: readonly RegisterUnit[];
  readonly offered: readonly OfferedProcedure[];
  /** A paper of more than can be printed was asked for. */
  readonly tooLong?: boolean;
  readonly purposeMissing?: boolean;
}

const texts = defineTexts({
  title: { vi: 'Sổ theo dõi hồ sơ', en: 'Register of dossiers' },
  span: {
    vi: (from: string, to: string) => `Hồ sơ tiếp nhận từ ngày ${from} đến ngày ${to}, mới nhận xếp trước.`,
    en: (from: string, to: string) => `Dossiers received from ${from} to ${to}, the newest first.`,
  },
  workbook: { vi: 'Tải bảng tính (XLSX)', en: 'Workbook (XLSX)' },
  paper: { vi: 'Tải bản in (PDF)', en: 'Paper (PDF)' },
  numbers: { vi: 'Số hồ sơ giữ trước, số đã hủy', en: 'Reserved and voided numbers' },
  tooLong: {
    vi: (most: string) =>
      `Bản in (PDF) chứa tối đa ${most} hồ sơ. Hãy chọn khoảng ngày ngắn hơn, hoặc tải bảng tính: bảng tính chứa mọi hồ sơ.`,
    en: (most: string) =>
      `The paper (PDF) holds ${most} dossiers at most. Choose fewer days, or take the workbook, which holds all.`,
  },
  none: { vi: 'Không có hồ sơ nào', en: 'No dossier' },
  noneAbout: {
    vi: 'Không hồ sơ nào được tiếp nhận trong những ngày này khớp với điều kiện lọc.',
    en: 'No dossier received on these days matches the filters.',
  },
  received: { vi: 'Nhận hồ sơ', en: 'Received' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  procedure: { vi: 'Tên thủ tục', en: 'Procedure' },
  person: { vi: 'Cá nhân, tổ chức', en: 'Applicant' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  handledBy: { vi: 'Cơ quan giải quyết', en: 'Decided by' },
  due: { vi: 'Hẹn trả', en: 'Due' },
  returned: { vi: 'Trả kết quả', en: 'Handed over' },
  state: { vi: 'Tình trạng', en: 'State' },
  shown: { vi: (n: number) => `${n} hồ sơ trên trang này`, en: (n: number) => `${n} dossiers on this page` },
});

export function RegisterPage(props: RegisterPageProps) {
  const { asked, rows, totals, next } = props;
  const { locale } = useFrame();
  const words = texts(locale);
  const tooLong = totals.all > PRINTED_AT_MOST;
  return (
    <OfficerLayout title={words.title} search={{ action: REGISTER, value: asked.q }}>
      <div class="vc-stack vc-register">
        <div>
          <h1>{words.title}</h1>
          <p class="vc-quiet">{words.span(dayText(asked.tu, locale), dayText(asked.den, locale))}</p>
          {rows.length > 0 && (
            <p class="vc-buttons">
              <a class="ds-link" href={registerHref(asked, {}, `${REGISTER}/so-theo-doi.xlsx`)}>
                {words.workbook}
              </a>
              {!tooLong && (
                <a class="ds-link" href={registerHref(asked, {}, `${REGISTER}/so-theo-doi.pdf`)}>
                  {words.paper}
                </a>
              )}
            </p>
          )}
          {(tooLong || props.tooLong) && (
            <p role={props.tooLong ? 'alert' : undefined}>{words.tooLong(groupedNumber(PRINTED_AT_MOST, locale))}</p>
          )}
        </div>
        <p class="vc-buttons">
          <a class="ds-link" href={NUMBER_BOOK}>
            {words.numbers}
          </a>
        </p>
        <RegisterFilters {...props} />
        {rows.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <>
            <Rows rows={rows} />
            <p>
              <strong>{totalsInWords(totals, locale)}</strong>
            </p>
            <Pagination
              summary={words.shown(rows.length)}
              {...(next === undefined ? {} : { next: registerHref(asked, { sau: next }) })}
            />
            <RegisterInFull asked={asked} printable={!tooLong} purposeMissing={props.purposeMissing ?? false} />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}

function Rows({ rows }: Pick<RegisterPageProps, 'rows'>) {
  const { locale } = useFrame();
  const words = texts(locale);
  const time = (at: RegisteredDossier['dueAt']) => (at === null ? '–' : timeInTable(at, locale));
  return (
    <DataTable
      caption={words.title}
      captionHidden
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        { key: 'received', head: words.received, align: 'end', digits: true, cell: (row) => time(row.receivedAt) },
        {
          key: 'code',
          head: words.code,
          names: true,
          cell: (row) => (
            <a class="ds-link vc-whole" href={`/can-bo/ho-so/${row.code}`}>
              {row.code}
            </a>
          ),
        },
        { key: 'procedure', head: words.procedure, cell: (row) => row.title },
        { key: 'person', head: words.person, cell: (row) => row.person },
        {
          key: 'phone',
          head: words.phone,
          digits: true,
          cell: (row) => (row.phone === null ? '–' : maskPhone(row.phone)),
        },
        { key: 'handledBy', head: words.handledBy, cell: (row) => row.handledBy && <Local text={row.handledBy} /> },
        { key: 'due', head: words.due, align: 'end', digits: true, cell: (row) => time(row.dueAt) },
        { key: 'returned', head: words.returned, align: 'end', digits: true, cell: (row) => time(row.returnedAt) },
        { key: 'state', head: words.state, cell: (row) => standingOf(row, locale) },
      ]}
    />
  );
}
