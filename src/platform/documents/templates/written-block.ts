/** Blocks as a person writes them: plain lines with fields in braces, read back into the block they came from. */
import { type Fault, fault } from '../../pack/fault.ts';
import type { TemplateBlock } from './template-block.ts';

export type BlockKind = TemplateBlock['kind'];
export const BLOCK_KINDS: readonly BlockKind[] = ['title', 'heading', 'fields', 'text', 'list', 'table'];

export const LAYOUTS = ['plain', 'indent', 'center'] as const;
export type Layout = (typeof LAYOUTS)[number];

export interface WrittenBlock {
  readonly kind: BlockKind;
  /**
   * Title: its line, and the line under it. Labelled values: `Địa chỉ: {address}`, one a line. Text: `**Điều 1.**` first
   * where words before it are bold. List: an item a line. Table: a paragraph a column, `Heading (30)` with its share of
   * the width and below it what stands in a cell.
   */
  readonly text: string;
  readonly layout: Layout;
  /** Rows that a list or a table goes over; empty when it has none. */
  readonly each: string;
  /** Empty: always printed. */
  readonly when: string;
}

export function writeBlock(block: TemplateBlock): WrittenBlock {
  return {
    kind: block.kind,
    text: linesOf(block),
    layout: block.kind === 'text' ? layoutOf(block) : 'plain',
    each: 'each' in block ? (block.each ?? '') : '',
    when: block.when ?? '',
  };
}

function linesOf(block: TemplateBlock): string {
  switch (block.kind) {
    case 'title':
      return block.under === undefined ? block.text : `${block.text}\n${block.under}`;
    case 'heading':
      return block.text;
    case 'fields':
      return block.fields.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'text':
      return block.lead === undefined ? block.text : `**${block.lead}** ${block.text}`;
    case 'list':
      return block.items.join('\n');
    case 'table':
      return block.columns
        .map(
          ({ heading, weight, align, value }) => `${heading} (${weight}${align === 'center' ? ' giữa' : ''})\n${value}`,
        )
        .join('\n\n');
  }
}

const layoutOf = ({ align, indent }: Extract<TemplateBlock, { kind: 'text' }>): Layout =>
  align === 'center' ? 'center' : indent ? 'indent' : 'plain';

/** `at` is the path of the block, for faults. Undefined with a fault when its lines are not those of its kind. */
export function readBlock(written: WrittenBlock, at: string, faults: Fault[]): TemplateBlock | undefined {
  const when = written.when.trim() === '' ? {} : { when: written.when.trim() };
  const text = written.text.replaceAll(/\r\n?/g, '\n').trim();
  const lines = text.split('\n').map((line) => line.trim());
  if (text === '') {
    faults.push(fault('documents.block-empty', `${at}.text`, 'Nhập nội dung của khối.', 'Write what the block says.'));
    return undefined;
  }
  switch (written.kind) {
    case 'title': {
      const [title = '', ...under] = lines;
      return { kind: 'title', text: title, ...(under.length > 0 ? { under: under.join(' ') } : {}), ...when };
    }
    case 'heading':
      return { kind: 'heading', text: lines.join(' '), ...when };
    case 'fields': {
      const fields = lines.filter((line) => line !== '').map(labelled);
      const wrong = fields.findIndex((field) => field === undefined);
      if (wrong >= 0) {
        faults.push(notLabelled(at, wrong));
        return undefined;
      }
      if (fields.length > MOST_FIELDS) faults.push(tooManyFields(at));
      return { kind: 'fields', fields: fields.filter((field) => field !== undefined), ...when };
    }
    case 'text': {
      const [, lead, rest] = /^\*\*([^*]+)\*\*\s+([\s\S]+)$/.exec(text) ?? [];
      return {
        kind: 'text',
        ...(lead === undefined ? {} : { lead }),
        text: rest ?? text,
        ...LAYOUT_PARTS[written.layout],
        ...when,
      };
    }
    case 'list':
      return {
        kind: 'list',
        ...(written.each === '' ? {} : { each: written.each }),
        items: lines.filter(Boolean),
        ...when,
      };
    case 'table': {
      const columns = text.split(/\n\s*\n/).map(readColumn);
      const wrong = columns.findIndex((column) => column === undefined);
      if (wrong >= 0) {
        faults.push(notColumn(at, wrong));
        return undefined;
      }
      if (written.each === '') {
        faults.push(
          fault('documents.rows-missing', `${at}.each`, 'Chọn các dòng của bảng.', 'Choose the rows of the table.'),
        );
        return undefined;
      }
      return { kind: 'table', each: written.each, columns: columns.filter((column) => column !== undefined), ...when };
    }
  }
}

const MOST_FIELDS = 4;

const tooManyFields = (at: string): Fault =>
  fault(
    'documents.too-many-labels',
    `${at}.text`,
    `Một dòng in có tối đa ${MOST_FIELDS} nhãn; hãy tách thành khối khác.`,
    `One printed line has ${MOST_FIELDS} labels at most; make another block.`,
  );

const LAYOUT_PARTS = { plain: {}, indent: { indent: true }, center: { align: 'center' } } as const;

/** The first colon followed by a space, or by the end, parts the label from its value. */
function labelled(line: string): { label: string; value: string } | undefined {
  const [, label, value] = /^(.+?):\s+(.+)$/.exec(line) ?? [];
  return label === undefined || value === undefined ? undefined : { label, value };
}

function readColumn(paragraph: string) {
  const [head = '', ...cell] = paragraph.split('\n').map((line) => line.trim());
  const [, heading, weight, center] = /^(.+?)\s*\((\d{1,2})(\s+giữa)?\)$/.exec(head) ?? [];
  if (heading === undefined || Number(weight) < 1 || cell.length === 0) return undefined;
  return { heading, value: cell.join('\n'), weight: Number(weight), ...(center ? { align: 'center' as const } : {}) };
}

const notLabelled = (at: string, line: number): Fault =>
  fault(
    'documents.line-not-labelled',
    `${at}.text`,
    `Dòng ${line + 1}: viết “Nhãn: {trường}”.`,
    `Line ${line + 1}: write “Label: {field}”.`,
  );

const notColumn = (at: string, column: number): Fault =>
  fault(
    'documents.not-a-column',
    `${at}.text`,
    `Cột ${column + 1}: dòng đầu là “Tên cột (30)”, các dòng sau là nội dung ô; giữa hai cột để một dòng trống.`,
    `Column ${column + 1}: its first line is “Heading (30)”, the next say what a cell holds; an empty line parts two columns.`,
  );
