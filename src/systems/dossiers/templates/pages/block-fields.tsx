/** One block of a template on its page: what it says, how it prints, and its place among the others. */
import { inLanguage, type LocalText } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import type { TemplateKind } from '../../../../platform/documents/templates/template-store.ts';
import {
  BLOCK_KINDS,
  type BlockKind,
  type Layout,
  LAYOUTS,
  type WrittenBlock,
} from '../../../../platform/documents/templates/written-block.ts';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import type { FieldError } from '../../../../platform/web/components/error-summary/error-summary.tsx';
import { Fieldset } from '../../../../platform/web/components/field/fieldset.tsx';
import { Select } from '../../../../platform/web/components/field/select.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { Textarea } from '../../../../platform/web/components/field/textarea.tsx';
import { useLocale } from '../../../../platform/web/frame.tsx';
import type { Available } from '../available-fields.ts';
import { WithFields } from './with-fields.tsx';

export interface BlockFieldsProps {
  readonly block: WrittenBlock;
  readonly index: number;
  readonly last: boolean;
  readonly kind: TemplateKind;
  readonly available: Available;
  readonly errors: readonly FieldError[];
}

const KIND_NAMES: Readonly<Record<BlockKind, Required<LocalText>>> = {
  title: { vi: 'Tên giấy', en: 'Title' },
  heading: { vi: 'Đề mục', en: 'Heading' },
  fields: { vi: 'Nhãn và giá trị', en: 'Labels and values' },
  text: { vi: 'Đoạn văn', en: 'Paragraph' },
  list: { vi: 'Danh sách', en: 'List' },
  table: { vi: 'Bảng', en: 'Table' },
};

const HOW: Readonly<Record<BlockKind, Required<LocalText>>> = {
  title: {
    vi: 'Dòng đầu là tên giấy, dòng sau in nhỏ hơn ở dưới.',
    en: 'The first line is the title, the next stands smaller below.',
  },
  heading: { vi: 'Một dòng chữ đậm.', en: 'One bold line.' },
  fields: {
    vi: 'Mỗi dòng “Nhãn: {trường}”; các dòng của một khối in trên cùng một hàng.',
    en: 'Each line “Label: {field}”; the lines of one block are printed side by side.',
  },
  text: {
    vi: 'Chữ đậm mở đầu đặt giữa hai dấu **, như **Điều 1.**',
    en: 'Bold words at the beginning stand between **, such as **Điều 1.**',
  },
  list: { vi: 'Mỗi dòng một mục.', en: 'One item a line.' },
  table: {
    vi: 'Mỗi cột một đoạn: dòng đầu “Tên cột (30)” với phần bề rộng, dòng sau là nội dung ô. Giữa hai cột để một dòng trống.',
    en: 'A paragraph a column: first “Heading (30)” with its share of the width, then what a cell holds. An empty line parts two columns.',
  },
};

const LAYOUT_NAMES: Readonly<Record<Layout, Required<LocalText>>> = {
  plain: { vi: 'Sát lề trái', en: 'From the left margin' },
  indent: { vi: 'Thụt đầu dòng', en: 'Indented' },
  center: { vi: 'Giữa trang', en: 'Centred' },
};

const texts = defineTexts({
  legend: {
    vi: (at: number, kind: string) => `Khối ${at}: ${kind}`,
    en: (at: number, kind: string) => `Block ${at}: ${kind}`,
  },
  text: { vi: 'Nội dung', en: 'Text' },
  more: { vi: 'Loại khối, cách in', en: 'Kind, way of printing' },
  kind: { vi: 'Loại khối', en: 'Kind' },
  layout: { vi: 'Vị trí đoạn văn', en: 'Layout of a paragraph' },
  each: { vi: 'Lặp theo từng dòng của', en: 'Once for each row of' },
  when: { vi: 'Chỉ in khi', en: 'Printed only when' },
  whenSlip: { vi: 'Tên một trường; để trống thì luôn in.', en: 'The name of a field that has a value; empty: always.' },
  whenResult: {
    vi: 'Điều kiện trên câu trả lời, như outcome == "agreed"; để trống thì luôn in.',
    en: 'A condition over the answers, such as outcome == "agreed"; empty: always.',
  },
  up: { vi: 'Lên', en: 'Up' },
  down: { vi: 'Xuống', en: 'Down' },
  remove: { vi: 'Bỏ khối', en: 'Remove' },
  add: { vi: 'Thêm khối dưới', en: 'Add below' },
});

export function BlockFields({ block, index, last, kind, available, errors }: BlockFieldsProps) {
  const locale = useLocale();
  const words = texts(locale);
  const said = (text: LocalText) => inLanguage(text, locale).text;
  const errorOf = (part: string) => {
    const message = errors.find(({ name }) => name === `body.${index}.${part}`)?.message;
    return message === undefined ? {} : { error: message };
  };
  const wrong = ['kind', 'layout', 'each', 'when'].some((part) => 'error' in errorOf(part));
  return (
    <Fieldset legend={words.legend(index + 1, said(KIND_NAMES[block.kind]))}>
      <Textarea
        name={`body.${index}.text`}
        label={words.text}
        hint={<WithFields text={said(HOW[block.kind])} />}
        value={block.text}
        rows={Math.min(8, Math.max(2, block.text.split('\n').length + (block.text.length > 90 ? 1 : 0)))}
        maxLength={2000}
        {...errorOf('text')}
      />
      <details open={wrong}>
        <summary>{words.more}</summary>
        <div class="vc-stack">
          <Select
            name={`body.${index}.kind`}
            label={words.kind}
            value={block.kind}
            options={BLOCK_KINDS.map((value) => ({ value, label: said(KIND_NAMES[value]) }))}
          />
          <Select
            name={`body.${index}.layout`}
            label={words.layout}
            value={block.layout}
            options={LAYOUTS.map((value) => ({ value, label: said(LAYOUT_NAMES[value]) }))}
          />
          <Select
            name={`body.${index}.each`}
            label={words.each}
            optional
            value={block.each}
            options={available.rows.map(({ path, label }) => ({ value: path, label: said(label) }))}
            {...errorOf('each')}
          />
          <TextInput
            name={`body.${index}.when`}
            label={words.when}
            hint={kind === 'slip' ? words.whenSlip : words.whenResult}
            optional
            value={block.when}
            maxLength={2000}
            {...errorOf('when')}
          />
        </div>
      </details>
      <p class="vc-buttons">
        {index > 0 && <Act act="up" index={index} text={words.up} />}
        {!last && <Act act="down" index={index} text={words.down} />}
        <Act act="add" index={index} text={words.add} />
        <Act act="remove" index={index} text={words.remove} />
      </p>
    </Fieldset>
  );
}

function Act({ act, index, text }: { act: string; index: number; text: string }) {
  return (
    <Button variant="tertiary" name="lam" value={`${act}:${index}`}>
      {text}
      <span class="ds-sr-only"> {index + 1}</span>
    </Button>
  );
}
