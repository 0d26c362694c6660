/**
 * Page painter: a thread of its own that draws the first pages of a PDF as one picture. PDFium runs here as WebAssembly, which reaches
 * neither files nor network; what hangs or breaks on a strange file is ended with its thread and takes nothing else along.
 */
import { parentPort } from 'node:worker_threads';
import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import { encodePng, type Pixels } from './png.ts';

export interface PaintOrder {
  readonly bytes: Uint8Array;
  /** Of the picture, in pixels. */
  readonly width: number;
  readonly mostPages: number;
}

export type Painted = { readonly png: Uint8Array } | { readonly unreadable: string };

/** A strip of paper longer than this is cut: no office paper is. */
const TALLEST = 3;
const GAP = 12;

const library = PDFiumLibrary.init();

parentPort?.on('message', (order: PaintOrder) => {
  void paint(order)
    .catch((error: unknown): Painted => ({ unreadable: String(error) }))
    .then((painted) => parentPort?.postMessage(painted, []));
});

async function paint({ bytes, width, mostPages }: PaintOrder): Promise<Painted> {
  const document = await (await library).loadDocument(bytes);
  try {
    const pages: Pixels[] = [];
    const count = Math.min(document.getPageCount(), mostPages);
    for (let index = 0; index < count; index++) pages.push(await paintPage(document, index, width));
    return pages.length === 0 ? { unreadable: 'no pages' } : { png: encodePng(stack(pages, width)) };
  } finally {
    document.destroy();
  }
}

async function paintPage(document: PDFiumDocument, index: number, width: number): Promise<Pixels> {
  const page = document.getPage(index);
  const height = heightOf(page, width);
  const { data } = await page.render({ width, height, renderFormFields: true });
  return { width, height, data };
}

function heightOf(page: PDFiumPage, width: number): number {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  return Math.max(1, Math.round(width * Math.min(TALLEST, originalHeight / originalWidth)));
}

/** One under the other with a grey line's width between, so that two pages do not read as one. */
function stack(pages: readonly Pixels[], width: number): Pixels {
  const height = pages.reduce((sum, page) => sum + page.height + GAP, -GAP);
  const data = new Uint8Array(width * height * 4).fill(0xb8);
  let top = 0;
  for (const page of pages) {
    data.set(page.data, top * width * 4);
    top += page.height + GAP;
  }
  return { width, height, data };
}
