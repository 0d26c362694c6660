/** Units page of the administrator: the tree as it stands on a day, found by words or by kind. */
import type { Day } from '../../calendar/instant.ts';
import { inLanguage } from '../../i18n/local-text.ts';
import { defineTexts, type Locale } from '../../i18n/texts.ts';
import { dayText } from '../../text/vietnamese-date.ts';
import { LinkButton } from '../../web/components/button/button.tsx';
import { type Column, DataTable } from '../../web/components/data-table/data-table.tsx';
import { EmptyState } from '../../web/components/empty-state/empty-state.tsx';
import { FilterBar } from '../../web/components/filter-bar/filter-bar.tsx';
import { Notice } from '../../web/components/notice/notice.tsx';
import { Pagination } from '../../web/components/pagination/pagination.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { Local } from '../../web/local.tsx';
import { APPOINTMENTS, CHANGES, ITEMS, ORGANISATION, unitPath } from '../changes/administrator.ts';
import { UNIT_KIND_NAMES } from '../changes/unit-kinds.ts';
import type { ListedUnit } from '../changes/units-on.ts';
import { UNIT_KINDS } from '../definition.ts';

export interface UnitsPageProps {
  readonly day: Day;
  readonly today: Day;
  readonly words: string;
  readonly kind: string;
  readonly units: readonly ListedUnit[];
  readonly next?: string;
}

const texts = defineTexts({
  title: { vi: 'Tổ chức bộ máy', en: 'Organisation' },
  search: { vi: 'Tên hoặc mã đơn vị', en: 'Name or code of a unit' },
  day: { vi: 'Vào ngày', en: 'On the day' },
  kind: { vi: 'Loại', en: 'Kind' },
  all: { vi: 'tất cả', en: 'all' },
  changes: { vi: 'Các bản thay đổi', en: 'Changes' },
  add: { vi: 'Thêm đơn vị', en: 'Add a unit' },
  appointments: { vi: 'Bổ nhiệm nhiều người từ tệp', en: 'Appoint many from a file' },
  name: { vi: 'Đơn vị', en: 'Unit' },
  code: { vi: 'Mã', en: 'Code' },
  under: { vi: 'Trực thuộc', en: 'Under it' },
  positions: { vi: 'Vị trí (có người)', en: 'Positions (held)' },
  past: {
    vi: (day: string) => `Bộ máy vào ngày ${day}, không phải hôm nay.`,
    en: (day: string) => `The organisation of ${day}, not of today.`,
  },
  top: {
    vi: 'Các đơn vị cấp trên cùng. Mở một đơn vị để xem đơn vị trực thuộc, hoặc tìm theo tên, mã.',
    en: 'The units at the top. Open one to see those under it, or search by name or code.',
  },
  none: { vi: 'Không có đơn vị nào như vậy', en: 'There is no such unit' },
  noneAbout: { vi: 'Thử ít chữ hơn, hoặc xem vào một ngày khác.', en: 'Try fewer words, or another day.' },
  count: {
    vi: (count: number) => `${count} đơn vị`,
    en: (count: number) => (count === 1 ? '1 unit' : `${count} units`),
  },
  csv: { vi: 'Tải về (CSV)', en: 'Download (CSV)' },
  xlsx: { vi: 'Tải về (Excel)', en: 'Download (Excel)' },
});

export function UnitsPage({ day, today, words, kind, units, next }: UnitsPageProps) {
  const locale = useLocale();
  const said = texts(locale);
  return (
    <OfficerLayout title={said.title}>
      <div class="vc-stack">
        <h1>{said.title}</h1>
        <div class="vc-buttons">
          <LinkButton href={`${ITEMS}/don-vi-moi`}>{said.add}</LinkButton>
          <LinkButton href={CHANGES} variant="secondary">
            {said.changes}
          </LinkButton>
          <LinkButton href={APPOINTMENTS} variant="secondary">
            {said.appointments}
          </LinkButton>
        </div>
        {day !== today && <Notice>{said.past(dayText(day, locale))}</Notice>}
        <FilterBar
          action={ORGANISATION}
          filters={[
            {
              name: 'loai',
              label: said.kind,
              value: kind,
              options: [
                { value: '', label: said.all },
                ...UNIT_KINDS.map((value) => ({ value, label: inLanguage(UNIT_KIND_NAMES[value], locale).text })),
              ],
            },
          ]}
          typed={[
            { name: 'q', label: said.search, value: words, type: 'search' },
            { name: 'ngay', label: said.day, value: day, type: 'date' },
          ]}
        />
        {words === '' && kind === '' && <p class="vc-quiet">{said.top}</p>}
        {units.length === 0 ? (
          <EmptyState title={said.none}>
            <p>{said.noneAbout}</p>
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption={said.title}
              captionHidden
              dense
              columns={unitColumns(locale, day === today ? '' : `?ngay=${day}`)}
              rows={units}
              keyOf={({ id }) => id}
            />
            <Pagination summary={said.count(units.length)} {...(next && { next })} />
          </>
        )}
        <p class="vc-buttons">
          <a class="ds-link" href={`${ORGANISATION}/tai-ve.xlsx?ngay=${day}`} download>
            {said.xlsx}
          </a>
          <a class="ds-link" href={`${ORGANISATION}/tai-ve.csv?ngay=${day}`} download>
            {said.csv}
          </a>
        </p>
      </div>
    </OfficerLayout>
  );
}

/** `kept` goes on to the pages of the units: the day that is looked at. */
export function unitColumns(locale: Locale, kept: string): Column<ListedUnit>[] {
  const said = texts(locale);
  return [
    { key: 'code', head: said.code, width: 'm', digits: true, drops: 'second', cell: ({ code }) => code ?? '–' },
    {
      key: 'name',
      head: said.name,
      names: true,
      cell: ({ id, name, parent }) => (
        <>
          <a class="ds-link" href={`${unitPath(id)}${kept}`}>
            <Local text={name} />
          </a>
          {parent && (
            <span class="vc-quiet">
              {' '}
              · <Local text={parent} />
            </span>
          )}
        </>
      ),
    },
    {
      key: 'kind',
      head: said.kind,
      width: 'l',
      drops: 'first',
      cell: ({ kind }) => <Local text={UNIT_KIND_NAMES[kind]} />,
    },
    {
      key: 'under',
      head: said.under,
      width: 's',
      align: 'end',
      digits: true,
      drops: 'second',
      cell: ({ under }) => under || '',
    },
    {
      key: 'positions',
      head: said.positions,
      width: 'm',
      align: 'end',
      digits: true,
      cell: ({ positions, held }) => (positions === 0 ? '' : `${positions} (${held})`),
    },
  ];
}
