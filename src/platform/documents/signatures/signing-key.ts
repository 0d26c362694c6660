/** Keys that sign papers: a private key with the certificate that says whose it is. */
import { createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import type { Signer } from '@libpdf/core';
import { type Instant } from '../../calendar/instant.ts';
import { attempt } from './attempt.ts';
import { documentFault, type DocumentFault } from '../document-fault.ts';
import { TEST_MARK } from './test-certificate.ts';

export interface SigningKey {
  readonly certificate: X509Certificate;
  /** Certificates between the holder's and the trusted one, the trusted one last. */
  readonly chain: readonly X509Certificate[];
  readonly key: KeyObject;
  /** Made by a demo installation for itself. */
  readonly test: boolean;
}

/** `demo` and `bench` take test keys, `production` refuses them. */
export type KeyMode = 'demo' | 'production' | 'bench';

export type KeyReading =
  | { readonly key: SigningKey; readonly fault?: undefined }
  | { readonly fault: DocumentFault; readonly key?: undefined };

/** Reads a PEM file that holds the private key, the holder's certificate, then the chain. */
export function readSigningKey(pem: string, mode: KeyMode): KeyReading {
  const blocks = pem.match(/-----BEGIN ([A-Z ]+)-----[^-]+-----END \1-----/g) ?? [];
  const certificates = attempt(() =>
    blocks.filter((block) => block.includes('BEGIN CERTIFICATE')).map((block) => new X509Certificate(block)),
  );
  const privateBlock = blocks.find((block) => block.includes('PRIVATE KEY'));
  const key = privateBlock === undefined ? undefined : attempt(() => createPrivateKey(privateBlock));
  const [certificate, ...chain] = certificates ?? [];
  if (
    !certificate ||
    !key ||
    !certificate.checkPrivateKey(key) ||
    !['rsa', 'ec'].includes(key.asymmetricKeyType ?? '')
  ) {
    return { fault: documentFault('documents.key-unreadable') };
  }
  const test = [certificate, ...chain].some(isTestCertificate);
  if (test && mode === 'production') return { fault: documentFault('documents.test-key-in-production') };
  return { key: { certificate, chain, key, test } };
}

export const isTestCertificate = (certificate: X509Certificate): boolean => certificate.subject.includes(TEST_MARK);

/** Common name: whom the certificate names. */
export const holderOf = (certificate: X509Certificate): string =>
  /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? certificate.subject;

export const isValidOn = (certificate: X509Certificate, at: Instant): boolean =>
  certificate.validFromDate.getTime() <= at && at <= certificate.validToDate.getTime();

/** The key in the shape the PDF library calls: it hashes with SHA-256 and signs. */
export function signerOf({ certificate, chain, key }: SigningKey): Signer {
  const elliptic = key.asymmetricKeyType === 'ec';
  return {
    certificate: new Uint8Array(certificate.raw),
    certificateChain: chain.map((link) => new Uint8Array(link.raw)),
    keyType: elliptic ? 'EC' : 'RSA',
    signatureAlgorithm: elliptic ? 'ECDSA' : 'RSASSA-PKCS1-v1_5',
    sign: (data) => Promise.resolve(new Uint8Array(sign('sha256', data, elliptic ? { key, dsaEncoding: 'der' } : key))),
  };
}
