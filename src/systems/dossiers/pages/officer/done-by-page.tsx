/** Done-by page: the dossiers that an officer brought forward in the last thirty days. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../../platform/text/vietnamese-date.ts';
import { DataTable } from '../../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { Pagination } from '../../../../platform/web/components/pagination/pagination.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import type { DoneDossier } from '../../workload.ts';
import { DeskLayout } from './desk-layout.tsx';

export interface DoneByPageProps {
  readonly name: string;
  readonly back: string;
  readonly lines: readonly DoneDossier[];
  readonly next: string | undefined;
}

const texts = defineTexts({
  title: {
    vi: (name: string) => `${name} đã giải quyết trong 30 ngày`,
    en: (name: string) => `Done by ${name} in 30 days`,
  },
  none: { vi: 'Không có hồ sơ nào trong 30 ngày', en: 'Nothing in 30 days' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  last: { vi: 'Việc gần nhất', en: 'Last act' },
  shown: { vi: (n: number) => `${n} hồ sơ`, en: (n: number) => `${n} dossiers` },
  back: { vi: 'Về khối lượng công việc', en: 'Back to the workload' },
});

export function DoneByPage({ name, back, lines, next }: DoneByPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <DeskLayout title={words.title(name)}>
      <h1>{words.title(name)}</h1>
      {lines.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <>
          <DataTable
            caption={words.title(name)}
            captionHidden
            rows={lines}
            keyOf={({ code }) => code}
            columns={[
              {
                key: 'code',
                head: words.code,
                names: true,
                digits: true,
                cell: ({ code, seen }) =>
                  seen ? (
                    <a class="ds-link vc-whole" href={`/can-bo/ho-so/${code}`}>
                      {code}
                    </a>
                  ) : (
                    <span class="vc-whole">{code}</span>
                  ),
              },
              { key: 'procedure', head: words.procedure, cell: ({ title }) => title },
              {
                key: 'last',
                head: words.last,
                align: 'end',
                digits: true,
                cell: ({ lastAt }) => timeInTable(lastAt, locale),
              },
            ]}
          />
          <Pagination summary={words.shown(lines.length)} {...(next === undefined ? {} : { next })} />
        </>
      )}
      <p>
        <a class="ds-link" href={back}>
          {words.back}
        </a>
      </p>
    </DeskLayout>
  );
}
