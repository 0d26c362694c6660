/** Two signatures on a result: the competent person's, then, with number and date, the agency's (NĐ 30/2020 art. 13, 14). */
import { readFileSync } from 'node:fs';
import type { PDF, PDFForm } from '@libpdf/core';
import { asDate, dayOf, type Instant, isoOf } from '../../calendar/instant.ts';
import { dayOnPaper } from '../../text/vietnamese-date.ts';
import { documentFault, type DocumentFault, type DocumentFaultCode } from '../document-fault.ts';
import type { SigningField } from '../paper/reserved-field.ts';
import { fontFiles, printable } from '../paper/sheet.ts';
import { isValidOn, type SigningKey, signerOf } from './signing-key.ts';

export type Signing =
  | { readonly pdf: Uint8Array; readonly fault?: undefined }
  | { readonly fault: DocumentFault; readonly pdf?: undefined };

export interface PersonSignature {
  readonly name: string;
  readonly at: Instant;
  /** What the signature means: `Phê duyệt kết quả`. */
  readonly reason?: string;
}

export interface AgencySeal {
  readonly agency: string;
  /** Whole number and symbol as printed: `12/GPXD-UBND`. */
  readonly number: string;
  /** Written before the date: `Tân Biên`. */
  readonly place: string;
  readonly at: Instant;
}

/** Signature fields by name; a verifier finds who signed as what. */
export const PERSON_FIELD = 'person_signature';
export const AGENCY_FIELD = 'agency_signature';

/** The person's signature over the whole paper, as an incremental update (PAdES B-B, ETSI EN 319 142-1). */
export async function signAsPerson(
  bytes: Uint8Array,
  key: SigningKey,
  { name, at, reason }: PersonSignature,
): Promise<Signing> {
  const opened = await open(bytes, key, at);
  if (!('pdf' in opened)) return opened;
  const { pdf, form } = opened;
  if (isSigned(form)) return refused('documents.already-signed');
  await fill(pdf, form, { person_mark: `Ký bởi: ${name}`, person_time: `Thời gian ký: ${signingTime(at)}` });
  return apply(pdf, key, PERSON_FIELD, at, reason);
}

/**
 * The clerk's step: number and date are filled into the fields the paper reserved for them, then the agency's signature
 * covers all of it. Filling a form field is a change the first signature allows, so both stay valid.
 */
export async function sealAsAgency(
  bytes: Uint8Array,
  key: SigningKey,
  { agency, number, place, at }: AgencySeal,
): Promise<Signing> {
  const opened = await open(bytes, key, at);
  if (!('pdf' in opened)) return opened;
  const { pdf, form } = opened;
  if (!form?.getSignatureField(PERSON_FIELD)?.isSigned()) return refused('documents.not-signed-by-person');
  if (form.getSignatureField(AGENCY_FIELD)?.isSigned()) return refused('documents.already-sealed');
  if (!form.getTextField('document_number') || !form.getTextField('document_date'))
    return refused('documents.no-place-for-number');
  await fill(pdf, form, {
    document_number: `Số: ${number}`,
    document_date: `${place}, ${dayOnPaper(dayOf(at))}`,
    agency_mark: `Ký bởi: ${agency}`,
    agency_time: `Thời gian ký: ${signingTime(at)}`,
  });
  return apply(pdf, key, AGENCY_FIELD, at, `Ban hành văn bản số ${number}`);
}

/** The agency alone, over a paper that bears its number and date already: a receipt. */
export async function sealNumbered(
  bytes: Uint8Array,
  key: SigningKey,
  { agency, at, reason }: Pick<AgencySeal, 'agency' | 'at'> & { readonly reason: string },
): Promise<Signing> {
  const opened = await open(bytes, key, at);
  if (!('pdf' in opened)) return opened;
  const { pdf, form } = opened;
  if (isSigned(form)) return refused('documents.already-sealed');
  await fill(pdf, form, { agency_mark: `Ký bởi: ${agency}`, agency_time: `Thời gian ký: ${signingTime(at)}` });
  return apply(pdf, key, AGENCY_FIELD, at, reason);
}

async function open(
  bytes: Uint8Array,
  key: SigningKey,
  at: Instant,
): Promise<{ pdf: PDF; form: PDFForm | null } | { fault: DocumentFault }> {
  if (!isValidOn(key.certificate, at)) return refused('documents.certificate-not-valid');
  const pdf = await readPdf(bytes);
  return pdf ? { pdf, form: pdf.getForm() } : refused('documents.unreadable-pdf');
}

/** Undefined for bytes that are no PDF. Only papers this program printed come here: find-signatures.ts says why. */
async function readPdf(bytes: Uint8Array): Promise<PDF | undefined> {
  // only who signs or merges waits for the library
  const library = await import('@libpdf/core');
  try {
    return await library.PDF.load(bytes);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

const isSigned = (form: PDFForm | null): boolean =>
  form?.getSignatureFields().some((field) => field.isSigned()) ?? false;

async function fill(
  pdf: PDF,
  form: PDFForm | null,
  values: { readonly [field in SigningField]?: string },
): Promise<void> {
  const { PdfNumber } = await import('@libpdf/core');
  const font = pdf.embedFont(readFileSync(fontFiles().regular));
  for (const [name, value] of Object.entries(values)) {
    const field = form?.getTextField(name);
    if (!field) continue;
    // The field is closed to viewers, and the library obeys that too: open it, write, close it.
    const flags = PdfNumber.of(field.flags);
    field.acroField().set('Ff', PdfNumber.of(field.flags & ~READ_ONLY));
    field.setFont(font);
    field.setValue(printable(value).replaceAll('\n', ' '));
    field.acroField().set('Ff', flags);
  }
}

const READ_ONLY = 1;

async function apply(pdf: PDF, key: SigningKey, fieldName: string, at: Instant, reason?: string): Promise<Signing> {
  const { bytes } = await pdf.sign({
    signer: signerOf(key),
    signingTime: asDate(at),
    fieldName,
    level: 'B-B',
    reason: reason && plain(reason),
  });
  return { pdf: bytes };
}

/** `23-11-2026 10:15:30 +07:00`, the time shown with a signature (NĐ 30/2020, Annex I). */
function signingTime(at: Instant): string {
  const iso = isoOf(at);
  return `${iso.slice(0, 10).split('-').reverse().join('-')} ${iso.slice(11, 19)} +07:00`;
}

/** The library escapes these characters twice, so that a reader would show the backslashes. */
const plain = (text: string): string =>
  printable(text).replaceAll('\n', ' ').replaceAll('(', '[').replaceAll(')', ']').replaceAll('\\', '/');

const refused = (code: DocumentFaultCode): { fault: DocumentFault } => ({ fault: documentFault(code) });
