/** A batch of moves: what became of each dossier, and the button that undoes it for those nobody has touched since. */
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { timeInSentence } from '../../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { DataTable } from '../../../../platform/web/components/data-table/data-table.tsx';
import { Notice } from '../../../../platform/web/components/notice/notice.tsx';
import { Pagination } from '../../../../platform/web/components/pagination/pagination.tsx';
import { BackLink } from '../../../../platform/web/components/trail/trail.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import type { BatchLine, SuccessionBatch } from '../../succession-batches.ts';

export interface BatchPageProps {
  readonly batch: SuccessionBatch;
  /** Each with the sentence of its refusal, where there is one. */
  readonly lines: readonly (BatchLine & { readonly why: string })[];
  readonly next: string | undefined;
  readonly path: string;
  /** Where the batches are listed. */
  readonly list: string;
}

const texts = defineTexts({
  title: {
    vi: (from: string, to: string) => `Chuyển hồ sơ của ${from} về ${to}`,
    en: (from: string, to: string) => `Dossiers of ${from} moved to ${to}`,
  },
  back: { vi: 'Đơn vị kế thừa', en: 'Successor units' },
  made: {
    vi: (at: string, moved: number, refused: number) =>
      `Lúc ${at}: đã chuyển ${moved} hồ sơ, không chuyển được ${refused}.`,
    en: (at: string, moved: number, refused: number) => `At ${at}: ${moved} moved, ${refused} not moved.`,
  },
  begun: {
    vi: (at: string) => `Lúc ${at}: việc chuyển đã bắt đầu, chưa hồ sơ nào xong.`,
    en: (at: string) => `At ${at}: the move has begun, no dossier is through yet.`,
  },
  look: { vi: 'Xem lại', en: 'Look again' },
  undoing: {
    vi: (at: string, undone: number, kept: number) =>
      `Hoàn lại từ ${at}: ${undone} hồ sơ đã về nơi cũ, ${kept} hồ sơ giữ nguyên ở nơi mới.`,
    en: (at: string, undone: number, kept: number) =>
      `Undone from ${at} on: ${undone} are back, ${kept} stay where they are.`,
  },
  undo: { vi: 'Hoàn lại lần chuyển này', en: 'Undo this move' },
  undoAbout: {
    vi: 'Hồ sơ đã có người làm gì thêm từ khi chuyển thì ở lại nơi mới và được liệt kê cùng lý do.',
    en: 'Dossiers with which anything has been done since stay where they are and are listed with the reason.',
  },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  byArea: { vi: 'các đơn vị theo địa bàn', en: 'the units of the areas' },
  unit: { vi: 'Nay do đơn vị', en: 'Now with' },
  result: { vi: 'Kết quả', en: 'Result' },
  moved: { vi: 'Đã chuyển', en: 'Moved' },
  undone: { vi: 'Đã hoàn lại', en: 'Moved back' },
  refused: { vi: (why: string) => `Không chuyển: ${why}`, en: (why: string) => `Not moved: ${why}` },
  kept: { vi: (why: string) => `Giữ nguyên: ${why}`, en: (why: string) => `Stays: ${why}` },
  count: { vi: (count: number) => `${count} hồ sơ`, en: (count: number) => `${count} dossiers` },
});

export function BatchPage({ batch, lines, next, path, list }: BatchPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const to = batch.to ? inLanguage(batch.to, locale).text : words.byArea;
  const title = words.title(inLanguage(batch.from, locale).text, to);
  // dossiers are moved one by one, after the answer to the press
  const begun = batch.moved + batch.refused === 0;
  const at = (time: BatchPageProps['batch']['madeAt']) => timeInSentence(time, locale);
  return (
    <OfficerLayout title={title}>
      <BackLink href={list}>{words.back}</BackLink>
      <h1>{title}</h1>
      <Notice>
        {begun ? (
          <p>
            {words.begun(at(batch.madeAt))}{' '}
            <a class="ds-link" href={`${path}/lan-chuyen/${batch.id}`}>
              {words.look}
            </a>
          </p>
        ) : (
          <p>{words.made(at(batch.madeAt), batch.moved, batch.refused)}</p>
        )}
        {batch.undoneAt !== null && <p>{words.undoing(at(batch.undoneAt), batch.undone, batch.kept)}</p>}
      </Notice>
      {!begun && (
        <DataTable
          cards
          caption={title}
          captionHidden
          rows={lines}
          keyOf={({ caseId }) => caseId}
          columns={[
            { key: 'code', head: words.code, names: true, cell: ({ code }) => <span class="vc-whole">{code}</span> },
            { key: 'title', head: words.procedure, cell: (line) => <span lang="vi">{line.title}</span> },
            { key: 'unit', head: words.unit, cell: ({ unit }) => <Local text={unit} /> },
            { key: 'result', head: words.result, cell: (line) => resultOf(line) },
          ]}
        />
      )}
      <Pagination summary={words.count(batch.moved + batch.refused)} {...(next === undefined ? {} : { next })} />
      {batch.undoneAt === null && batch.moved > 0 && (
        <CommandForm action={`${path}/lan-chuyen/${batch.id}/hoan-lai`}>
          <p class="vc-quiet">{words.undoAbout}</p>
          <Button variant="secondary">{words.undo}</Button>
        </CommandForm>
      )}
    </OfficerLayout>
  );

  function resultOf({ refused, kept, undoneAt, why }: BatchPageProps['lines'][number]): string {
    if (refused !== null) return words.refused(why);
    if (undoneAt !== null) return words.undone;
    return kept === null ? words.moved : words.kept(why);
  }
}
