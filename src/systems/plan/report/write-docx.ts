/** A paper as an editable document (DOCX): the same data that the PDF is drawn from, in the type and margins of Nghị định 30/2020/NĐ-CP, Annex I. */
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, Letterhead, LetterheadLine, Paper } from '../../../platform/documents/paper/paper.ts';
import { printable } from '../../../platform/documents/paper/sheet.ts';

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
    styles: { default: { document: { run: { font: 'Times New Roman', size: BODY } } } },
    sections: [
      {
        properties: {
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
}

function line(text: string, { centre, right, indent, ...run }: LineStyle = {}): Paragraph {
  return new Paragraph({
    alignment: centre ? AlignmentType.CENTER : right ? AlignmentType.RIGHT : AlignmentType.JUSTIFIED,
    spacing: { before: 60, after: 60 },
    ...(indent ? { indent: { firstLine: convertMillimetersToTwip(10) } } : {}),
    children: printable(text)
      .split('\n')
      .map((part, place) => new TextRun({ text: part, size: BODY, ...run, ...(place > 0 ? { break: 1 } : {}) })),
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
    line('_______', { size: HEAD, centre: true }),
    line(textOf(number), { size: HEAD, centre: true }),
  ];
  const right = [
    line(STATE, { size: HEAD, bold: true, centre: true }),
    line(MOTTO, { size: BODY, bold: true, centre: true }),
    line('_______________', { size: HEAD, centre: true }),
    line(textOf(placeAndDate), { size: BODY, italics: true, centre: true }),
  ];
  return sideBySide(left, right);
}

function sideBySide(left: readonly Paragraph[], right: readonly Paragraph[]): Table {
  const cell = (children: readonly Paragraph[], size: number) =>
    new TableCell({ children: [...children], width: { size, type: WidthType.PERCENTAGE } });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: NO_BORDERS,
    rows: [new TableRow({ children: [cell(left, 42), cell(right, 58)] })],
  });
}

function blockParts(block: Block): (Paragraph | Table)[] {
  if (block.kind === 'title')
    return [
      line(block.text, { bold: true, centre: true }),
      ...(block.under === undefined ? [] : [line(block.under, { bold: true, centre: true })]),
    ];
  if (block.kind === 'heading') return [line(block.text, { bold: true })];
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
