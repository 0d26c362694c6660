/** Workload page: each officer of a unit with what they hold, what is pressing and what they have done; every number opens its list. */
import type { ComponentChildren } from 'preact';
import type { Instant } from '../../../../platform/calendar/instant.ts';
import { inLanguage, type LocalText } from '../../../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../../../platform/i18n/texts.ts';
import { dayText, timeInTable } from '../../../../platform/text/vietnamese-date.ts';
import { type Column, DataTable } from '../../../../platform/web/components/data-table/data-table.tsx';
import { FilterBar } from '../../../../platform/web/components/filter-bar/filter-bar.tsx';
import { LinkList } from '../../../../platform/web/components/link-list/link-list.tsx';
import { Tag } from '../../../../platform/web/components/tag/tag.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { NOBODY, QUEUE_SLUGS } from '../../queue-asked.ts';
import type { OfficerLoad, RoleLoad, WorkloadCounts } from '../../workload.ts';
import { type LoadColumn, type LoadOrder, loadOrderSlug } from '../../workload-order.ts';
import { DeskLayout } from './desk-layout.tsx';

interface NamedUnit {
  readonly id: string;
  readonly name: LocalText;
}

export interface WorkloadPageProps {
  readonly path: string;
  /** That may be chosen, or that have the name that was searched for. */
  readonly units: readonly NamedUnit[];
  /** More than a list is good for: one is found by its name. */
  readonly isMany: boolean;
  /** There are more than `units`. */
  readonly isCut: boolean;
  readonly search: string;
  readonly unit: NamedUnit;
  readonly officers: readonly OfficerLoad[];
  readonly roles: readonly RoleLoad[];
  readonly order: LoadOrder;
  readonly at: Instant;
}

const texts = defineTexts({
  title: { vi: 'Khối lượng công việc', en: 'Workload' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  find: { vi: 'Tìm đơn vị theo tên', en: 'Find a unit by its name' },
  found: { vi: 'Chọn đơn vị:', en: 'Choose the unit:' },
  findCut: {
    vi: 'Những đơn vị đầu có tên này; hãy gõ thêm để tìm gọn hơn.',
    en: 'The first units of this name; type more to find fewer.',
  },
  findNone: { vi: 'Không có đơn vị nào mang tên này trong phạm vi của ông/bà.', en: 'You lead no unit of this name.' },
  asOf: { vi: (at: string) => `Tính đến ${at}.`, en: (at: string) => `As of ${at}.` },
  officers: { vi: 'Theo cán bộ', en: 'By officer' },
  name: { vi: 'Cán bộ', en: 'Officer' },
  open: { vi: 'Đang giữ', en: 'Open' },
  soon: { vi: 'Sắp đến hạn', en: 'Soon due' },
  late: { vi: 'Quá hạn', en: 'Late' },
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  done: { vi: 'Đã làm, 30 ngày', en: 'Done, 30 days' },
  away: { vi: 'Vắng mặt', en: 'Away' },
  awayUntil: { vi: (day: string) => `đến hết ${day}`, en: (day: string) => `to ${day}` },
  by: { vi: (name: string) => `${name} làm thay`, en: (name: string) => `${name} stands in` },
  byNobody: { vi: 'chưa có người làm thay', en: 'nobody stands in' },
  here: { vi: 'Có mặt', en: 'Here' },
  give: { vi: 'Giao lại…', en: 'Give to others…' },
  giveOf: { vi: (name: string) => `hồ sơ của ${name}`, en: (name: string) => `the dossiers of ${name}` },
  roles: { vi: 'Chưa giao cho ai', en: 'Given to nobody' },
  rolesNone: { vi: 'Không có hồ sơ nào chưa giao.', en: 'Everything is given to somebody.' },
  role: { vi: 'Vai trò của bước', en: 'Role of the step' },
});

export function WorkloadPage(props: WorkloadPageProps) {
  const { path, unit, officers, roles, order, at } = props;
  const { locale } = useFrame();
  const words = texts(locale);
  const title = `${words.title} – ${inLanguage(unit.name, locale).text}`;
  return (
    <DeskLayout title={title}>
      <div class="vc-stack">
        <h1>{title}</h1>
        <UnitChoice {...props} />
        <p class="vc-quiet">{words.asOf(timeInTable(at, locale))}</p>
        <h2>{words.officers}</h2>
        <DataTable
          dense
          caption={words.officers}
          captionHidden
          columns={officerColumns({ path, unit, order, locale })}
          rows={officers}
          keyOf={({ id }) => id}
        />
        <h2>{words.roles}</h2>
        {roles.length === 0 ? (
          <p>{words.rolesNone}</p>
        ) : (
          <DataTable
            dense
            caption={words.roles}
            captionHidden
            columns={roleColumns(unit, locale)}
            rows={roles}
            keyOf={({ role }) => role}
          />
        )}
      </div>
    </DeskLayout>
  );
}

/** From a list, or by part of its name where there are too many for one. */
function UnitChoice({ path, units, unit, order, isMany, isCut, search }: WorkloadPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const kept = { xep: loadOrderSlug(order) };
  const named = units.map(({ id, name }) => ({ value: id, label: inLanguage(name, locale).text }));
  if (!isMany)
    return units.length > 1 ? (
      <FilterBar
        action={path}
        keep={kept}
        filters={[{ name: 'don-vi', label: words.unit, value: unit.id, options: named }]}
      />
    ) : null;
  return (
    <>
      <FilterBar
        action={path}
        keep={kept}
        filters={[]}
        typed={[{ name: 'tim', label: words.find, value: search, type: 'search' }]}
      />
      {search !== '' && units.length !== 1 && (
        <>
          <p class="vc-quiet">{units.length === 0 ? words.findNone : isCut ? words.findCut : words.found}</p>
          <LinkList
            rows={named.map(({ value, label }) => ({
              href: `${path}?${new URLSearchParams({ ...kept, 'don-vi': value, tim: search })}`,
              title: label,
            }))}
          />
        </>
      )}
    </>
  );
}

const QUEUES = { open: 'unit', soon: 'soon', late: 'late', waiting: 'waiting' } as const;
const COUNTS = Object.keys(QUEUES) as (keyof WorkloadCounts)[];

/** The list behind a number. */
function queueOf(
  count: keyof WorkloadCounts,
  asked: { readonly unit: string; readonly who: string; readonly role?: string },
): string {
  const { unit, who, role } = asked;
  const query = { hang: QUEUE_SLUGS[QUEUES[count]], 'don-vi': unit, nguoi: who, ...(role && { 'vai-tro': role }) };
  return `/can-bo/ho-so?${new URLSearchParams(query)}`;
}

function number(count: number, href: string, late = false): ComponentChildren {
  if (count === 0) return '0';
  return (
    <a class={`ds-link${late ? ' vc-late-text' : ''}`} href={href}>
      {count}
    </a>
  );
}

const countColumns = <Row extends WorkloadCounts>(
  locale: Locale,
  href: (count: keyof WorkloadCounts, row: Row) => string,
  sort: (column: LoadColumn) => Pick<Column<Row>, 'sort'>,
): Column<Row>[] =>
  COUNTS.map((count) => ({
    key: count,
    head: texts(locale)[count],
    align: 'end',
    width: 's',
    digits: true,
    labelled: true,
    ...(count === 'waiting' && { drops: 'second' as const }),
    ...sort(count),
    cell: (row) => number(row[count], href(count, row), count === 'late'),
  }));

function officerColumns({
  path,
  unit,
  order,
  locale,
}: Pick<WorkloadPageProps, 'path' | 'unit' | 'order'> & { locale: Locale }): Column<OfficerLoad>[] {
  const words = texts(locale);
  const sort = (column: LoadColumn): Pick<Column<OfficerLoad>, 'sort'> => {
    const isNow = order.column === column;
    const descending = isNow ? !order.descending : column !== 'name';
    const query = new URLSearchParams({ 'don-vi': unit.id, xep: loadOrderSlug({ column, descending }) });
    return { sort: { href: `${path}?${query}`, ...(isNow && { now: order.descending ? 'descending' : 'ascending' }) } };
  };
  return [
    {
      key: 'name',
      head: words.name,
      names: true,
      ...sort('name'),
      cell: ({ name, titles }) => (
        <span title={titles.map((one) => inLanguage(one, locale).text).join(', ')}>{name}</span>
      ),
    },
    ...countColumns<OfficerLoad>(locale, (count, { id }) => queueOf(count, { unit: unit.id, who: id }), sort),
    {
      key: 'done',
      head: words.done,
      align: 'end',
      width: 'm',
      digits: true,
      labelled: true,
      ...sort('done'),
      cell: ({ id, done }) => number(done, `${path}/da-lam/${id}`),
    },
    {
      key: 'away',
      head: words.away,
      width: 'l',
      cell: ({ awayUntil, substitute }) =>
        awayUntil === null ? (
          <span class="vc-quiet">{words.here}</span>
        ) : (
          <span title={substitute === null ? words.byNobody : words.by(substitute)}>
            <Tag tone="warning">{words.awayUntil(dayText(awayUntil, locale))}</Tag>
          </span>
        ),
    },
    {
      key: 'give',
      drops: 'second',
      head: <span class="ds-sr-only">{words.give}</span>,
      width: 'm',
      align: 'end',
      cell: ({ id, name, open }) =>
        open > 0 && (
          <a class="ds-link" href={queueOf('open', { unit: unit.id, who: id })}>
            {words.give}
            <span class="ds-sr-only"> {words.giveOf(name)}</span>
          </a>
        ),
    },
  ];
}

function roleColumns(unit: NamedUnit, locale: Locale): Column<RoleLoad>[] {
  return [
    { key: 'role', head: texts(locale).role, names: true, cell: ({ name }) => inLanguage(name, locale).text },
    ...countColumns<RoleLoad>(
      locale,
      (count, { role }) => queueOf(count, { unit: unit.id, who: NOBODY, role }),
      () => ({}),
    ),
  ];
}
