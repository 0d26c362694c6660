/** The keys a demo installation makes for itself, kept in its keys folder, each made the first time it is asked for. */
import { X509Certificate } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../../db/ids.ts';
import { documentFault } from '../document-fault.ts';
import { type KeyMode, type KeyReading, readSigningKey } from './signing-key.ts';
import { type Issued, makeAuthority, makeHolder, subjectName } from './test-certificate.ts';

export interface KeyHolder {
  /** Stable id of the person or unit; names the file. */
  readonly id: string;
  /** Printed in the certificate: the person's full name, or the agency's. */
  readonly name: string;
  readonly organisation: string;
}

export interface TestKeys {
  /** The holder's key; made on the first call, read from the folder afterwards, also by another process. */
  readonly keyOf: (holder: KeyHolder) => KeyReading;
  /** What a reader trusts to find these signatures genuine. */
  readonly authority: X509Certificate;
}

export type TestKeysReading =
  | { readonly keys: TestKeys; readonly fault?: undefined }
  | (Extract<KeyReading, { key?: undefined }> & { readonly keys?: undefined });

/** Production is refused: its keys come from a certification authority. */
export function makeTestKeys(
  folder: string,
  { mode, organisation }: { mode: KeyMode; organisation: string },
): TestKeysReading {
  if (mode === 'production') return { fault: documentFault('documents.test-key-in-production') };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authorityPem = once(join(folder, 'test-authority.pem'), () => pemOf(makeAuthority(organisation)));
  const authority = readSigningKey(authorityPem, mode);
  if (!authority.key) return authority;
  const { certificate, key } = authority.key;
  const issuer: Issued = { certificate: certificate.raw, key, name: subjectName(certificate.raw) };
  const keyOf = (holder: KeyHolder): KeyReading => {
    const make = () =>
      pemOf(makeHolder(issuer, { commonName: holder.name, organisation: holder.organisation }), certificate);
    return readSigningKey(once(join(folder, `test-${encodeURIComponent(holder.id)}.pem`), make), mode);
  };
  return { keys: { keyOf, authority: certificate } };
}

/** The content of a file that is written whole and once: when two processes make it together, both get the first one's. */
function once(file: string, make: () => string): string {
  if (!existsSync(file)) {
    const draft = `${file}.${newId()}`;
    writeFileSync(draft, make(), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(draft);
    }
  }
  return readFileSync(file, 'utf8');
}

function pemOf({ certificate, key }: Issued, issuer?: X509Certificate): string {
  const own = new X509Certificate(certificate).toString();
  return `${key.export({ type: 'pkcs8', format: 'pem' }).toString()}${own}${issuer?.toString() ?? ''}`;
}
