/** The key ring of an installation: whose key signs. A demonstration makes test keys for itself; production reads those its certification authority gave. */
import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config/config.ts';
import { documentFault } from '../document-fault.ts';
import { type KeyMode, type KeyReading, readSigningKey } from './signing-key.ts';
import { type KeyHolder, makeTestKeys } from './test-keys.ts';

/** Where the keys lie: `<id>.pem` of a position or a unit in production, test keys beside their authority elsewhere. */
export const keyFolder = (config: Pick<Config, 'dataDir'>): string => join(config.dataDir, 'keys', 'signing');

export const TEST_AUTHORITY = 'Vàm Cỏ';

export function findKey(
  { config, mode }: { readonly config: Pick<Config, 'dataDir'>; readonly mode: KeyMode },
  holder: KeyHolder,
): KeyReading {
  if (mode !== 'production') {
    const made = makeTestKeys(keyFolder(config), { mode, organisation: TEST_AUTHORITY });
    return made.keys ? made.keys.keyOf(holder) : made;
  }
  const file = join(keyFolder(config), `${holder.id}.pem`);
  if (!existsSync(file)) return { fault: documentFault('documents.key-unreadable') };
  return readSigningKey(readFileSync(file, 'utf8'), mode);
}

/** Whom a reader of our papers trusts: the authority of the test keys, in production those in `authorities.pem` beside the keys. */
export function trustedAuthorities({
  config,
  mode,
}: {
  readonly config: Pick<Config, 'dataDir'>;
  readonly mode: KeyMode;
}): readonly X509Certificate[] {
  if (mode !== 'production') {
    const made = makeTestKeys(keyFolder(config), { mode, organisation: TEST_AUTHORITY });
    return made.keys ? [made.keys.authority] : [];
  }
  const file = join(keyFolder(config), 'authorities.pem');
  if (!existsSync(file)) return [];
  const certificates = readFileSync(file, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  return (certificates ?? []).map((pem) => new X509Certificate(pem));
}
