/** Places left open on a paper for what is written while it is being signed: number, date, and the marks of the signatures. */
import type { Sheet } from './sheet.ts';
import type { ReservedField } from './paper.ts';

export type SigningField = ReservedField | 'person_mark' | 'person_time' | 'agency_mark' | 'agency_time';

/** Where the line starts, how much room it has, and its size when it needs no shrinking: points. */
export interface ReservedLine {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly align: 'left' | 'center' | 'right';
}

/** What a screen reader calls the field. */
const NAMES: Record<SigningField, string> = {
  document_number: 'Số, ký hiệu văn bản',
  document_date: 'Địa danh và ngày ban hành',
  person_mark: 'Chữ ký số của người có thẩm quyền',
  person_time: 'Thời gian người có thẩm quyền ký số',
  agency_mark: 'Chữ ký số của cơ quan',
  agency_time: 'Thời gian cơ quan ký số',
};

/** Reserves one line and returns its height. Text that is too long for it is set smaller, never cut. */
export function reserveField(sheet: Sheet, name: SigningField, { x, y, width, size, align }: ReservedLine): number {
  const { doc } = sheet;
  // Font size 0 fits the text to its box: seven tenths of the height inside a border of 2 points.
  const height = size / 0.7 + 4;
  doc.font('regular');
  if (!forms.has(doc)) {
    doc.initForm();
    // Else viewers would draw the fields anew, with a font that lacks the letters.
    delete (doc as unknown as PdfkitInside)._root.data.AcroForm.data.NeedAppearances;
    forms.add(doc);
  }
  const element = doc.struct('Form', {});
  sheet.root.add(element);
  doc.formText(name, x, y, width, height, {
    structParent: element,
    TU: pdfString(NAMES[name]),
    align,
    // Only the program fills it; a viewer offers no typing.
    readOnly: true,
  });
  element.end();
  return height;
}

interface PdfkitInside {
  readonly _root: { data: { AcroForm: { data: { NeedAppearances?: boolean } } } };
}

/** pdfkit writes a primitive string as a PDF name and a String object as text. */
// oxlint-disable-next-line no-new-wrappers
const pdfString = (text: string): unknown => Object(text);

/** Papers whose form was begun: pdfkit would begin a second one. */
const forms = new WeakSet<PDFKit.PDFDocument>();
