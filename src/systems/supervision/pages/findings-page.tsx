/** Findings page: one's own or those of one's units, newest first, followed live; several are concluded at once. */
import { h } from 'preact';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { type Column, DataTable, TableRows } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { FilterBar } from '../../../platform/web/components/filter-bar/filter-bar.tsx';
import { Icon } from '../../../platform/web/components/icon/icon.tsx';
import { Pagination } from '../../../platform/web/components/pagination/pagination.tsx';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { SEVERITY_LOOKS, severityWords, standingOf, standingWords } from '../findings/finding-words.ts';
import { FINDINGS, findingsHref } from '../findings/findings-asked.ts';
import { FINDING_STATES, type ListedFinding } from '../findings/list-findings.ts';
import { SEVERITIES } from '../scenario.ts';
import { FindingsTabs, type FindingsTabsProps } from './findings-tabs.tsx';

export interface FindingsPageProps extends FindingsTabsProps {
  readonly rows: readonly ListedFinding[];
  readonly next: string | undefined;
  /** Of the rules there are, and of the units within reach. */
  readonly scenarios: readonly { readonly code: string; readonly title: LocalText }[];
  readonly units: readonly { readonly id: string; readonly name: LocalText }[];
  /** Of the unit that is chosen. */
  readonly officers: readonly { readonly id: string; readonly name: string }[];
}

const texts = defineTexts({
  title: { vi: 'Phát hiện vi phạm', en: 'Findings' },
  none: { vi: 'Không có phát hiện nào', en: 'No findings' },
  noneOwn: {
    vi: 'Khi một việc bạn làm trái quy định, phát hiện hiện ở đây để bạn giải trình.',
    en: 'When something you did breaks a rule, it appears here for you to answer.',
  },
  noneUnits: { vi: 'Không phát hiện nào khớp với điều kiện lọc.', en: 'No finding matches the filters.' },
  found: { vi: 'Phát hiện lúc', en: 'Found' },
  number: { vi: 'Số', en: 'Number' },
  what: { vi: 'Việc gì', en: 'What' },
  level: { vi: 'Mức', en: 'Level' },
  who: { vi: 'Ai, ở đâu', en: 'Who, where' },
  nobody: { vi: 'Chưa giao ai', en: 'Nobody in particular' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  state: { vi: 'Tình trạng', en: 'State' },
  answerBy: { vi: 'Giải trình trước', en: 'Answer by' },
  raised: { vi: (n: number) => `đã lên ${n} cấp`, en: (n: number) => `${n} up` },
  all: { vi: 'tất cả', en: 'all' },
  scenario: { vi: 'Kịch bản', en: 'Scenario' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  officer: { vi: 'Cán bộ', en: 'Officer' },
  procedure: { vi: 'Mã thủ tục', en: 'Procedure' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  workbook: { vi: 'Tải bảng tính (XLSX)', en: 'Workbook (XLSX)' },
  conclude: { vi: 'Kết luận các phát hiện đã chọn', en: 'Conclude those ticked' },
  choose: { vi: 'Chọn phát hiện', en: 'Select finding' },
  shown: { vi: (n: number) => `${n} phát hiện trên trang này`, en: (n: number) => `${n} findings on this page` },
});

const CHOSEN = 'chon';
const BULK = 'ket-luan';

export function FindingsPage(props: FindingsPageProps) {
  const { asked, rows, next } = props;
  const { locale } = useFrame();
  const words = texts(locale);
  const mine = asked.cua === '';
  const concludable = !mine && rows.some(({ outcome }) => outcome === null);
  const table = (
    <DataTable
      caption={words.title}
      captionHidden
      columns={columnsOf(locale)}
      rows={rows}
      keyOf={({ id }) => id}
      {...(concludable
        ? { choose: { name: CHOSEN, form: BULK, label: ({ code }: ListedFinding) => `${words.choose} ${code}` } }
        : {})}
    />
  );
  return (
    <OfficerLayout title={words.title} tabs={<FindingsTabs {...props} />}>
      <div class="vc-stack vc-findings">
        <h1>{words.title}</h1>
        <Filters {...props} />
        {rows.length > 0 && (
          <p class="vc-buttons vc-screen-only">
            <a class="ds-link" href={findingsHref(asked, {}, `${FINDINGS}/phat-hien.xlsx`)}>
              {words.workbook}
            </a>
          </p>
        )}
        {h(
          'live-list',
          { src: findingsHref(asked, { sau: asked.sau }, `${FINDINGS}/truc-tiep`) },
          rows.length === 0 ? (
            <EmptyState title={words.none}>
              <p>{mine ? words.noneOwn : words.noneUnits}</p>
            </EmptyState>
          ) : (
            table
          ),
        )}
        {concludable && (
          <form id={BULK} action={`${FINDINGS}/ket-luan`} class="vc-screen-only">
            <Button variant="secondary">{words.conclude}</Button>
          </form>
        )}
        {rows.length > 0 && (
          <Pagination
            summary={words.shown(rows.length)}
            {...(next === undefined ? {} : { next: findingsHref(asked, { sau: next }) })}
          />
        )}
      </div>
    </OfficerLayout>
  );
}

export function FindingRows({ rows, choose }: { readonly rows: readonly ListedFinding[]; readonly choose: boolean }) {
  const { locale } = useFrame();
  return (
    <TableRows
      columns={columnsOf(locale)}
      rows={rows}
      keyOf={({ id }) => id}
      {...(choose
        ? {
            choose: {
              name: CHOSEN,
              form: BULK,
              label: ({ code }: ListedFinding) => `${texts(locale).choose} ${code}`,
            },
          }
        : {})}
    />
  );
}

function columnsOf(locale: 'vi' | 'en'): readonly Column<ListedFinding>[] {
  const words = texts(locale);
  return [
    {
      key: 'found',
      head: words.found,
      digits: true,
      cell: ({ foundAt }) => timeInTable(foundAt, locale),
    },
    {
      key: 'level',
      head: words.level,
      cell: ({ severity }) => <Tag {...SEVERITY_LOOKS[severity]}>{severityWords(locale)[severity]}</Tag>,
    },
    {
      key: 'what',
      head: words.what,
      names: true,
      cell: ({ code, title, message }) => (
        <>
          <Icon name="flag" size={14} />{' '}
          <a class="ds-link" href={`${FINDINGS}/${code}`}>
            <Local text={title} />
          </a>
          <br />
          <span class="vc-quiet">
            <Local text={message} />
          </span>
        </>
      ),
    },
    {
      key: 'who',
      head: words.who,
      cell: ({ officer, unit }) => (
        <>
          {officer ?? words.nobody}
          {unit && (
            <>
              <br />
              <span class="vc-quiet">
                <Local text={unit} />
              </span>
            </>
          )}
        </>
      ),
    },
    {
      key: 'state',
      head: words.state,
      cell: (row) => {
        const standing = standingOf(row);
        return (
          <>
            {standingWords(locale)[standing]}
            {standing === 'unanswered' && row.dueAt !== null && (
              <>
                <br />
                <span class="vc-quiet vc-digits">
                  {words.answerBy} {timeInTable(row.dueAt, locale)}
                </span>
              </>
            )}
            {row.escalations > 0 && <span class="vc-quiet"> · {words.raised(row.escalations)}</span>}
          </>
        );
      },
    },
  ];
}

function Filters({ asked, scenarios, units, officers }: FindingsPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const all = { value: '', label: words.all };
  const mine = asked.cua === '';
  return (
    <FilterBar
      action={FINDINGS}
      keep={mine ? {} : { cua: asked.cua }}
      filters={[
        {
          name: 'trang',
          label: words.state,
          value: asked.trang,
          options: [all, ...FINDING_STATES.map((value) => ({ value, label: standingWords(locale)[value] }))],
        },
        {
          name: 'muc',
          label: words.level,
          value: asked.muc,
          options: [all, ...SEVERITIES.map((value) => ({ value, label: severityWords(locale)[value] }))],
        },
        {
          name: 'kichban',
          label: words.scenario,
          value: asked.kichban,
          options: [
            all,
            ...scenarios.map(({ code, title }) => ({
              value: code,
              label: `${code} ${inLanguage(title, locale).text}`,
            })),
          ],
        },
        ...(mine
          ? []
          : [
              {
                name: 'donvi',
                label: words.unit,
                value: asked.donvi,
                options: [all, ...units.map(({ id, name }) => ({ value: id, label: inLanguage(name, locale).text }))],
              },
            ]),
        // once a unit is chosen
        ...(mine || officers.length === 0
          ? []
          : [
              {
                name: 'canbo',
                label: words.officer,
                value: asked.canbo,
                options: [all, ...officers.map(({ id, name }) => ({ value: id, label: name }))],
              },
            ]),
      ]}
      typed={[
        { name: 'thutuc', label: words.procedure, value: asked.thutuc, type: 'search' },
        { name: 'tu', label: words.from, value: asked.tu, type: 'date' },
        { name: 'den', label: words.to, value: asked.den, type: 'date' },
      ]}
    />
  );
}
