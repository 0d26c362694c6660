/** Certificates of a demo installation: an authority of its own and the people and agencies it vouches for, each marked as a test. */
import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import {
  bitString,
  boolean,
  explicit,
  implicit,
  integer,
  octetString,
  oid,
  readElement,
  readElements,
  sequence,
  set,
  utcTime,
  utf8,
} from './der.ts';

/** Stands in the subject of every key that an installation makes for itself. */
export const TEST_MARK = 'KHÓA THỬ NGHIỆM – TEST KEY';

export interface Issued {
  readonly certificate: Uint8Array;
  readonly key: KeyObject;
  readonly name: Uint8Array;
}

const ECDSA_SHA256 = '1.2.840.10045.4.3.2';
// Wide, because a simulated province signs on days long past and to come.
const VALID_FROM = '20200101000000Z';
const VALID_TO = '20451231235959Z';

export function makeAuthority(organisation: string): Issued {
  return issue({ commonName: `Cơ quan chứng thực thử nghiệm – ${organisation}`, organisation });
}

export const makeHolder = (authority: Issued, holder: { commonName: string; organisation: string }): Issued =>
  issue(holder, authority);

/** An X.509 v3 certificate over a fresh P-256 key (RFC 5280); without an issuer it signs itself and may sign others. */
function issue(subject: { commonName: string; organisation: string }, issuer?: Issued): Issued {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicInfo = publicKey.export({ type: 'spki', format: 'der' });
  const name = distinguishedName(subject);
  const algorithm = sequence(oid(ECDSA_SHA256));
  const body = sequence(
    explicit(0, integer(Uint8Array.of(2))),
    integer(positive(randomBytes(16))),
    algorithm,
    issuer?.name ?? name,
    sequence(utcTime(VALID_FROM), utcTime(VALID_TO)),
    name,
    publicInfo,
    explicit(3, sequence(...extensions(publicInfo, issuer))),
  );
  const signature = sign('sha256', body, { key: issuer?.key ?? privateKey, dsaEncoding: 'der' });
  return { certificate: sequence(body, algorithm, bitString(signature)), key: privateKey, name };
}

function distinguishedName({ commonName, organisation }: { commonName: string; organisation: string }): Uint8Array {
  const part = (type: string, value: string) => set(sequence(oid(type), utf8(value)));
  return sequence(
    part('2.5.4.6', 'VN'),
    part('2.5.4.10', organisation),
    part('2.5.4.11', TEST_MARK),
    part('2.5.4.3', commonName),
  );
}

function extensions(publicInfo: Uint8Array, issuer: Issued | undefined): Uint8Array[] {
  const extension = (id: string, critical: boolean, value: Uint8Array) =>
    sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value));
  // Key usage bits: a holder signs and cannot deny it (0, 1); an authority signs certificates (5).
  const usage = issuer ? bitString(Uint8Array.of(0b1100_0000), 6) : bitString(Uint8Array.of(0b0000_0100), 2);
  return [
    extension('2.5.29.19', true, issuer ? sequence() : sequence(boolean(true))),
    extension('2.5.29.15', true, usage),
    extension('2.5.29.14', false, octetString(keyIdentifier(publicInfo))),
    ...(issuer
      ? [
          extension(
            '2.5.29.35',
            false,
            sequence(implicit(0, keyIdentifier(createPublicKey(issuer.key).export({ type: 'spki', format: 'der' })))),
          ),
        ]
      : []),
  ];
}

const keyIdentifier = (publicInfo: Uint8Array): Uint8Array => createHash('sha1').update(publicInfo).digest();

/** The subject of a certificate as it stands there, to be written as issuer into others. RFC 5280 4.1: version, serial, algorithm, issuer, validity, subject. */
export function subjectName(certificate: Uint8Array): Uint8Array {
  const body = readElement(readElement(certificate)?.body ?? certificate)?.body ?? certificate;
  const subject = readElements(body)?.[5];
  if (!subject) throw new Error('a certificate without a subject');
  return subject.raw;
}

/** A serial number with its top bit clear and no leading zero. */
const positive = (bytes: Uint8Array): Uint8Array =>
  Uint8Array.from(bytes, (byte, index) => (index === 0 ? (byte & 0x7f) | 0x40 : byte));
