/** A paper as an editable document (DOCX): the same data that the PDF is drawn from, in the type and margins of Nghị định 30/2020/NĐ-CP, Annex I. */
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, Letterhead, LetterheadLine, Paper } from '../../../platform/documents/paper/paper.ts';
import { printable } from '../../../platform/documents/paper/sheet.ts';

const FONT = 'Times New Roman';
/** Half points. */
const BODY = 28;
const HEAD = 26;
const SMALL = 22;
const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

export async function writeDocx(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    creator: paper.letterhead.body,
    title: paper.title,
    styles: {
      default: {
        document: { run: { font: FONT, size: BODY, language: { value: 'vi-VN' } } },
        title: { run: { font: FONT, size: BODY, bold: true } },
        heading1: { run: { font: FONT, size: BODY, bold: true, color: '000000' } },
      },
    },
    sections: [
      {
        // the number of the page stands in the middle of the top margin, from the second page on
        headers: { default: new Header({ children: [pageNumber()] }) },
        properties: {
          titlePage: true,
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: {
              top: convertMillimetersToTwip(20),
              bottom: convertMillimetersToTwip(20),
              left: convertMillimetersToTwip(30),
              right: convertMillimetersToTwip(20),
            },
          },
        },
        children: [
          ...(paper.warning === undefined ? [] : [line(paper.warning, { bold: true, size: SMALL, centre: true })]),
          letterheadTable(paper.letterhead),
          ...paper.blocks.flatMap(blockParts),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

interface LineStyle {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
  readonly centre?: boolean;
  readonly right?: boolean;
  readonly indent?: boolean;
  readonly heading?: 'Title' | 'Heading1';
  /** Stays on one page with what follows. */
  readonly keepNext?: boolean;
}

function line(text: string, { centre, right, indent, heading, keepNext, ...run }: LineStyle = {}): Paragraph {
  return new Paragraph({
    ...(heading && { heading: heading === 'Title' ? HeadingLevel.TITLE : HeadingLevel.HEADING_1 }),
    ...(keepNext && { keepNext }),
    alignment: centre ? AlignmentType.CENTER : right ? AlignmentType.RIGHT : AlignmentType.JUSTIFIED,
    spacing: { before: 60, after: 60 },
    ...(indent ? { indent: { firstLine: convertMillimetersToTwip(10) } } : {}),
    children: printable(text)
      .split('\n')
      .map((part, place) => new TextRun({ text: part, size: BODY, ...run, ...(place > 0 ? { break: 1 } : {}) })),
  });
}

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: HEAD })],
  });

/** A thin line in the middle of a place that is `width` millimetres wide: letters of a line would be read aloud. */
function rule(width: number, length: number): Paragraph {
  const side = convertMillimetersToTwip((width - length) / 2);
  return new Paragraph({
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: 'auto', space: 1 } },
    indent: { left: side, right: side },
    spacing: { before: 0, after: 0 },
    run: { size: 12 },
  });
}

const textOf = (given: LetterheadLine | undefined): string => (given && 'text' in given ? given.text : '');
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
} as const;

/** Two columns without lines: who issues it, and the name of the State. */
function letterheadTable({ parent, body, number, placeAndDate }: Letterhead): Table {
  const left = [
    ...(parent === undefined ? [] : [line(parent.toUpperCase(), { size: HEAD, centre: true })]),
    line(body.toUpperCase(), { size: HEAD, bold: true, centre: true }),
    rule(LEFT - CELL, 24),
    line(textOf(number), { size: HEAD, centre: true }),
  ];
  const right = [
    line(STATE, { size: HEAD, bold: true, centre: true }),
    line(MOTTO, { size: BODY, bold: true, centre: true }),
    // as long as the motto over it
    rule(RIGHT - CELL, 64),
    line(textOf(placeAndDate), { size: BODY, italics: true, centre: true }),
  ];
  return sideBySide(left, right);
}

/** Millimetres: what A4 leaves between the margins, shared out, and what a cell keeps free of it. */
const WIDTH = 160;
const LEFT = WIDTH * 0.42;
const RIGHT = WIDTH - LEFT;
const CELL = 4;

function sideBySide(left: readonly Paragraph[], right: readonly Paragraph[]): Table {
  const cell = (children: readonly Paragraph[], size: number) =>
    new TableCell({ children: [...children], width: { size, type: WidthType.PERCENTAGE } });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: NO_BORDERS,
    rows: [new TableRow({ cantSplit: true, children: [cell(left, 42), cell(right, 58)] })],
  });
}

function blockParts(block: Block): (Paragraph | Table)[] {
  if (block.kind === 'title')
    return [
      line(block.text, { bold: true, centre: true, heading: 'Title' }),
      ...(block.under === undefined ? [] : [line(block.under, { bold: true, centre: true }), rule(WIDTH, 55)]),
    ];
  if (block.kind === 'heading') return [line(block.text, { bold: true, heading: 'Heading1', keepNext: true })];
  if (block.kind === 'paragraph') {
    const { runs, align, indent } = block;
    return [
      line(runs.map(({ text }) => text).join(''), {
        ...(align === 'center' ? { centre: true } : {}),
        ...(indent ? { indent } : {}),
      }),
    ];
  }
  if (block.kind === 'list')
    return block.items.map((item, place) =>
      line(`${block.marker === 'number' ? `${place + 1}.` : '-'} ${item}`, { indent: true }),
    );
  if (block.kind === 'table') return [dataTable(block)];
  if (block.kind === 'fields') return block.fields.map(({ label, value }) => line(`${label}: ${value ?? '…'}`));
  return [signatureTable(block)];
}

/** The heads stand again on each page. */
function dataTable({ columns, rows }: Extract<Block, { kind: 'table' }>): Table {
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0);
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, place) =>
          new TableCell({
            width: { size: Math.round(((columns[place]?.weight ?? 1) * 100) / whole), type: WidthType.PERCENTAGE },
            children: [
              line(text, {
                size: SMALL,
                bold: isHead,
                ...(isHead ? { centre: true } : columns[place]?.align === 'right' ? { right: true } : {}),
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      row(
        columns.map(({ heading }) => heading),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  });
}

function signatureTable({ signers, recipients = [] }: Extract<Block, { kind: 'signatures' }>): Table {
  const [signer] = signers;
  const left =
    recipients.length === 0
      ? [line('')]
      : [
          line('Nơi nhận:', { bold: true, italics: true, size: 24 }),
          ...recipients.map((one) => line(`- ${one}`, { size: SMALL })),
        ];
  const right = [
    ...(signer?.title ?? []).map((title) => line(title, { bold: true, centre: true })),
    ...Array.from({ length: 4 }, () => line('')),
    line(signer?.name ?? '', { bold: true, centre: true }),
  ];
  return sideBySide(left, right);
}
