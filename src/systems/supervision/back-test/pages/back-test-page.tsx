/** What a back-test found: how far it is, what could not be said, counts by unit and procedure, and each finding with its explanation and a mark for false alarms. */
import type { ComponentChildren } from 'preact';
import type { LocalText } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { groupedNumber } from '../../../../platform/text/money.ts';
import { dayText } from '../../../../platform/text/vietnamese-date.ts';
import { type Column, DataTable } from '../../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { Notice } from '../../../../platform/web/components/notice/notice.tsx';
import { Pagination } from '../../../../platform/web/components/pagination/pagination.tsx';
import { SummaryList } from '../../../../platform/web/components/summary-list/summary-list.tsx';
import { Tabs } from '../../../../platform/web/components/tabs/tabs.tsx';
import { useLocale } from '../../../../platform/web/frame.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import { ScenarioTabs } from '../../authoring/pages/scenario-tabs.tsx';
import { pathOf } from '../../authoring/scenario-words.ts';
import type { ProcedureNames } from '../name-tried.ts';
import type { BackTest, CountedFindings, ListedPast } from '../read-back-test.ts';
import type { Triable } from '../what-can-be-tried.ts';
import { backTestTexts, STATES, textName } from './back-test-words.ts';
import { PastFindingEntry, ProcedureShown } from './past-finding-entry.tsx';

export interface BackTestPageProps {
  readonly test: BackTest;
  readonly path: string;
  readonly unknown: Triable['unknown'];
  readonly all: CountedFindings | undefined;
  readonly units: readonly CountedFindings[];
  readonly procedures: readonly CountedFindings[];
  readonly procedureNames: ProcedureNames;
  readonly found: readonly ListedPast[];
  readonly next: number | undefined;
  readonly which: 1 | 2 | 3 | undefined;
  readonly after: number;
  readonly titleOf: (act: string) => LocalText | undefined;
}

const texts = defineTexts({
  state: { vi: 'Tình trạng', en: 'State' },
  period: { vi: 'Khoảng thời gian', en: 'Period' },
  progress: {
    vi: (done: number, all: number) => `đã xét ${done} trên ${all} phần`,
    en: (done: number, all: number) => `${done} of ${all} parts looked at`,
  },
  reload: { vi: 'Xem lại', en: 'Look again' },
  texts: { vi: 'Bản thử', en: 'Texts' },
  looked: { vi: 'Đã xét', en: 'Looked at' },
  lookedAt: {
    vi: (acts: string, cases: string) => `${acts} lượt trên ${cases} vụ việc`,
    en: (acts: string, cases: string) => `${acts} looks at ${cases} cases`,
  },
  within: { vi: (seconds: string) => ` trong ${seconds} giây`, en: (seconds: string) => ` in ${seconds} s` },
  undecided: { vi: 'Không đủ giá trị để xét', en: 'Undecided for want of a value' },
  unread: { vi: 'Nhật ký không đủ, không xét', en: 'Not whole in the journal, not looked at' },
  cut: { vi: 'Chỉ giữ 10.000 phát hiện đầu.', en: 'Only the first 10,000 are kept.' },
  unknown: {
    vi: 'Những giá trị nhật ký không cho biết, hoặc không phải lúc nào cũng cho biết',
    en: 'Values the journal does not give, or not always',
  },
  unknownAbout: {
    vi: 'Hành vi nào cần đến các giá trị này mới quyết định được thì tính là không đủ giá trị để xét, không đoán:',
    en: 'A look that needs one of them to decide counts as undecided; nothing is guessed:',
  },
  calendar: {
    vi: 'Thời hạn được tính theo lịch làm việc đang áp dụng.',
    en: 'Terms are reckoned by the calendar now in force.',
  },
  workbook: { vi: 'Tải bảng tính (XLSX)', en: 'Workbook (XLSX)' },
  byUnit: { vi: 'Theo đơn vị', en: 'By unit' },
  byProcedure: { vi: 'Theo thủ tục', en: 'By procedure' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  none: { vi: 'Không phát hiện gì', en: 'Nothing was found' },
  all: { vi: 'Tất cả', en: 'All' },
  only: { vi: (name: string) => `Chỉ ${name}`, en: (name: string) => `Only ${name}` },
  both: { vi: 'Cả hai', en: 'Both' },
  shown: { vi: (count: number) => `${count} phát hiện trên trang này`, en: (count: number) => `${count} on this page` },
});

export function BackTestPage(props: BackTestPageProps) {
  const { test, path, unknown, all, units, procedures, procedureNames, found, next, which, after, titleOf } = props;
  const locale = useLocale();
  const words = texts(locale);
  const shared = backTestTexts(locale);
  const title = `${shared.title}: ${test.scenario}`;
  const [first, second] = [test.firstName, test.secondName].map((name) =>
    name === null ? '' : textName(name, locale),
  ) as [string, string];
  const at = (choice: number | undefined, start = 0) =>
    `${path}?${new URLSearchParams({ ...(choice ? { chi: String(choice) } : {}), ...(start ? { sau: String(start) } : {}) }).toString()}`;
  return (
    <OfficerLayout title={title} tabs={<ScenarioTabs code={test.scenario} here={`${pathOf(test.scenario)}/thu-lai`} />}>
      <div class="vc-stack">
        <h1>{title}</h1>
        <Facts {...props} first={first} second={second} />
        {unknown.length > 0 && (
          <Notice kind="warning" title={words.unknown}>
            <p>{words.unknownAbout}</p>
            <ul class="vc-list">
              {unknown.map((one) => (
                <li key={one.path}>
                  <code>{one.path}</code>: {one.why[locale]}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {all && (
          <>
            <h2>{words.byUnit}</h2>
            <Counts
              name={words.unit}
              caption={words.byUnit}
              counts={units}
              shown={({ name }) => (name ? <Local text={name} /> : '–')}
              first={first}
              second={second}
            />
            <h2>{words.byProcedure}</h2>
            <Counts
              name={words.procedure}
              caption={words.byProcedure}
              counts={procedures}
              shown={({ key }) => <ProcedureShown code={key} name={procedureNames.get(key)} />}
              first={first}
              second={second}
            />
          </>
        )}
        <h2>{shared.found}</h2>
        {second !== '' && all && (
          <Tabs
            label={shared.found}
            tabs={[
              { label: words.all, href: at(undefined), count: String(all.found), current: which === undefined },
              { label: words.only(first), href: at(1), count: String(all.first), current: which === 1 },
              { label: words.only(second), href: at(2), count: String(all.second), current: which === 2 },
              { label: words.both, href: at(3), count: String(all.both), current: which === 3 },
            ]}
          />
        )}
        {test.found > 0 && (
          <p class="vc-buttons vc-screen-only">
            <a class="ds-link" href={`${path}/ket-qua.xlsx`}>
              {words.workbook}
            </a>
          </p>
        )}
        {found.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <div class="vc-stack">
            {found.map((one) => (
              <div key={one.number} id={`so-${one.number}`}>
                <PastFindingEntry
                  finding={one}
                  path={path}
                  title={titleOf(one.act)}
                  procedureName={procedureNames.get(one.procedure ?? '')}
                />
              </div>
            ))}
          </div>
        )}
        {(next !== undefined || after > 0) && (
          <Pagination
            summary={words.shown(found.length)}
            {...(after > 0 && { previous: at(which) })}
            {...(next !== undefined && { next: at(which, next) })}
          />
        )}
      </div>
    </OfficerLayout>
  );
}

function Facts({ test, path, first, second }: BackTestPageProps & { readonly first: string; readonly second: string }) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = backTestTexts(locale);
  const { state, milliseconds } = test;
  const goesOn = state === 'waiting' || state === 'running';
  const count = (number: number) => groupedNumber(number, locale);
  const took =
    milliseconds === null
      ? ''
      : words.within((Math.ceil(milliseconds / 100) / 10).toFixed(1).replace('.', locale === 'vi' ? ',' : '.'));
  const rows: { label: string; value: ComponentChildren }[] = [
    { label: words.texts, value: second === '' ? first : `${first}, ${second}` },
    { label: words.period, value: shared.period(dayText(test.from, locale), dayText(test.to, locale)) },
    {
      label: words.state,
      value: (
        <>
          {STATES[state][locale]}
          {goesOn && (
            <>
              {', '}
              {words.progress(test.rangesDone, test.ranges)}.{' '}
              <a class="ds-link" href={path}>
                {words.reload}
              </a>
            </>
          )}
        </>
      ),
    },
    { label: words.looked, value: `${words.lookedAt(count(test.acts), count(test.cases))}${took}` },
    { label: shared.found, value: `${count(test.found)}${test.isCut ? ` (${words.cut})` : ''}` },
    { label: words.undecided, value: count(test.undecided) },
    { label: words.unread, value: count(test.unread) },
  ];
  return (
    <>
      <SummaryList rows={rows} />
      <p class="vc-quiet">{words.calendar}</p>
    </>
  );
}

interface CountsProps {
  readonly name: string;
  readonly caption: string;
  readonly counts: readonly CountedFindings[];
  readonly shown: (row: CountedFindings) => ComponentChildren;
  readonly first: string;
  readonly second: string;
}

function Counts({ name, caption, counts, shown, first, second }: CountsProps) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = backTestTexts(locale);
  const number = (key: string, head: string, cell: (row: CountedFindings) => number): Column<CountedFindings> => ({
    key,
    head,
    labelled: true,
    align: 'end',
    digits: true,
    cell,
  });
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={counts}
      keyOf={(row) => row.key}
      columns={[
        { key: 'name', head: name, names: true, cell: shown },
        number('found', shared.found, ({ found }) => found),
        ...(second === ''
          ? []
          : [
              number('first', words.only(first), (row) => row.first),
              number('second', words.only(second), (row) => row.second),
              number('both', words.both, ({ both }) => both),
            ]),
        number('false', shared.falseAlarms, ({ falseAlarms }) => falseAlarms),
      ]}
    />
  );
}
