/** Unheld roles page: the steps of processes that nobody can do, today or once a change of the organisation is in force. */
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { type Column, DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { Pagination } from '../../../platform/web/components/pagination/pagination.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { UnheldRole } from '../unheld-roles.ts';

export interface UnheldRolesPageProps {
  readonly processes: string;
  readonly back: string;
  /** Once this change is in force; otherwise as it stands today. */
  readonly ifPublished: boolean;
  readonly roles: readonly UnheldRole[];
  /** Procedures in all. */
  readonly count: number;
  readonly next?: string;
}

const texts = defineTexts({
  title: { vi: 'Bước quy trình chưa có người làm', en: 'Steps that nobody does' },
  back: { vi: 'Quay lại', en: 'Back' },
  today: {
    vi: 'Như bộ máy hôm nay. Hồ sơ đến bước này sẽ nằm lại cho đến khi có vị trí và người giữ.',
    en: 'As the organisation stands today. Dossiers that come to such a step lie there until a position is made and held.',
  },
  planned: {
    vi: 'Như bộ máy sau khi bản thay đổi có hiệu lực.',
    en: 'As the organisation will stand once the change is in force.',
  },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  step: { vi: 'Bước', en: 'Step' },
  role: { vi: 'Vai trò', en: 'Role' },
  why: { vi: 'Vì sao', en: 'Why' },
  'no-position': { vi: 'Không đơn vị nào có vị trí này', en: 'No unit has such a position' },
  'nobody-holds': { vi: 'Có vị trí, chưa ai giữ', en: 'There are positions, nobody holds one' },
  none: { vi: 'Mọi bước đều có người làm', en: 'Somebody does every step' },
  noneAbout: { vi: 'Không cần thêm vị trí hay bổ nhiệm ai.', en: 'No position and no appointment is wanting.' },
  count: { vi: (count: number) => `${count} bước`, en: (count: number) => (count === 1 ? '1 step' : `${count} steps`) },
});

export function UnheldRolesPage({ processes, back, ifPublished, roles, count, next }: UnheldRolesPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <BackLink href={back}>{words.back}</BackLink>
        <h1>{words.title}</h1>
        <p>{ifPublished ? words.planned : words.today}</p>
        {roles.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption={words.title}
              captionHidden
              columns={columnsOf(processes, locale)}
              rows={roles}
              keyOf={({ key }) => key}
            />
            <Pagination summary={words.count(count)} {...(next && { next })} />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}

function columnsOf(path: string, locale: Locale): Column<UnheldRole>[] {
  const words = texts(locale);
  return [
    {
      key: 'procedure',
      head: words.procedure,
      names: true,
      cell: ({ code, name }) => (
        <>
          <a class="ds-link" href={`${path}/${code}`}>
            <Local text={name} />
          </a>{' '}
          <span class="vc-whole vc-quiet">{code}</span>
        </>
      ),
    },
    { key: 'step', head: words.step, labelled: true, cell: ({ step }) => <Local text={step} /> },
    { key: 'role', head: words.role, labelled: true, cell: ({ role }) => role },
    { key: 'why', head: words.why, labelled: true, cell: ({ why }) => words[why] },
  ];
}
