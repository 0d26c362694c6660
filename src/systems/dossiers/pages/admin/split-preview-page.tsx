/** Preview of a split: the open dossiers of a unit that was split, by the area they concern, with the part that is to go on with each area, and how many each part would get. */
import { inLanguage, type LocalText } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { Button, ButtonGroup, LinkButton } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { DataTable } from '../../../../platform/web/components/data-table/data-table.tsx';
import { ErrorSummary } from '../../../../platform/web/components/error-summary/error-summary.tsx';
import { Select } from '../../../../platform/web/components/field/select.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import type { SplitArea, SplitPart } from '../../split-areas.ts';

export interface SplitPreviewProps {
  readonly unit: { readonly id: string; readonly name: LocalText; readonly count: number };
  readonly parts: readonly SplitPart[];
  readonly areas: readonly SplitArea[];
  /** The part chosen for an area, by its code. */
  readonly chosen: ReadonlyMap<string, string>;
  /** For dossiers of no area chosen. */
  readonly to: { readonly code: string; readonly name: LocalText | undefined };
  readonly refused?: string;
  /** Where the act goes, and the units that have ended are listed. */
  readonly list: string;
}

/** Names of the fields of one form. */
export const AREA_FIELD = 'dia-ban.';
export const ACT_FIELD = 'lam';

const texts = defineTexts({
  title: {
    vi: (from: string) => `Xem trước: chia hồ sơ của ${from} theo địa bàn`,
    en: (from: string) => `Preview: dossiers of ${from} by area`,
  },
  about: {
    vi: 'Chưa có gì được chuyển. Nơi địa bàn thuộc đúng một đơn vị thì đơn vị đó được đề xuất, nơi khác do người quản trị chọn; thời hạn và bước giữ nguyên. Có thể hoàn lại khi chưa ai làm gì thêm với hồ sơ.',
    en: 'Nothing has been moved yet. Where exactly one unit answers for an area it is suggested; elsewhere the administrator chooses. Clock and step stay. It can be undone while nobody has done anything more with a dossier.',
  },
  numbers: { vi: 'Số hồ sơ về từng đơn vị', en: 'Dossiers for each unit' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  count: { vi: 'Số hồ sơ', en: 'Dossiers' },
  stays: { vi: 'Chưa rõ, còn ở lại danh sách', en: 'Not known, stay on the list' },
  areas: { vi: 'Địa bàn', en: 'Areas' },
  areaOf: {
    vi: (name: string, count: number) => `${name}: ${count} hồ sơ`,
    en: (name: string, count: number) => `${name}: ${count === 1 ? '1 dossier' : `${count} dossiers`}`,
  },
  noArea: { vi: 'Không ghi địa bàn', en: 'No area stated' },
  empty: {
    vi: 'Địa bàn để trống thì hồ sơ về đơn vị được chỉ định dưới đây.',
    en: 'Dossiers of an area left open go to the unit named below.',
  },
  rest: { vi: 'Mã đơn vị nhận hồ sơ chưa rõ địa bàn', en: 'Code of the unit for dossiers of no known area' },
  restHint: {
    vi: 'Ví dụ H53.101. Để trống: những hồ sơ đó ở lại danh sách.',
    en: 'Such as H53.101. Left open, these stay on the list.',
  },
  again: { vi: 'Tính lại', en: 'Count again' },
  move: { vi: 'Chuyển hồ sơ', en: 'Move the dossiers' },
  back: { vi: 'Quay lại', en: 'Back' },
});

export function SplitPreviewPage(props: SplitPreviewProps) {
  const { unit, parts, areas, chosen, to, refused, list } = props;
  const { locale } = useFrame();
  const words = texts(locale);
  const title = words.title(inLanguage(unit.name, locale).text);
  const options = parts.map(({ id, name }) => ({ value: id, label: inLanguage(name, locale).text }));
  return (
    <OfficerLayout title={title}>
      <div class="vc-reading vc-stack">
        {refused && <ErrorSummary errors={[{ message: refused, name: `unit.${unit.id}` }]} />}
        <h1>{title}</h1>
        <p>{words.about}</p>
        <DataTable
          caption={words.numbers}
          rows={numbersOf(props)}
          keyOf={({ key }) => key}
          columns={[
            {
              key: 'unit',
              head: words.unit,
              names: true,
              cell: ({ name }) => (name ? <Local text={name} /> : words.stays),
            },
            { key: 'count', head: words.count, align: 'end', cell: ({ count }) => String(count) },
          ]}
        />
        <CommandForm action={list}>
          <input type="hidden" name="from" value={unit.id} />
          <h2>{words.areas}</h2>
          <p class="vc-quiet">{words.empty}</p>
          {areas.map(({ code, names, count }) => (
            <Select
              key={code}
              name={`${AREA_FIELD}${code}`}
              label={words.areaOf(
                names.map((name) => inLanguage(name, locale).text).join(' / ') || words.noArea,
                count,
              )}
              value={chosen.get(code) ?? ''}
              options={options}
              optional
            />
          ))}
          <TextInput
            name={`unit.${unit.id}`}
            label={words.rest}
            hint={words.restHint}
            value={to.code}
            maxLength={40}
            optional
            {...(refused === undefined ? {} : { error: refused })}
          />
          <ButtonGroup>
            <Button name={ACT_FIELD} value="chuyen">
              {words.move}
            </Button>
            <Button name={ACT_FIELD} value="xem" variant="secondary">
              {words.again}
            </Button>
            <LinkButton variant="tertiary" href={list}>
              {words.back}
            </LinkButton>
          </ButtonGroup>
        </CommandForm>
      </div>
    </OfficerLayout>
  );
}

interface Numbered {
  readonly key: string;
  /** Undefined: for nobody yet. */
  readonly name: LocalText | undefined;
  readonly count: number;
}

/** Parts first, those that get nothing too; then the unit named for the rest, or that they stay. */
function numbersOf({ parts, areas, chosen, to }: SplitPreviewProps): Numbered[] {
  const sum = (of: readonly SplitArea[]) => of.reduce((count, area) => count + area.count, 0);
  const rest = sum(areas.filter(({ code }) => !chosen.has(code)));
  return [
    ...parts.map(({ id, name }) => ({
      key: id,
      name,
      count: sum(areas.filter(({ code }) => chosen.get(code) === id)),
    })),
    ...(rest > 0 ? [{ key: 'rest', name: to.name, count: rest }] : []),
  ];
}
