/** The sheet under the pen: a tagged PDF in Vietnamese whose bytes depend on its content and creation time alone. */
import { createRequire } from 'node:module';
import Pdfkit from 'pdfkit';
import { asDate, type Instant } from '../../calendar/instant.ts';
import type { Paper } from './paper.ts';

export type Tag = PDFKit.PDFStructureElement;

export interface Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly root: Tag;
  readonly sizes: TextSizes;
  readonly left: number;
  readonly width: number;
  readonly bytes: Promise<Uint8Array>;
}

/** Points. */
export interface TextSizes {
  readonly body: number;
  readonly title: number;
  readonly head: number;
  readonly small: number;
}

export type Face = 'regular' | 'medium' | 'bold' | 'italic';

const A5 = { size: 'A5', margins: { top: 30, bottom: 40, left: 42, right: 34 } } as const;
// NĐ 30/2020, Annex I: left 30-35 mm, right 15-20 mm, top and bottom 20-25 mm.
const A4 = { size: 'A4', margins: { top: 57, bottom: 57, left: 85, right: 51 } } as const;
const A4_LANDSCAPE = {
  size: 'A4',
  layout: 'landscape',
  margins: { top: 36, bottom: 40, left: 36, right: 36 },
} as const;

const SHAPES = { A5, A4, 'A4-landscape': A4_LANDSCAPE } as const;
const SIZES: Record<Paper['format'], TextSizes> = {
  A5: { body: 9.3, title: 12.5, head: 8, small: 7 },
  A4: { body: 12, title: 15, head: 10.5, small: 8.5 },
  'A4-landscape': { body: 8.5, title: 13, head: 9.5, small: 7.5 },
};

export function openSheet(paper: Paper, at: Instant): Sheet {
  const date = asDate(at);
  const doc = new Pdfkit({
    ...SHAPES[paper.format],
    pdfVersion: '1.7',
    tagged: true,
    lang: 'vi',
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: paper.title,
      Author: paper.letterhead.body,
      Creator: 'Vàm Cỏ',
      Producer: 'Vàm Cỏ',
      CreationDate: date,
      ModDate: date,
    },
  });
  for (const [face, file] of Object.entries(fontFiles())) doc.registerFont(face, file);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const margins = doc.page.margins;
  return {
    doc,
    root,
    sizes: SIZES[paper.format],
    left: margins.left,
    width: doc.page.width - margins.left - margins.right,
    bytes: collect(doc),
  };
}

export function closeSheet(sheet: Sheet): Promise<Uint8Array> {
  sheet.root.end();
  sheet.doc.end();
  return sheet.bytes;
}

/** Draws inside a structure element, so that a screen reader meets it in reading order. */
export function tagged(sheet: Sheet, type: string, draw: () => void, parent: Tag = sheet.root): void {
  const element = sheet.doc.struct(type, {}, draw);
  parent.add(element);
  element.end();
}

/** Draws what a screen reader passes over: rules, page numbers. */
export function asArtifact(sheet: Sheet, draw: () => void): void {
  sheet.doc.markContent('Artifact', { type: 'Layout' });
  draw();
  sheet.doc.endMarkedContent();
}

export function write(sheet: Sheet, face: Face, size: number): PDFKit.PDFDocument {
  return sheet.doc.font(face).fontSize(size).fillColor('black');
}

export const bottomOf = (sheet: Sheet): number => sheet.doc.page.height - sheet.doc.page.margins.bottom;

/** Starts a new page when less than `height` points are left on this one. */
export function keepTogether(sheet: Sheet, height: number): void {
  if (sheet.doc.y + height > bottomOf(sheet)) sheet.doc.addPage();
}

/** Text as it is drawn: composed letters (a mark drawn apart is extracted apart), no control characters but line breaks. */
export function printable(text: string): string {
  return text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\t', ' ').replaceAll(CONTROLS, '');
}

const CONTROLS = /[[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069\ufeff]--[\n]]/gv;

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
}

/** Times New Roman is what the rule names and is not ours to ship; Be Vietnam Pro is free and drawn for Vietnamese. */
export function fontFiles(): Record<Face, string> {
  const font = (name: string, file: string) =>
    require.resolve(`@expo-google-fonts/be-vietnam-pro/${name}/BeVietnamPro_${file}.ttf`);
  return {
    regular: font('400Regular', '400Regular'),
    medium: font('500Medium', '500Medium'),
    bold: font('700Bold', '700Bold'),
    italic: font('400Regular_Italic', '400Regular_Italic'),
  };
}

const require = createRequire(import.meta.url);
