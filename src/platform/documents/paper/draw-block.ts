/** Draws one block of a paper at the pen's place, onto further pages where it is long. */
import { drawSignatures } from './draw-signatures.ts';
import { drawTable } from './draw-table.ts';
import { keepTogether, printable, tagged, write, type Sheet } from './sheet.ts';
import { shown, type Block, type Field, type Run } from './paper.ts';

/** `foot`: points to keep free under a last block of signatures. */
export function drawBlock(sheet: Sheet, block: Block, foot: number): void {
  switch (block.kind) {
    case 'title':
      return drawTitle(sheet, block.text, block.under);
    case 'heading':
      return drawHeading(sheet, block.text);
    case 'fields':
      return drawRuns(sheet, fieldRuns(block.fields), 'left');
    case 'paragraph':
      return drawRuns(sheet, block.runs, block.align ?? 'left', block.indent ? sheet.sizes.body * 2 : 0);
    case 'list':
      return drawList(sheet, block.items, block.marker ?? 'number');
    case 'table':
      return drawTable(sheet, block);
    case 'signatures':
      return drawSignatures(sheet, block, foot);
  }
}

function drawTitle(sheet: Sheet, text: string, under: string | undefined): void {
  const { doc, sizes, left, width } = sheet;
  const [title, line] = [printable(text), printable(under ?? '')];
  tagged(sheet, 'H1', () => write(sheet, 'bold', sizes.title).text(title, left, doc.y, { width, align: 'center' }));
  if (line !== '')
    tagged(sheet, 'P', () =>
      write(sheet, 'medium', sizes.body).text(line, left, doc.y + 1, { width, align: 'center' }),
    );
  doc.y += sizes.body * 0.8;
}

function drawHeading(sheet: Sheet, text: string): void {
  const { doc, sizes, left, width } = sheet;
  const line = printable(text);
  keepTogether(sheet, sizes.body * 4);
  doc.y += sizes.body * 0.4;
  tagged(sheet, 'H2', () => write(sheet, 'bold', sizes.body).text(line, left, doc.y, { width }));
  doc.y += sizes.body * 0.25;
}

const fieldRuns = (fields: readonly Field[]): Run[] =>
  fields.flatMap((field, index) => [
    { text: `${index === 0 ? '' : '     '}${field.label}: ` },
    { text: shown(field.value), filled: true },
  ]);

function drawRuns(sheet: Sheet, runs: readonly Run[], align: 'left' | 'center' | 'justify', indent = 0): void {
  const { doc, sizes, left, width } = sheet;
  const filled = runs.filter((run) => run.text !== '').map((run) => ({ ...run, text: printable(run.text) }));
  // pdfkit centres each piece of a continued line by itself: a centred line is one piece.
  const lines = align === 'center' ? [{ text: filled.map((run) => run.text).join(''), filled: true }] : filled;
  keepTogether(sheet, sizes.body * 1.5);
  tagged(sheet, 'P', () => {
    doc.x = left;
    lines.forEach((run: Run, index) => {
      write(sheet, run.bold ? 'bold' : run.italic ? 'italic' : run.filled ? 'medium' : 'regular', sizes.body);
      doc.text(run.text, {
        width,
        align,
        lineGap: 1.6,
        indent: index === 0 ? indent : 0,
        continued: index < lines.length - 1,
      });
    });
  });
  doc.y += sizes.body * 0.2;
}

function drawList(sheet: Sheet, items: readonly string[], marker: 'number' | 'dash'): void {
  const { doc, sizes, left, width } = sheet;
  const list = doc.struct('L');
  sheet.root.add(list);
  const entries = items.length === 0 ? [shown(undefined)] : items.map((item) => printable(shown(item)));
  entries.forEach((entry, index) => {
    const label = marker === 'dash' ? '–' : `${index + 1}.`;
    write(sheet, 'regular', sizes.body);
    const room = Math.max(doc.widthOfString(label) + 5, sizes.body * 1.6);
    keepTogether(sheet, sizes.body * 1.5);
    const item = doc.struct('LI');
    list.add(item);
    tagged(sheet, 'Lbl', () => doc.text(label, left, doc.y, { lineBreak: false }), item);
    tagged(sheet, 'LBody', () => doc.text(entry, left + room, doc.y, { width: width - room, lineGap: 2 }), item);
    item.end();
    doc.y += sizes.body * 0.15;
  });
  list.end();
  doc.x = left;
  doc.y += sizes.body * 0.2;
}
