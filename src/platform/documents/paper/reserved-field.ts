/** Places left open on a paper for what is written while it is being signed: number, date, and the marks of the signatures. */
import type { Sheet } from './sheet.ts';
import type { ReservedField } from './paper.ts';

export type SigningField = ReservedField | 'person_mark' | 'agency_mark';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a screen reader calls the field. */
const NAMES: Record<SigningField, string> = {
  document_number: 'Số, ký hiệu văn bản',
  document_date: 'Địa danh và ngày ban hành',
  person_mark: 'Chữ ký số của người ký',
  agency_mark: 'Chữ ký số của cơ quan',
};

export function reserveField(
  sheet: Sheet,
  name: SigningField,
  box: Box,
  fontSize: number,
  align: 'left' | 'center' | 'right',
): void {
  const { doc } = sheet;
  doc.font('regular');
  if (!forms.has(doc)) {
    doc.initForm();
    forms.add(doc);
  }
  const element = doc.struct('Form', {});
  sheet.root.add(element);
  doc.formText(name, box.x, box.y, box.width, box.height, {
    structParent: element,
    TU: pdfString(NAMES[name]),
    fontSize,
    align,
    // Only the program fills it; a viewer offers no typing.
    readOnly: true,
    multiline: name === 'person_mark' || name === 'agency_mark',
  });
  element.end();
}

/** pdfkit writes a primitive string as a PDF name and a String object as text. */
// oxlint-disable-next-line no-new-wrappers
const pdfString = (text: string): unknown => Object(text);

/** Papers whose form was begun: pdfkit would begin a second one. */
const forms = new WeakSet<PDFKit.PDFDocument>();
