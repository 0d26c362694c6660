import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSecrets, isAllowed, listShipped, thirdPartyText, UNSTATED } from '../../scripts/check-supply-chain.ts';
import { root } from './planted-house.ts';

const folder = mkdtempSync(join(tmpdir(), 'vamco-supply-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('licences', () => {
  it.each(['MIT', '(MIT OR GPL-3.0-or-later)', 'MIT AND OFL-1.1', '(MIT AND Zlib)'])('%s may be shipped', (licence) => {
    expect(isAllowed(licence)).toBe(true);
  });

  it.each(['', 'GPL-3.0-only', 'MIT AND GPL-3.0-only', 'AGPL-3.0-or-later', 'SSPL-1.0', 'SEE LICENSE IN x'])(
    '"%s" may not',
    (licence) => {
      expect(isAllowed(licence)).toBe(false);
    },
  );

  it('are read from what is installed before what the lock file says, and tools of ours are not shipped', () => {
    const manifest = (name: string, fields: object) => {
      mkdirSync(join(folder, 'node_modules', name), { recursive: true });
      writeFileSync(join(folder, 'node_modules', name, 'package.json'), JSON.stringify(fields));
    };
    manifest('changed-its-mind', { license: 'SSPL-1.0' });
    manifest('old', { licenses: [{ type: 'MIT' }, { type: 'GPL-2.0' }] });
    const packages = {
      '': {},
      'node_modules/changed-its-mind': { version: '2.0.0', license: 'MIT' },
      'node_modules/old': { version: '0.1.0' },
      'node_modules/elsewhere': { version: '1.0.0', license: 'ISC' },
      'node_modules/tool': { version: '1.0.0', license: 'GPL-3.0', dev: true },
    };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
    expect(thirdPartyText(listShipped(folder)).split('\n').slice(5, -1)).toEqual([
      '| changed-its-mind | 2.0.0 | SSPL-1.0 |',
      '| elsewhere | 1.0.0 | ISC |',
      '| old | 0.1.0 | MIT OR GPL-2.0 |',
    ]);
  });

  it('that are not stated are a list of packages that are still there', () => {
    const shipped = new Set(listShipped(root).map(({ name, version }) => `${name}@${version}`));
    expect(Object.keys(UNSTATED).filter((debt) => !shipped.has(debt))).toEqual([]);
  });
});

describe('the secrets scan', () => {
  // a bar in each, so that this file holds none; it is taken out when the file is written
  const planted: Record<string, string> = {
    'a private key.pem': `-----BEGIN PRI|VATE KEY-----\n${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEA'.repeat(2)}\n`,
    'a key.json': `{"kty":"EC","d|":"${'x'.repeat(43)}"}`,
    'cloud.ts': "const key = 'AKI|AIOSFODNN7EXAMPLE';",
    'host.md': `gh|p_${'a1B2'.repeat(9)}`,
    '.npmrc': '//registry.example/:_auth|Token=abc',
    'chat.yaml': 'bot: xox|b-123456789012-abcdefghijkl',
    'address.ts': "const url = 'postgres|://vamco:s3cr3tOfOurs@db.tayninh.example.vn/vamco';",
  };
  const harmless: Record<string, string> = {
    'names.ts': "const header = '-----BEGIN PRIVATE KEY-----';",
    'local.md': 'postgres://vamco_app:mat-khau-thu@localhost:5432/vamco and https://gov.vn/@x',
    'asset.json': JSON.stringify({ integrity: `sha512-${'a'.repeat(86)}==` }),
  };

  beforeAll(() => {
    for (const [name, text] of Object.entries({ ...planted, ...harmless }))
      writeFileSync(join(folder, name), text.replaceAll('|', ''));
  });

  it('finds each planted one and nothing else', () => {
    expect(
      findSecrets(folder)
        .map(({ file }) => file)
        .sort(),
    ).toEqual(Object.keys(planted).sort());
  });
});
