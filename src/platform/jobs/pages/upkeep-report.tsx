/** Upkeep report: each nightly task with what it counted last time, or that it failed. */
import { inLanguage } from '../../i18n/local-text.ts';
import { defineTexts } from '../../i18n/texts.ts';
import type { UpkeepTask } from '../../system/define-system.ts';
import { timeInTable } from '../../text/vietnamese-date.ts';
import { DataTable } from '../../web/components/data-table/data-table.tsx';
import { EmptyState } from '../../web/components/empty-state/empty-state.tsx';
import { useLocale } from '../../web/frame.tsx';
import type { Upkeep } from '../upkeep.ts';

const texts = defineTexts({
  caption: {
    vi: 'Các việc dọn dẹp và kết quả lần gần nhất',
    en: 'Tasks of the upkeep and what came of them last time',
  },
  never: { vi: 'Chưa chạy lần nào', en: 'It has not run yet' },
  neverAbout: { vi: 'Chạy lúc 02:30 hằng đêm.', en: 'It runs at 02:30 each night.' },
  last: { vi: (time: string) => `Lần gần nhất: ${time}.`, en: (time: string) => `Last run: ${time}.` },
  task: { vi: 'Việc', en: 'Task' },
  result: { vi: 'Kết quả', en: 'Result' },
  failed: { vi: 'Bị lỗi, sẽ thử lại', en: 'Failed, to be tried again' },
  notYet: { vi: 'Chưa chạy', en: 'Not yet run' },
});

export interface UpkeepReportProps {
  readonly tasks: ReadonlyMap<string, UpkeepTask>;
  readonly upkeep: Upkeep | undefined;
}

export function UpkeepReport({ tasks, upkeep }: UpkeepReportProps) {
  const locale = useLocale();
  const words = texts(locale);
  if (!upkeep)
    return (
      <EmptyState title={words.never}>
        <p>{words.neverAbout}</p>
      </EmptyState>
    );
  const resultOf = (name: string, { counts }: UpkeepTask): string => {
    if (upkeep.failed.includes(name)) return words.failed;
    const counted = upkeep.done[name];
    if (!counted) return words.notYet;
    return Object.entries(counts)
      .map(([key, label]) => `${counted[key] ?? 0} ${inLanguage(label, locale).text}`)
      .join(', ');
  };
  return (
    <>
      <p>{words.last(timeInTable(upkeep.at, locale))}</p>
      <DataTable
        caption={words.caption}
        captionHidden
        rows={[...tasks]}
        keyOf={([name]) => name}
        columns={[
          { key: 'task', head: words.task, cell: ([, task]) => inLanguage(task.title, locale).text, names: true },
          { key: 'result', head: words.result, cell: ([name, task]) => resultOf(name, task) },
        ]}
      />
    </>
  );
}
