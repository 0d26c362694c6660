/** Projects page: tasks, projects and the money of the plan by source, year and project, and which targets have no funded project; for everybody. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { type Column, DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import type { Score } from '../read-score.ts';
import { type Funding, fundingOf, type Money, type MoneyLine, readMoney } from '../sheets/money.ts';
import { SheetTable } from './sheet-table.tsx';

const texts = defineTexts({
  title: { vi: 'Nhiệm vụ, dự án và kinh phí', en: 'Tasks, projects and money' },
  back: { vi: 'Về bảng chỉ tiêu', en: 'Back to the targets' },
  counts: {
    vi: (task: number, phase: number, solution: number) =>
      `Đề án có ${task} nhiệm vụ, ${phase} giai đoạn và ${solution} nhóm giải pháp.`,
    en: (task: number, phase: number, solution: number) =>
      `The plan has ${task} tasks, ${phase} phases and ${solution} groups of solutions.`,
  },
  invented: { vi: 'Có dữ liệu bịa để trình diễn', en: 'Some data is invented for the demonstration' },
  money: { vi: 'Kinh phí', en: 'Money' },
  total: { vi: 'Tổng kinh phí dự kiến của đề án (B-1)', en: 'Money foreseen by the plan (B-1)' },
  years: { vi: (from: number, to: number) => `${from}–${to}`, en: (from: number, to: number) => `${from}–${to}` },
  planned: { vi: 'Dự kiến', en: 'Planned' },
  committed: { vi: 'Cam kết', en: 'Committed' },
  paid: { vi: 'Thanh toán', en: 'Paid' },
  noSplit: {
    vi: 'Chưa nhập việc chia kinh phí theo nguồn, năm và dự án',
    en: 'How the money is split has not been entered',
  },
  noSplitAbout: {
    vi: 'Văn bản của đề án chỉ cho biết tổng số. Cơ quan giữ đề án nhập từng khoản ở bảng Kinh phí.',
    en: 'Only the total is known. The units that keep the plan enter each item in the sheet of money.',
  },
  over: {
    vi: (money: string) => `Vượt tổng kinh phí của đề án ${money}`,
    en: (money: string) => `${money} above the plan’s total`,
  },
  unsplit: { vi: (money: string) => `${money} chưa chia`, en: (money: string) => `${money} not split yet` },
  'paid-over-committed': { vi: 'Thanh toán vượt cam kết', en: 'Paid above what is committed' },
  'committed-over-planned': { vi: 'Cam kết vượt dự kiến', en: 'Committed above what is planned' },
  bySource: { vi: 'Theo nguồn vốn', en: 'By source' },
  byYear: { vi: 'Theo năm', en: 'By year' },
  byProject: { vi: 'Theo dự án', en: 'By project' },
  key: { vi: 'Mục', en: 'Item' },
  flags: { vi: 'Cảnh báo', en: 'Warning' },
  matrix: { vi: 'Chỉ tiêu và dự án có kinh phí', en: 'Targets and funded projects' },
  unfunded: {
    vi: (count: number, all: number) => `${count} trong ${all} chỉ tiêu chưa có dự án nào có kinh phí.`,
    en: (count: number, all: number) => `${count} of ${all} targets have no funded project.`,
  },
  target: { vi: 'Chỉ tiêu', en: 'Target' },
  projects: { vi: 'Dự án', en: 'Projects' },
  funded: { vi: 'Có kinh phí', en: 'Funded' },
  none: { vi: 'Chưa có', en: 'None' },
});

const SHOWN = ['task', 'phase', 'solution', 'project', 'milestone', 'regulation'] as const;

export function ProjectsPage({ score }: { readonly score: Score }) {
  const locale = useLocale();
  const words = texts(locale);
  const { plan, records } = score;
  const { task, phase, solution } = plan.counts;
  return (
    <CitizenLayout title={words.title}>
      <div class="vc-sections">
        <div>
          <BackLink href="/de-an">{words.back}</BackLink>
          <h1>{words.title}</h1>
          <p>{words.counts(task, phase, solution)}</p>
        </div>
        {records.some(({ invented }) => invented) && <Notice kind="warning" title={words.invented} />}
        <MoneyPart score={score} money={readMoney(records, plan.funding.total)} />
        <Matrix score={score} funding={fundingOf(records, plan.targets)} />
        {SHOWN.map((key) => (
          <SheetTable key={key} sheet={key} records={records} />
        ))}
      </div>
    </CitizenLayout>
  );
}

function MoneyPart({ score: { plan }, money }: { score: Score; money: Money }) {
  const locale = useLocale();
  const words = texts(locale);
  const { funding } = plan;
  const { total, overTotal } = money;
  const isSplit = money.byProject.length > 0;
  const kinds = ['planned', 'committed', 'paid'] as const;
  return (
    <section class="vc-stack">
      <h2>{words.money}</h2>
      <SummaryList
        rows={[
          {
            label: words.total,
            value: `${moneyText(funding.total, locale)}, ${words.years(funding.from, funding.to)}`,
          },
          ...(isSplit ? kinds.map((kind) => ({ label: words[kind], value: moneyText(total[kind], locale) })) : []),
        ]}
      />
      {!isSplit && (
        <EmptyState title={words.noSplit}>
          <p>{words.noSplitAbout}</p>
        </EmptyState>
      )}
      {isSplit && overTotal > 0 && <Notice kind="danger" title={words.over(moneyText(overTotal, locale))} />}
      {isSplit && overTotal < 0 && <p>{words.unsplit(moneyText(-overTotal, locale))}</p>}
      {isSplit &&
        (['bySource', 'byYear', 'byProject'] as const).map((by) => (
          <MoneyTable key={by} title={words[by]} lines={money[by]} />
        ))}
    </section>
  );
}

function MoneyTable({ title, lines }: { title: string; lines: readonly MoneyLine[] }) {
  const locale = useLocale();
  const words = texts(locale);
  const kinds = ['planned', 'committed', 'paid'] as const;
  return (
    <DataTable
      caption={title}
      wide
      rows={lines}
      keyOf={({ key }) => key}
      columns={[
        { key: 'key', head: words.key, names: true, cell: ({ key }) => key },
        ...kinds.map(
          (kind): Column<MoneyLine> => ({
            key: kind,
            head: words[kind],
            align: 'end',
            digits: true,
            cell: (line) => <span class="vc-whole">{moneyText(line[kind], locale)}</span>,
          }),
        ),
        {
          key: 'flags',
          head: words.flags,
          cell: ({ flags }) =>
            flags.length === 0
              ? '–'
              : flags.map((flag) => (
                  <Tag key={flag} tone="danger" icon="alert-circle">
                    {words[flag]}
                  </Tag>
                )),
        },
      ]}
    />
  );
}

function Matrix({ score: { plan }, funding }: { score: Score; funding: readonly Funding[] }) {
  const locale = useLocale();
  const words = texts(locale);
  const without = funding.filter(({ funded }) => funded.length === 0);
  const nameOf = (id: string): string => {
    const target = plan.targets.find((one) => one.id === id);
    return target ? inLanguage(target.name, locale).text : '';
  };
  const list = (codes: readonly string[]) =>
    codes.length === 0 ? <span class="vc-quiet">{words.none}</span> : codes.join(', ');
  return (
    <section class="vc-stack">
      <h2>{words.matrix}</h2>
      <p>{words.unfunded(without.length, funding.length)}</p>
      <DataTable
        caption={words.matrix}
        captionHidden
        rows={funding}
        keyOf={({ target }) => target}
        columns={[
          {
            key: 'target',
            head: words.target,
            names: true,
            cell: ({ target }) => (
              <>
                <a class="ds-link vc-whole" href={`/de-an/chi-tieu/${target}`}>
                  {target}
                </a>{' '}
                {nameOf(target)}
              </>
            ),
          },
          { key: 'projects', head: words.projects, cell: ({ projects }) => list(projects) },
          { key: 'funded', head: words.funded, cell: ({ funded }) => list(funded) },
        ]}
      />
    </section>
  );
}
