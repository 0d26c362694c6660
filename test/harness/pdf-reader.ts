/** Reads the PDFs that tests make: their text with the library the product uses, and with poppler where it is installed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDF } from '@libpdf/core';
import { test } from 'vitest';

type PopplerTool = 'pdftotext' | 'pdfsig' | 'pdfinfo' | 'pdftoppm';

/** They come with poppler-utils, which a fresh machine may lack. */
const TOOLS: readonly PopplerTool[] = ['pdftotext', 'pdfsig', 'pdfinfo', 'pdftoppm'];
const hasPoppler = TOOLS.every((tool) => spawnSync(tool, ['-v']).error === undefined);

export async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await PDF.load(bytes);
  return pdf.getPages().map((page) => page.extractText().text);
}

export const textOf = async (bytes: Uint8Array): Promise<string> => (await pagesOf(bytes)).join('\n');

/** Runs a poppler tool on the bytes and returns what it prints. */
export function poppler(tool: PopplerTool, bytes: Uint8Array, args: readonly string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'vamco-pdf-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, bytes);
    const tail = tool === 'pdftotext' ? ['-'] : [];
    return execFileSync(tool, [...args, file, ...tail], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first page drawn at 72 points an inch: a PPM file. */
export function pixelsOf(bytes: Uint8Array, tool: PopplerTool = 'pdftoppm'): Buffer {
  return execFileSync(tool, ['-r', '72', '-singlefile', '-'], { input: bytes });
}

/** A test that needs poppler's second opinion; where it is missing the run says so. */
export function testWithPoppler(name: string, run: () => Promise<void>): void {
  if (hasPoppler) test(name, run);
  else console.warn(`not run, poppler-utils is not installed: ${name}`);
}
