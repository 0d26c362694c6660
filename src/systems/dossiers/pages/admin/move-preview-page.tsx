/** Preview of moving: the open dossiers of a unit that has ended, and where each would lie at the unit that is to go on with them. */
import { inLanguage, type LocalText } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { Button, ButtonGroup, LinkButton } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { DataTable } from '../../../../platform/web/components/data-table/data-table.tsx';
import { Pagination } from '../../../../platform/web/components/pagination/pagination.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../../platform/web/local.tsx';

export interface PlannedMove {
  readonly code: string;
  readonly title: string;
  readonly receiving: LocalText;
  readonly holding: LocalText;
}

export interface MovePreviewProps {
  readonly unit: { readonly id: string; readonly name: LocalText; readonly count: number };
  readonly to: { readonly code: string; readonly name: LocalText };
  readonly moves: readonly PlannedMove[];
  readonly next: string | undefined;
  /** Where the units that have ended are listed, and the act goes. */
  readonly list: string;
}

const texts = defineTexts({
  title: {
    vi: (from: string, to: string) => `Xem trước: hồ sơ của ${from} chuyển về ${to}`,
    en: (from: string, to: string) => `Preview: dossiers of ${from} go to ${to}`,
  },
  about: {
    vi: 'Chưa có gì được chuyển. Thời hạn và bước của từng hồ sơ giữ nguyên; người được giao sẽ chọn lại. Có thể hoàn lại khi chưa ai làm gì thêm với hồ sơ.',
    en: 'Nothing has been moved yet. Clock and step of each dossier stay; it is assigned anew. It can be undone while nobody has done anything more with a dossier.',
  },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  receiving: { vi: 'Nơi tiếp nhận, trả kết quả', en: 'Receives and returns' },
  holding: { vi: 'Nơi giữ ở bước hiện tại', en: 'Holds it at its step' },
  move: {
    vi: (count: number) => `Chuyển cả ${count} hồ sơ`,
    en: (count: number) => (count === 1 ? 'Move the dossier' : `Move all ${count} dossiers`),
  },
  back: { vi: 'Quay lại', en: 'Back' },
  count: { vi: (count: number) => `${count} hồ sơ`, en: (count: number) => `${count} dossiers` },
});

export function MovePreviewPage({ unit, to, moves, next, list }: MovePreviewProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const title = words.title(inLanguage(unit.name, locale).text, inLanguage(to.name, locale).text);
  return (
    <OfficerLayout title={title}>
      <h1>{title}</h1>
      <p>{words.about}</p>
      <DataTable
        cards
        caption={title}
        captionHidden
        rows={moves}
        keyOf={({ code }) => code}
        columns={[
          { key: 'code', head: words.code, names: true, cell: ({ code }) => <span class="vc-whole">{code}</span> },
          { key: 'title', head: words.procedure, cell: (move) => <span lang="vi">{move.title}</span> },
          { key: 'receiving', head: words.receiving, cell: ({ receiving }) => <Local text={receiving} /> },
          { key: 'holding', head: words.holding, cell: ({ holding }) => <Local text={holding} /> },
        ]}
      />
      <Pagination summary={words.count(unit.count)} {...(next === undefined ? {} : { next })} />
      <CommandForm action={list}>
        <input type="hidden" name="from" value={unit.id} />
        <input type="hidden" name={`unit.${unit.id}`} value={to.code} />
        <ButtonGroup>
          <Button>{words.move(unit.count)}</Button>
          <LinkButton variant="secondary" href={list}>
            {words.back}
          </LinkButton>
        </ButtonGroup>
      </CommandForm>
    </OfficerLayout>
  );
}
