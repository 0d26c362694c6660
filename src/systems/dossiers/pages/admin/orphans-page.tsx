/** Orphans page: open dossiers whose unit has ended without a known successor, each unit with the one that an administrator names. */
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { timeInSentence } from '../../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { ErrorSummary } from '../../../../platform/web/components/error-summary/error-summary.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { Notice } from '../../../../platform/web/components/notice/notice.tsx';
import { Pagination } from '../../../../platform/web/components/pagination/pagination.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import type { Orphan, OrphanUnit } from '../../orphans.ts';
import type { SuccessionBatch } from '../../succession-batches.ts';

export interface ListedUnit extends OrphanUnit {
  readonly orphans: readonly Orphan[];
  /** Where the list of this unit goes on. */
  readonly next?: string;
}

export interface OrphansPageProps {
  readonly units: readonly ListedUnit[];
  /** What was moved before, newest first. */
  readonly batches: readonly SuccessionBatch[];
  readonly path: string;
  readonly refused?: string;
  /** Unit code typed, when it was refused. */
  readonly typed?: string;
}

const texts = defineTexts({
  title: { vi: 'Hồ sơ của đơn vị đã kết thúc', en: 'Dossiers of units that have ended' },
  about: {
    vi: 'Những hồ sơ này chờ người quản trị chuyển: chưa rõ ai kế thừa, hoặc khi thay đổi tổ chức đã chọn xem trước rồi mới chuyển. Đơn vị được chỉ định nhận hồ sơ cùng thời hạn đang chạy; việc chỉ định được ghi vào nhật ký.',
    en: 'These dossiers wait for an administrator: nobody is known to go on, or the change of the organisation was to be looked at before they go. The unit that is named takes them with their clocks as they run; naming it is written to the journal.',
  },
  none: { vi: 'Mọi hồ sơ đang mở đều có đơn vị giải quyết', en: 'Every open dossier has a unit' },
  noneAbout: { vi: 'Không cần chỉ định đơn vị nào.', en: 'Nothing has to be named.' },
  unit: { vi: 'Mã đơn vị tiếp nhận, giải quyết', en: 'Code of the unit that goes on' },
  hint: { vi: 'Ví dụ H53.101', en: 'Such as H53.101' },
  preview: { vi: 'Xem trước việc chuyển', en: 'Preview the move' },
  batches: { vi: 'Các lần chuyển', en: 'Moves so far' },
  batch: {
    vi: (from: string, to: string, count: number) => `${from} về ${to}: ${count} hồ sơ`,
    en: (from: string, to: string, count: number) => `${from} to ${to}: ${count} dossiers`,
  },
  byArea: { vi: 'các đơn vị theo địa bàn', en: 'the units of the areas' },
  split: {
    vi: 'Đơn vị đã được chia tách. Nơi địa bàn của hồ sơ thuộc đúng một đơn vị thì đơn vị đó được đề xuất; hồ sơ khác về đơn vị được chọn ở bước xem trước.',
    en: 'The unit was split. Where exactly one unit answers for the area of a dossier it is suggested; others go to the unit chosen in the preview.',
  },
  undone: { vi: 'đã hoàn lại', en: 'undone' },
  open: {
    vi: (count: number) => `${count} hồ sơ đang mở`,
    en: (count: number) => (count === 1 ? '1 open dossier' : `${count} open dossiers`),
  },
  assigned: {
    vi: (name: string, when: string) =>
      `Đã chỉ định ${name} lúc ${when}. Hồ sơ đang được chuyển; số dưới đây là số còn lại.`,
    en: (name: string, when: string) =>
      `${name} was named at ${when}. The dossiers are being moved; the number below is what is left.`,
  },
});

export function OrphansPage({ units, batches, path, refused, typed }: OrphansPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <OfficerLayout title={words.title}>
      {refused && <ErrorSummary errors={[{ message: refused }]} />}
      <h1>{words.title}</h1>
      {units.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneAbout}</p>
        </EmptyState>
      ) : (
        <>
          <p>{words.about}</p>
          {units.map((unit) => (
            <Unit key={unit.unit} unit={unit} path={path} typed={typed ?? unit.suggested ?? ''} />
          ))}
        </>
      )}
      {batches.length > 0 && (
        <section aria-labelledby="batches">
          <h2 id="batches">{words.batches}</h2>
          <ul>
            {batches.map((batch) => (
              <li key={batch.id}>
                {timeInSentence(batch.madeAt, locale)}:{' '}
                <a class="ds-link" href={`${path}/lan-chuyen/${batch.id}`}>
                  {words.batch(
                    inLanguage(batch.from, locale).text,
                    batch.to ? inLanguage(batch.to, locale).text : words.byArea,
                    batch.moved + batch.refused,
                  )}
                </a>
                {batch.undoneAt !== null && ` (${words.undone})`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </OfficerLayout>
  );
}

function Unit({ unit, path, typed }: { unit: ListedUnit; path: string; typed: string }) {
  const { locale } = useFrame();
  const words = texts(locale);
  const named = inLanguage(unit.name, locale);
  const { assigned } = unit;
  return (
    <section aria-label={named.text}>
      <h2 lang={named.lang === locale ? undefined : named.lang}>{named.text}</h2>
      {assigned && (
        <Notice>
          <p>
            {words.assigned(
              assigned.name ? inLanguage(assigned.name, locale).text : words.byArea,
              timeInSentence(assigned.at, locale),
            )}
          </p>
        </Notice>
      )}
      <ul>
        {unit.orphans.map((orphan) => (
          <li key={orphan.id}>
            <span class="vc-whole">{orphan.code}</span> {orphan.title}
          </li>
        ))}
      </ul>
      <Pagination
        summary={words.open(unit.count)}
        label={named.text}
        {...(unit.next === undefined ? {} : { next: unit.next })}
      />
      <form action={`${path}/xem-truoc`} id={`chuyen-${unit.unit}`} class="vc-stack">
        <input type="hidden" name="don-vi" value={unit.unit} />
        {unit.isSplit ? (
          <p>{words.split}</p>
        ) : (
          <TextInput name={`den.${unit.unit}`} label={words.unit} hint={words.hint} value={typed} maxLength={40} />
        )}
        <Button>{words.preview}</Button>
      </form>
    </section>
  );
}
