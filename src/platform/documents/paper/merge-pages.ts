/** Merging pages: photographs and scans of one paper as one PDF, each on an A4 page of its own, turned as it was turned by hand. */
import type { PDF } from '@libpdf/core';

export interface PageImage {
  readonly bytes: Uint8Array;
  readonly type: 'jpeg' | 'png';
  /** Degrees clockwise. */
  readonly turn: Turn;
}

export const TURNS = [0, 90, 180, 270] as const;
export type Turn = (typeof TURNS)[number];

/** Points. */
const A4 = { width: 595, height: 842 };
const MARGIN = 18;

/** Undefined when one of them is no picture that can be read. */
export async function mergePages(images: readonly PageImage[]): Promise<Uint8Array | undefined> {
  // only who merges or signs waits for the library
  const library = await import('@libpdf/core');
  const pdf = library.PDF.create();
  try {
    for (const image of images) addImage(pdf, image);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
  return pdf.save();
}

function addImage(pdf: PDF, { bytes, type, turn }: PageImage): void {
  const image = type === 'jpeg' ? pdf.embedJpeg(bytes) : pdf.embedPng(bytes);
  const isLying = turn === 90 || turn === 270;
  // the page is turned afterwards: a lying picture gets a lying page
  const page = pdf.addPage(isLying ? { width: A4.height, height: A4.width } : A4);
  const [wide, high] = isLying ? [A4.height, A4.width] : [A4.width, A4.height];
  const scale = Math.min((wide - 2 * MARGIN) / image.width, (high - 2 * MARGIN) / image.height);
  const width = image.width * scale;
  const height = image.height * scale;
  page.drawImage(image, { x: (wide - width) / 2, y: (high - height) / 2, width, height });
  page.setRotation(turn);
}
