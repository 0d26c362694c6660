/** The foot of the text: who signs, side by side, with room for the signature. */
import { reserveField } from './reserved-field.ts';
import { keepTogether, printable, tagged, write, type Sheet } from './sheet.ts';
import type { Block, Signer } from './paper.ts';

type Signatures = Extract<Block, { kind: 'signatures' }>;

/** `foot` points are kept on the same page for what follows, so that no page holds a QR code alone. */
export function drawSignatures(sheet: Sheet, { signers, recipients = [] }: Signatures, foot: number): void {
  const { doc, sizes } = sheet;
  // One signer alone stands in the right half, as the rule has it (NĐ 30/2020, Annex I).
  const columns = Math.max(signers.length, 2);
  const room = sizes.body * 3.8;
  const titleLines = Math.max(...signers.map((signer) => signer.title.length));
  keepTogether(sheet, sizes.body * 1.5 * (titleLines + 2.5) + room + foot);
  const top = doc.y + sizes.body * 0.6;
  const width = sheet.width / columns;
  const ends = signers.map((signer, index) => {
    doc.y = top;
    return drawSigner(sheet, signer, { x: sheet.left + width * (columns - signers.length + index), width }, room);
  });
  doc.y = top;
  if (columns > signers.length && recipients.length > 0) ends.push(drawRecipients(sheet, recipients, width));
  doc.x = sheet.left;
  doc.y = Math.max(...ends);
}

function drawSigner(sheet: Sheet, signer: Signer, side: { x: number; width: number }, room: number): number {
  const { doc, sizes } = sheet;
  const centre = { width: side.width, align: 'center' } as const;
  for (const title of signer.title.map(printable)) {
    tagged(sheet, 'P', () => write(sheet, 'bold', sizes.body).text(title, side.x, doc.y, centre));
  }
  if (signer.note !== undefined) {
    const note = printable(signer.note);
    tagged(sheet, 'P', () => write(sheet, 'italic', sizes.small + 1).text(note, side.x, doc.y, centre));
  }
  if (signer.electronicMark) {
    const line = { ...side, size: sizes.small, align: 'center' } as const;
    const height = reserveField(sheet, 'person_mark', { ...line, y: doc.y + 3 });
    reserveField(sheet, 'person_time', { ...line, y: doc.y + 3 + height * 0.8 });
  }
  doc.y += room;
  const name = printable(signer.name ?? '');
  if (name !== '') tagged(sheet, 'P', () => write(sheet, 'bold', sizes.body).text(name, side.x, doc.y, centre));
  return doc.y + sizes.body * 0.4;
}

/** `Nơi nhận:` and whom the paper is sent to, smaller than the text (NĐ 30/2020, Annex I). */
function drawRecipients(sheet: Sheet, recipients: readonly string[], width: number): number {
  const { doc, sizes, left } = sheet;
  tagged(sheet, 'P', () => write(sheet, 'bold', sizes.small + 1.5).text('Nơi nhận:', left, doc.y, { width }));
  for (const recipient of recipients.map((name) => printable(`- ${name}`))) {
    tagged(sheet, 'P', () => write(sheet, 'regular', sizes.small + 0.5).text(recipient, left, doc.y, { width }));
  }
  return doc.y;
}
