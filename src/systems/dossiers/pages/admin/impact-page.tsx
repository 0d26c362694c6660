/** Impact page: the open dossiers that a change touches, how many, which, and what it would do to each. */
import type { Day, Instant } from '../../../../platform/calendar/instant.ts';
import type { LocalText } from '../../../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../../../platform/i18n/texts.ts';
import { groupedNumber } from '../../../../platform/text/money.ts';
import { dayText, timeInTable } from '../../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { type Column, DataTable } from '../../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { ErrorSummary } from '../../../../platform/web/components/error-summary/error-summary.tsx';
import { Radios } from '../../../../platform/web/components/field/radios.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { Notice } from '../../../../platform/web/components/notice/notice.tsx';
import { Pagination } from '../../../../platform/web/components/pagination/pagination.tsx';
import { useLocale } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import type { Moved, MovedDossier, TouchedDossier } from '../../impact.ts';
import type { Times } from '../../running-dossiers.ts';

export type Impact =
  | {
      readonly kind: 'thu-tuc' | 'don-vi';
      readonly name: LocalText;
      readonly count: number;
      readonly dossiers: readonly TouchedDossier[];
      readonly next?: string;
    }
  | (Moved & { readonly kind: 'ngay'; readonly day: Day; readonly works: boolean });

export interface ImpactPageProps {
  readonly path: string;
  readonly kind: Impact['kind'];
  readonly code: string;
  readonly missing: boolean;
  readonly impact: Impact | undefined;
}

const texts = defineTexts({
  title: { vi: 'Ảnh hưởng của thay đổi', en: 'Impact of a change' },
  about: {
    vi: 'Xem trước những hồ sơ đang mở mà một thay đổi sẽ chạm tới. Chỉ xem, không hồ sơ nào thay đổi.',
    en: 'See beforehand which open dossiers a change would touch. Nothing is changed by looking.',
  },
  kind: { vi: 'Thay đổi gì', en: 'What changes' },
  'thu-tuc': {
    vi: 'Công bố phiên bản mới của thủ tục (thời hạn, quy trình)',
    en: 'A new version of a procedure (term, process)',
  },
  'don-vi': { vi: 'Kết thúc một đơn vị', en: 'The end of a unit' },
  ngay: { vi: 'Một ngày làm việc thành ngày nghỉ, hoặc ngược lại', en: 'A working day off, or a day off worked' },
  code: { vi: 'Mã thủ tục, mã đơn vị hoặc ngày', en: 'Code of the procedure, of the unit, or the day' },
  hint: { vi: 'Ví dụ 1.001193, H53.101, 2026-12-24', en: 'Such as 1.001193, H53.101, 2026-12-24' },
  look: { vi: 'Xem ảnh hưởng', en: 'See the impact' },
  missing: {
    vi: 'Không có thủ tục, đơn vị hoặc ngày này trong lịch.',
    en: 'There is no such procedure, unit or day of the calendar.',
  },
  ofProcedure: {
    vi: (count: string) =>
      `${count} hồ sơ đang mở của thủ tục này. Mỗi hồ sơ đi hết theo phiên bản, thời hạn và quy trình đã gắn khi nộp: hạn trả trước và sau khi công bố như nhau, không hồ sơ nào bị dời hạn.`,
    en: (count: string) =>
      `${count} open dossiers of this procedure. Each goes on by the version, term and process pinned when it was submitted: due before and after publishing is the same, none moves.`,
  },
  ofUnit: {
    vi: (count: string) =>
      `${count} hồ sơ đang mở do đơn vị này giải quyết, tiếp nhận hoặc đang giữ. Khi đơn vị kết thúc, hồ sơ chuyển cho đơn vị kế thừa cùng thời hạn đang chạy; hạn trả không đổi.`,
    en: (count: string) =>
      `${count} open dossiers that this unit decides, receives or holds. With its end they go to its successor with their clocks as they run; due times stay.`,
  },
  ofDay: {
    vi: (day: string, turns: string, count: string, looked: string) =>
      `Nếu ngày ${day} thành ${turns}: ${count} trong ${looked} hồ sơ đang chạy thời gian bị dời.`,
    en: (day: string, turns: string, count: string, looked: string) =>
      `If ${day} became ${turns}: ${count} of ${looked} running dossiers would move.`,
  },
  off: { vi: 'ngày nghỉ', en: 'a day off' },
  worked: { vi: 'ngày làm việc', en: 'a working day' },
  cut: {
    vi: 'Chỉ xem 20.000 hồ sơ đầu; còn hồ sơ chưa xem.',
    en: 'Only the first 20,000 were looked at; there are more.',
  },
  none: { vi: 'Không hồ sơ nào bị ảnh hưởng', en: 'No dossier is touched' },
  noneAbout: { vi: 'Không có hồ sơ đang mở nào liên quan.', en: 'No open dossier is concerned.' },
  dossier: { vi: 'Mã hồ sơ', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Sau', en: 'After' },
  due: { vi: 'hạn trả', en: 'due' },
  step: { vi: 'hạn bước', en: 'step' },
  answer: { vi: 'hạn trả lời', en: 'answer' },
  shown: { vi: (count: string) => `${count} hồ sơ`, en: (count: string) => `${count} dossiers` },
});

export function ImpactPage({ path, kind, code, missing, impact }: ImpactPageProps) {
  const words = texts(useLocale());
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        {missing && <ErrorSummary errors={[{ name: 'ma', message: words.missing }]} />}
        <h1>{words.title}</h1>
        <p>{words.about}</p>
        <form action={path} class="vc-stack vc-reading" noValidate>
          <Radios
            name="loai"
            label={words.kind}
            value={kind}
            options={(['thu-tuc', 'don-vi', 'ngay'] as const).map((value) => ({ value, label: words[value] }))}
          />
          <TextInput
            name="ma"
            label={words.code}
            hint={words.hint}
            value={code}
            width={12}
            error={missing && words.missing}
          />
          <Button>{words.look}</Button>
        </form>
        {impact && <Result impact={impact} />}
      </div>
    </OfficerLayout>
  );
}

function Result({ impact }: { impact: Impact }) {
  const locale = useLocale();
  const words = texts(locale);
  const n = (count: number) => groupedNumber(count, locale);
  const sentence =
    impact.kind === 'ngay'
      ? words.ofDay(
          dayText(impact.day, locale),
          impact.works ? words.off : words.worked,
          n(impact.count),
          n(impact.looked),
        )
      : impact.kind === 'thu-tuc'
        ? words.ofProcedure(n(impact.count))
        : words.ofUnit(n(impact.count));
  return (
    <section aria-label={words.title} class="vc-rows">
      {impact.kind !== 'ngay' && (
        <h2>
          <Local text={impact.name} />
        </h2>
      )}
      <p>{sentence}</p>
      {impact.kind === 'ngay' && impact.cut && <Notice kind="warning">{words.cut}</Notice>}
      {impact.count === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneAbout}</p>
        </EmptyState>
      ) : impact.kind === 'ngay' ? (
        <DataTable
          caption={words.title}
          captionHidden
          wide
          columns={movedColumns(locale)}
          rows={impact.dossiers}
          keyOf={({ id }) => id}
        />
      ) : (
        <>
          <DataTable
            caption={words.title}
            captionHidden
            wide
            columns={touchedColumns(locale)}
            rows={impact.dossiers}
            keyOf={({ id }) => id}
          />
          <Pagination
            summary={words.shown(n(impact.count))}
            label={words.title}
            {...(impact.next && { next: impact.next })}
          />
        </>
      )}
    </section>
  );
}

const codeColumn = (head: string): Column<{ readonly code: string }> => ({
  key: 'code',
  head,
  names: true,
  cell: ({ code }) => (
    <a class="ds-link vc-whole" href={`/tra-cuu?ma=${code}`}>
      {code}
    </a>
  ),
});

const timeText = (at: Instant | null, locale: Locale): string => (at === null ? '–' : timeInTable(at, locale));

function touchedColumns(locale: Locale): Column<TouchedDossier>[] {
  const words = texts(locale);
  return [
    codeColumn(words.dossier),
    { key: 'procedure', head: words.procedure, drops: 'second', cell: ({ title }) => title },
    { key: 'unit', head: words.unit, cell: ({ unit }) => <Local text={unit} /> },
    { key: 'before', head: words.before, align: 'end', digits: true, cell: ({ dueAt }) => timeText(dueAt, locale) },
    { key: 'after', head: words.after, align: 'end', digits: true, cell: ({ dueAt }) => timeText(dueAt, locale) },
  ];
}

function movedColumns(locale: Locale): Column<MovedDossier>[] {
  const words = texts(locale);
  /** Only the times that move. */
  const times = (shown: Times, was: Times, is: Times) =>
    (['due', 'step', 'answer'] as const)
      .filter((one) => was[one] !== is[one])
      .map((one) => (
        <p key={one}>
          {timeText(shown[one], locale)} <span class="vc-quiet">({words[one]})</span>
        </p>
      ));
  return [
    codeColumn(words.dossier),
    { key: 'procedure', head: words.procedure, drops: 'second', cell: ({ title }) => title },
    { key: 'before', head: words.before, cell: ({ was, is }) => times(was, was, is) },
    { key: 'after', head: words.after, cell: ({ was, is }) => times(is, was, is) },
  ];
}
