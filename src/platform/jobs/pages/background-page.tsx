/** Background page: work behind the pages that failed, for the administrator to try again, and what the last night's upkeep did. */
import { defineTexts } from '../../i18n/texts.ts';
import { timeInTable } from '../../text/vietnamese-date.ts';
import { Button, ButtonGroup } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { DataTable } from '../../web/components/data-table/data-table.tsx';
import { EmptyState } from '../../web/components/empty-state/empty-state.tsx';
import { Pagination } from '../../web/components/pagination/pagination.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import type { FailedJob } from '../failed-jobs.ts';
import type { ParkedEntry } from '../parked-entries.ts';
import type { Upkeep } from '../upkeep.ts';
import { UpkeepReport } from './upkeep-report.tsx';
import type { UpkeepTask } from '../../system/define-system.ts';

export const BACKGROUND = '/quan-tri/viec-nen';

export interface BackgroundPageProps {
  readonly jobs: readonly FailedJob[];
  readonly parked: readonly ParkedEntry[];
  readonly next?: string;
  readonly tasks: ReadonlyMap<string, UpkeepTask>;
  /** The last night's; undefined before the first. */
  readonly upkeep: Upkeep | undefined;
}

const texts = defineTexts({
  title: { vi: 'Việc nền', en: 'Background work' },
  jobs: { vi: 'Việc đã thử hết số lần', en: 'Jobs that used up their tries' },
  parked: { vi: 'Mục nhật ký chưa xử lý được', en: 'Journal entries that could not be handled' },
  noJobs: { vi: 'Không có việc nào bị lỗi', en: 'No job has failed' },
  noParked: { vi: 'Không có mục nào bị giữ lại', en: 'No entry is held back' },
  upkeep: { vi: 'Dọn dẹp hằng đêm', en: 'Nightly upkeep' },
  name: { vi: 'Việc', en: 'Job' },
  tried: { vi: 'Thử lần cuối', en: 'Last tried' },
  attempts: { vi: 'Lần', en: 'Tries' },
  error: { vi: 'Lý do', en: 'Reason' },
  act: { vi: 'Thao tác', en: 'Act' },
  subscriber: { vi: 'Bên đọc', en: 'Reader' },
  type: { vi: 'Loại mục', en: 'Entry' },
  position: { vi: 'Vị trí', en: 'Position' },
  behind: { vi: 'Chờ sau', en: 'Behind it' },
  replay: { vi: 'Thử lại', en: 'Try again' },
  drop: { vi: 'Bỏ việc này', en: 'Let go' },
  shown: { vi: (count: number) => `${count} việc`, en: (count: number) => `${count} jobs` },
});

export function BackgroundPage({ jobs, parked, next, tasks, upkeep }: BackgroundPageProps) {
  const words = texts(useLocale());
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <h1>{words.title}</h1>
        <h2>{words.jobs}</h2>
        {jobs.length === 0 ? <EmptyState title={words.noJobs} /> : <Jobs jobs={jobs} {...(next ? { next } : {})} />}
        <h2>{words.parked}</h2>
        {parked.length === 0 ? <EmptyState title={words.noParked} /> : <Parked parked={parked} />}
        <h2>{words.upkeep}</h2>
        <UpkeepReport tasks={tasks} upkeep={upkeep} />
      </div>
    </OfficerLayout>
  );
}

function Jobs({ jobs, next }: Pick<BackgroundPageProps, 'jobs' | 'next'>) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <>
      <DataTable
        caption={words.jobs}
        captionHidden
        rows={jobs}
        keyOf={(job) => job.id}
        columns={[
          { key: 'name', head: words.name, cell: (job) => `${job.name} ${job.id}`, names: true },
          { key: 'tried', head: words.tried, cell: (job) => timeInTable(job.lastTriedAt, locale), digits: true },
          { key: 'attempts', head: words.attempts, cell: (job) => job.attempts, align: 'end', digits: true },
          { key: 'error', head: words.error, cell: (job) => job.lastError?.split('\n')[0] ?? '' },
          { key: 'act', head: words.act, cell: (job) => <JobActs job={job} /> },
        ]}
      />
      <Pagination summary={words.shown(jobs.length)} {...(next === undefined ? {} : { next })} />
    </>
  );
}

function JobActs({ job }: { job: FailedJob }) {
  const words = texts(useLocale());
  const about = <span class="ds-sr-only">{` ${job.name} ${job.id}`}</span>;
  return (
    <ButtonGroup>
      <CommandForm action={`${BACKGROUND}/viec/${job.id}/thu-lai`}>
        <Button variant="secondary">
          {words.replay}
          {about}
        </Button>
      </CommandForm>
      <CommandForm action={`${BACKGROUND}/viec/${job.id}/bo`}>
        <Button variant="tertiary" danger>
          {words.drop}
          {about}
        </Button>
      </CommandForm>
    </ButtonGroup>
  );
}

function Parked({ parked }: Pick<BackgroundPageProps, 'parked'>) {
  const words = texts(useLocale());
  return (
    <DataTable
      caption={words.parked}
      captionHidden
      rows={parked}
      keyOf={(entry) => `${entry.subscriber} ${entry.position}`}
      columns={[
        { key: 'subscriber', head: words.subscriber, cell: (entry) => entry.subscriber, names: true },
        { key: 'type', head: words.type, cell: (entry) => entry.type },
        { key: 'position', head: words.position, cell: (entry) => entry.position, align: 'end', digits: true },
        { key: 'behind', head: words.behind, cell: (entry) => entry.behind, align: 'end', digits: true },
        { key: 'error', head: words.error, cell: (entry) => entry.lastError },
        { key: 'act', head: words.act, cell: (entry) => <EntryAct entry={entry} /> },
      ]}
    />
  );
}

function EntryAct({ entry }: { entry: ParkedEntry }) {
  const words = texts(useLocale());
  return (
    <CommandForm action={`${BACKGROUND}/muc/${entry.subscriber}/${entry.position}/thu-lai`}>
      <Button variant="secondary">
        {words.replay}
        <span class="ds-sr-only">{` ${entry.subscriber} ${entry.position}`}</span>
      </Button>
    </CommandForm>
  );
}
