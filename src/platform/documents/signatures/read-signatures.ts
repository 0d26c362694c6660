/** The signatures a PDF bears, each checked: whose it is, whether what it covers is unchanged, and how much it covers. */
import { createHash, type X509Certificate } from 'node:crypto';
import type { Instant } from '../../calendar/instant.ts';
import { attempt } from './attempt.ts';
import { findSignatures, type FoundSignature } from './find-signatures.ts';
import { holderOf, isTestCertificate, isValidOn } from './signing-key.ts';
import { readSignedData, type SignedData } from './signed-data.ts';

export interface SignatureSummary {
  /** Name of the signature field, `person_signature` or `agency_signature` on our papers; undefined when it cannot be told. */
  readonly field: string | undefined;
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

/** In the order they were made. Never throws, whatever the bytes are. */
export function readSignatures(bytes: Uint8Array, trusted: readonly X509Certificate[]): SignatureSummary[] {
  return findSignatures(bytes).map((found) => summarise(bytes, found, trusted));
}

function summarise(bytes: Uint8Array, found: FoundSignature, trusted: readonly X509Certificate[]): SignatureSummary {
  const { field, signedAt, end } = found;
  const data = found.contents && readSignedData(found.contents);
  const intact = data !== undefined && isIntact(bytes, found, data);
  return {
    field,
    holder: data && holderOf(data.signer),
    signedAt,
    intact,
    coversWholeFile: intact && end === bytes.length,
    trusted: intact && signedAt !== undefined && leadsTo(data, trusted, signedAt),
    test: data?.certificates.some(isTestCertificate) ?? false,
  };
}

function isIntact(bytes: Uint8Array, { holeStart, holeEnd, end }: FoundSignature, data: SignedData): boolean {
  const hash = createHash(data.digestName).update(bytes.subarray(0, holeStart)).update(bytes.subarray(holeEnd, end));
  return data.verified && hash.digest().equals(data.messageDigest);
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
  attempt(() => issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)) ?? false;
