/** The top of an official paper: issuing body on the left, the name of the State on the right (NĐ 30/2020, Annex I). */
import { reserveField } from './reserved-field.ts';
import { asArtifact, printable, tagged, write, type Face, type Sheet } from './sheet.ts';
import type { Letterhead, LetterheadLine } from './paper.ts';

const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
const LEFT_SHARE = 0.42;
const MARK_TOP = 14;

/** Where the agency's mark ends, which stands in the top margin: a small sheet has less of it than the mark needs. */
export const agencyMarkEnd = ({ sizes }: Sheet): number => MARK_TOP + sizes.small * 3.8;

interface Side {
  readonly x: number;
  readonly width: number;
}

export function drawLetterhead(sheet: Sheet, letterhead: Letterhead): void {
  const { doc, sizes } = sheet;
  const left: Side = { x: sheet.left, width: sheet.width * LEFT_SHARE - 6 };
  const right: Side = { x: sheet.left + sheet.width * LEFT_SHARE + 6, width: sheet.width * (1 - LEFT_SHARE) - 6 };
  if (letterhead.agencyMark) {
    const line = { x: right.x, width: right.width, size: sizes.small, align: 'right' } as const;
    const height = reserveField(sheet, 'agency_mark', { ...line, y: MARK_TOP });
    reserveField(sheet, 'agency_time', { ...line, y: MARK_TOP + height * 0.8 });
  }

  const top = doc.y;
  if (letterhead.parent !== undefined) body(sheet, left, 'regular', letterhead.parent);
  body(sheet, left, 'bold', letterhead.body);
  rule(sheet, left, 0.3);
  const leftEnd = doc.y;

  doc.y = top;
  centred(sheet, right, 'bold', sizes.head, STATE);
  centred(sheet, right, 'bold', sizes.head, MOTTO);
  rule(sheet, right, doc.widthOfString(MOTTO) / right.width);

  doc.y = Math.max(doc.y, leftEnd) + 3;
  const line = doc.y;
  if (letterhead.number) drawLine(sheet, left, letterhead.number, 'regular');
  const numberEnd = doc.y;
  doc.y = line;
  if (letterhead.placeAndDate) drawLine(sheet, right, letterhead.placeAndDate, 'italic');
  doc.y = Math.max(doc.y, numberEnd) + sizes.body * 0.8;
}

function drawLine(sheet: Sheet, side: Side, line: LetterheadLine, face: Face): void {
  if ('text' in line) return centred(sheet, side, face, sheet.sizes.head, line.text);
  sheet.doc.y += reserveField(sheet, line.reserved, {
    ...side,
    y: sheet.doc.y,
    size: sheet.sizes.head,
    align: 'center',
  });
}

/** On as few lines as it needs, these as even as they can be: a name of a place is not torn off its last word. */
function body(sheet: Sheet, side: Side, face: Face, name: string): void {
  const size = sheet.sizes.head;
  const line = name.toUpperCase();
  const width = evenWidth(write(sheet, face, size), printable(line), side.width);
  centred(sheet, { x: side.x + (side.width - width) / 2, width }, face, size, line);
}

function evenWidth(doc: Sheet['doc'], line: string, whole: number): number {
  const height = doc.heightOfString(line, { width: whole });
  let [narrow, wide] = [whole / 2, whole];
  while (wide - narrow > 1) {
    const middle = (narrow + wide) / 2;
    if (doc.heightOfString(line, { width: middle }) > height) narrow = middle;
    else wide = middle;
  }
  return wide;
}

function centred(sheet: Sheet, side: Side, face: Face, size: number, text: string): void {
  const line = printable(text);
  tagged(sheet, 'P', () =>
    write(sheet, face, size).text(line, side.x, sheet.doc.y, { width: side.width, align: 'center' }),
  );
}

function rule(sheet: Sheet, side: Side, share: number): void {
  const length = side.width * Math.min(share, 1);
  const y = sheet.doc.y + 2;
  const x = side.x + (side.width - length) / 2;
  asArtifact(sheet, () =>
    sheet.doc
      .lineWidth(0.6)
      .moveTo(x, y)
      .lineTo(x + length, y)
      .stroke('black'),
  );
  sheet.doc.y = y + 2;
}
