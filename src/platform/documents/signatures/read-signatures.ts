/** The signatures a PDF bears, each checked: whose it is, whether what it covers is unchanged, and how much it covers. */
import { createHash, type X509Certificate } from 'node:crypto';
import { PdfArray, PdfNumber, PdfString, type SignatureField } from '@libpdf/core';
import type { Instant } from '../../calendar/instant.ts';
import { readPdf } from './sign.ts';
import { holderOf, isTestCertificate, isValidOn } from './signing-key.ts';
import { readSignedData, type SignedData } from './signed-data.ts';

export interface SignatureSummary {
  readonly field: string;
  /** Common name in the certificate; undefined when the signature cannot be read. */
  readonly holder: string | undefined;
  /** The moment the signer's program stated. */
  readonly signedAt: Instant | undefined;
  /** The bytes it covers are those that were signed, and the certificate's key signed them. */
  readonly intact: boolean;
  /** Nothing follows what it covers: false for a first signature under a second one. */
  readonly coversWholeFile: boolean;
  /** The certificate leads to one of the trusted ones and was valid when it signed. */
  readonly trusted: boolean;
  /** Made with a key a demo installation made for itself. */
  readonly test: boolean;
}

/** Undefined when the bytes are no PDF. Signatures come in the order they were made. */
export async function readSignatures(
  bytes: Uint8Array,
  trusted: readonly X509Certificate[],
): Promise<SignatureSummary[] | undefined> {
  const pdf = await readPdf(bytes);
  if (!pdf) return undefined;
  const fields = pdf.getForm()?.getSignatureFields() ?? [];
  const found = fields.filter((field) => field.isSigned()).map((field) => ({ field, range: rangeOf(field) }));
  return found
    .sort((a, b) => (a.range?.end ?? 0) - (b.range?.end ?? 0))
    .map(({ field, range }) => summarise(bytes, field, range, trusted));
}

interface SignedRange {
  /** The hole between the two covered parts, which holds the signature itself. */
  readonly holeStart: number;
  readonly holeEnd: number;
  readonly end: number;
}

function summarise(
  bytes: Uint8Array,
  field: SignatureField,
  range: SignedRange | undefined,
  trusted: readonly X509Certificate[],
): SignatureSummary {
  const contents = field.getSignatureDict()?.get('Contents');
  const data = contents instanceof PdfString ? readSignedData(contents.bytes) : undefined;
  const signedAt = timeOf(field);
  const intact =
    data !== undefined &&
    range !== undefined &&
    contents instanceof PdfString &&
    isIntact(bytes, range, contents.bytes, data);
  return {
    field: field.name,
    holder: data && holderOf(data.signer),
    signedAt,
    intact,
    coversWholeFile: intact && range.end === bytes.length,
    trusted: intact && signedAt !== undefined && leadsTo(data, trusted, signedAt),
    test: data?.certificates.some(isTestCertificate) ?? false,
  };
}

/** The covered parts are all of the file up to `end` but the hole, the hole holds the signature and nothing else, and the digest is the signed one. */
function isIntact(bytes: Uint8Array, range: SignedRange, contents: Uint8Array, data: SignedData): boolean {
  const { holeStart, holeEnd, end } = range;
  if (!(holeStart > 0 && holeStart < holeEnd && holeEnd < end && end <= bytes.length)) return false;
  const hole = Buffer.from(bytes.subarray(holeStart, holeEnd)).toString('latin1');
  const hex = Buffer.from(contents).toString('hex');
  if (hole !== `<${hex}>` && hole !== `<${hex.toUpperCase()}>`) return false;
  const digest = createHash(data.digestName)
    .update(bytes.subarray(0, holeStart))
    .update(bytes.subarray(holeEnd, end))
    .digest();
  return data.verified && digest.equals(data.messageDigest);
}

function rangeOf(field: SignatureField): SignedRange | undefined {
  const array = field.getSignatureDict()?.get('ByteRange');
  if (!(array instanceof PdfArray) || array.length !== 4) return undefined;
  const [start, holeStart, holeEnd, length] = array
    .toArray()
    .map((item) => (item instanceof PdfNumber ? item.value : Number.NaN));
  if (start !== 0 || holeStart === undefined || holeEnd === undefined || length === undefined) return undefined;
  return { holeStart, holeEnd, end: holeEnd + length };
}

/** PDF date (ISO 32000-1, 7.9.4): `D:20261123031530Z`, or with an offset `+07'00'`. */
function timeOf(field: SignatureField): Instant | undefined {
  const text = field.getSignatureDict()?.get('M');
  const match =
    text instanceof PdfString
      ? /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d))?/.exec(text.asString())
      : null;
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, hours, minutes] = match;
  const at = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`,
  );
  return Number.isNaN(at) ? undefined : (at as Instant);
}

/** Walks from the signer's certificate, by whom it was issued, to a trusted one. */
function leadsTo(data: SignedData, trusted: readonly X509Certificate[], at: Instant): boolean {
  let link: X509Certificate | undefined = data.signer;
  for (let steps = 0; link && steps < 5; steps++) {
    const current: X509Certificate = link;
    if (!isValidOn(current, at)) return false;
    if (trusted.some((root) => root.raw.equals(current.raw) || (isIssuedBy(current, root) && isValidOn(root, at))))
      return true;
    link = data.certificates.find((other) => !other.raw.equals(current.raw) && isIssuedBy(current, other));
  }
  return false;
}

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
