/** Opinions page: what the officer's units are asked about dossiers of others, soonest first. */
import type { Instant } from '../../../../platform/calendar/instant.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../../platform/text/vietnamese-date.ts';
import { DataTable } from '../../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { Pagination } from '../../../../platform/web/components/pagination/pagination.tsx';
import { SlaChip } from '../../../../platform/web/components/tag/sla-chip.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import type { OwedOpinion } from '../../owed-opinions.ts';
import { actPath } from './act-words.ts';
import { DeskLayout } from './desk-layout.tsx';

export interface OpinionsPageProps {
  readonly owed: readonly OwedOpinion[];
  readonly now: Instant;
  readonly next: string | undefined;
}

const texts = defineTexts({
  title: { vi: 'Được hỏi ý kiến, phần việc liên thông', en: 'Opinions asked, parts of linked procedures' },
  none: { vi: 'Không có hồ sơ nào chờ đơn vị', en: 'No dossier waits for your unit' },
  noneAbout: {
    vi: 'Khi đơn vị khác lấy ý kiến hoặc có phần việc liên thông, hồ sơ hiện ở đây cùng thời hạn.',
    en: 'When another unit asks for an opinion, or for a part of a linked procedure, the dossier appears here with its time.',
  },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  what: { vi: 'Việc', en: 'What' },
  opinion: { vi: 'Cho ý kiến', en: 'Opinion' },
  asker: { vi: 'Đơn vị hỏi', en: 'Asked by' },
  asked: { vi: 'Đơn vị được hỏi', en: 'Unit asked' },
  due: { vi: 'Trả lời trước', en: 'Answer before' },
  late: { vi: 'Quá hạn', en: 'Late' },
  shown: { vi: (count: number) => `${count} hồ sơ`, en: (count: number) => `${count} dossiers` },
});

export function OpinionsPage({ owed, now, next }: OpinionsPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <DeskLayout title={words.title}>
      <h1>{words.title}</h1>
      {owed.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneAbout}</p>
        </EmptyState>
      ) : (
        <>
          <DataTable
            cards
            caption={words.title}
            captionHidden
            rows={owed}
            keyOf={({ id }) => id}
            columns={[
              {
                key: 'code',
                head: words.code,
                names: true,
                cell: ({ code, part }) => (
                  <a class="ds-link vc-whole" href={actPath(code, part ? 'end-part' : 'give-opinion')}>
                    {code}
                  </a>
                ),
              },
              { key: 'procedure', head: words.procedure, cell: ({ title }) => <span lang="vi">{title}</span> },
              { key: 'what', head: words.what, cell: ({ part }) => (part ? <Local text={part} /> : words.opinion) },
              {
                key: 'asker',
                head: words.asker,
                cell: ({ askedBy }) => (askedBy ? <Local text={askedBy} /> : '—'),
              },
              { key: 'asked', head: words.asked, cell: ({ unit }) => <Local text={unit} /> },
              {
                key: 'due',
                head: words.due,
                align: 'end',
                digits: true,
                cell: ({ dueAt }) => (
                  <>
                    {timeInTable(dueAt, locale)}
                    {dueAt <= now && (
                      <>
                        {' '}
                        <SlaChip state="late">{words.late}</SlaChip>
                      </>
                    )}
                  </>
                ),
              },
            ]}
          />
          <Pagination summary={words.shown(owed.length)} {...(next === undefined ? {} : { next })} />
        </>
      )}
    </DeskLayout>
  );
}
