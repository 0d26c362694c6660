/** The CMS block of a PDF signature (RFC 5652): who signed which digest, and whether the signature is theirs. */
import { verify, X509Certificate } from 'node:crypto';
import { attempt } from './attempt.ts';
import { type DerElement, readElement, readElements, readOid } from './der.ts';

export interface SignedData {
  readonly signer: X509Certificate;
  /** Every certificate in the block, the signer's among them. */
  readonly certificates: readonly X509Certificate[];
  readonly digestName: 'sha256' | 'sha384' | 'sha512';
  /** Digest of the document as the signer saw it. */
  readonly messageDigest: Uint8Array;
  /** The signer's key made the signature over these attributes. */
  readonly verified: boolean;
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const DIGESTS: Record<string, SignedData['digestName']> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Reads the first signer of the block. Undefined for what is not DER, not CMS, or lacks what a PAdES signature needs. */
export function readSignedData(der: Uint8Array): SignedData | undefined {
  const parts = contentOf(der);
  const certificates = certificatesOf(parts?.find((part) => part.tag === 0xa0));
  const infos = parts?.findLast((part) => part.tag === 0x31);
  const info = infos && readElement(infos.body);
  const fields = info && readElements(info.body);
  if (!certificates || !fields) return undefined;

  const [, sid, digestAlgorithm, attributes, , signature] = fields;
  if (!sid || !digestAlgorithm || attributes?.tag !== 0xa0 || signature?.tag !== 0x04) return undefined;
  const digestName = DIGESTS[readOid(readElement(digestAlgorithm.body)?.body ?? new Uint8Array())];
  const messageDigest = attributeOf(attributes, MESSAGE_DIGEST);
  const signer = certificates.find((certificate) => isSigner(certificate, sid));
  if (!signer || !digestName || !messageDigest) return undefined;

  // RFC 5652, 5.4: what is signed is the attributes as a SET, not with the tag they carry here.
  const signed = Buffer.concat([Uint8Array.of(0x31), attributes.raw.subarray(1)]);
  const verified = attempt(() => verify(digestName, signed, signer.publicKey, signature.body)) ?? false;
  return { signer, certificates, digestName, messageDigest, verified };
}

function contentOf(der: Uint8Array): DerElement[] | undefined {
  const outer = readElement(der);
  if (!outer || !restIsZero(der, outer.raw.length)) return undefined;
  const [type, content] = readElements(outer.body) ?? [];
  if (!type || !content || readOid(type.body) !== SIGNED_DATA) return undefined;
  const data = readElement(content.body);
  return data && readElements(data.body);
}

/** The hole left for a signature is larger than the signature; anything but zeros in the rest was put there later. */
const restIsZero = (bytes: Uint8Array, from: number): boolean => bytes.subarray(from).every((byte) => byte === 0);

function certificatesOf(element: DerElement | undefined): X509Certificate[] | undefined {
  const raws = element && readElements(element.body);
  return attempt(() => raws?.map((raw) => new X509Certificate(raw.raw)));
}

/** The signer is named by issuer and serial number. */
function isSigner(certificate: X509Certificate, sid: DerElement): boolean {
  const body = readElement(readElement(certificate.raw)?.body ?? new Uint8Array())?.body;
  const [, serial, , issuer] = (body && readElements(body)) ?? [];
  const [wantedIssuer, wantedSerial] = readElements(sid.body) ?? [];
  return equal(serial?.raw, wantedSerial?.raw) && equal(issuer?.raw, wantedIssuer?.raw);
}

function attributeOf(attributes: DerElement, type: string): Uint8Array | undefined {
  for (const attribute of readElements(attributes.body) ?? []) {
    const [id, values] = readElements(attribute.body) ?? [];
    if (id && values && readOid(id.body) === type) return readElement(values.body)?.body;
  }
  return undefined;
}

const equal = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
