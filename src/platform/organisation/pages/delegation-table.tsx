/** Delegation table: who acts for whom, for which days, and a button that ends what is not over. */
import type { Locale } from '../../i18n/texts.ts';
import { defineTexts } from '../../i18n/texts.ts';
import { dayText, timeInTable } from '../../text/vietnamese-date.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { type Column, DataTable } from '../../web/components/data-table/data-table.tsx';
import { Tag } from '../../web/components/tag/tag.tsx';
import { useLocale } from '../../web/frame.tsx';
import { Local } from '../../web/local.tsx';
import type { ListedDelegation } from '../list-delegations.ts';

export interface DelegationTableProps {
  readonly caption: string;
  readonly delegations: readonly ListedDelegation[];
  /** Path under which each may be ended; left out where this reader may not. */
  readonly endAt?: string;
}

const texts = defineTexts({
  position: { vi: 'Vị trí', en: 'Position' },
  giver: { vi: 'Người ủy quyền', en: 'Giver' },
  delegate: { vi: 'Người được ủy quyền', en: 'Delegate' },
  days: { vi: 'Thời gian', en: 'Days' },
  ground: { vi: 'Căn cứ, lý do', en: 'Ground' },
  state: { vi: 'Tình trạng', en: 'State' },
  'in-force': { vi: 'Đang có hiệu lực', en: 'In force' },
  'to-come': { vi: 'Chưa đến ngày', en: 'To come' },
  over: { vi: 'Đã hết hạn', en: 'Over' },
  ended: { vi: (at: string) => `Chấm dứt lúc ${at}`, en: (at: string) => `Ended ${at}` },
  absence: { vi: 'Làm thay khi vắng mặt', en: 'Stands in during an absence' },
  end: { vi: 'Chấm dứt', en: 'End now' },
  endOf: { vi: (name: string) => `ủy quyền cho ${name}`, en: (name: string) => `the delegation to ${name}` },
});

export function DelegationTable({ caption, delegations, endAt }: DelegationTableProps) {
  const locale = useLocale();
  return (
    <DataTable
      cards
      caption={caption}
      captionHidden
      columns={columnsOf(locale, endAt)}
      rows={delegations}
      keyOf={({ id }) => id}
    />
  );
}

function columnsOf(locale: Locale, endAt: string | undefined): Column<ListedDelegation>[] {
  const words = texts(locale);
  return [
    {
      key: 'position',
      head: words.position,
      names: true,
      cell: ({ title, unit }) => (
        <>
          <Local text={title} />, <Local text={unit} />
        </>
      ),
    },
    { key: 'giver', head: words.giver, cell: ({ giver }) => giver },
    { key: 'delegate', head: words.delegate, cell: ({ delegate }) => delegate },
    {
      key: 'days',
      head: words.days,
      cell: ({ from, to }) => (
        <span class="vc-whole">
          {dayText(from, locale)} – {dayText(to, locale)}
        </span>
      ),
    },
    {
      key: 'ground',
      head: words.ground,
      cell: ({ document, reason, forAbsence }) =>
        [document, reason, forAbsence ? words.absence : null].filter(Boolean).join(' · ') || '—',
    },
    {
      key: 'state',
      head: words.state,
      cell: (row) => (
        <>
          <State row={row} locale={locale} />
          {endAt !== undefined && row.state !== 'over' && (
            <CommandForm action={`${endAt}/${row.id}/cham-dut`}>
              <Button variant="secondary">
                {words.end}
                <span class="ds-sr-only"> {words.endOf(row.delegate)}</span>
              </Button>
            </CommandForm>
          )}
        </>
      ),
    },
  ];
}

function State({ row: { state, endedAt }, locale }: { row: ListedDelegation; locale: Locale }) {
  const words = texts(locale);
  if (endedAt !== null) return <>{words.ended(timeInTable(endedAt, locale))}</>;
  return state === 'in-force' ? <Tag tone="info">{words[state]}</Tag> : <>{words[state]}</>;
}
