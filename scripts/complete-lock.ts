/**
 * Completes package-lock.json after `npm install`. A registry that holds a package but not its builds for every platform makes npm
 * leave those out, and `npm ci` then refuses the lock file everywhere. Each missing build is named here with the version its parent
 * pins and the platform its name tells, so that it is skipped elsewhere and fetched where it belongs. `node scripts/complete-lock.ts`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What this needs of one entry of `packages` in a lock file of version 3. */
export interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly license?: string;
  readonly engines?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Hole {
  readonly name: string;
  readonly version: string;
  readonly parent: LockEntry;
}

type Packages = Readonly<Record<string, LockEntry>>;

/** Optional packages that some entry asks for and the lock file does not name: `{ name, version, parent }`. */
export function findHoles(packages: Packages): Hole[] {
  return Object.entries(packages).flatMap(([place, parent]) =>
    Object.entries(parent.optionalDependencies ?? {})
      .filter(([name]) => !isNamed(packages, place, name))
      .map(([name, version]) => ({ name, version, parent })),
  );
}

/** A package is looked for beside its parent's own packages first, then one level up, and so on, as Node does. */
function isNamed(packages: Packages, place: string, name: string): boolean {
  if (packages[`${place === '' ? '' : `${place}/`}node_modules/${name}`] !== undefined) return true;
  if (place === '') return false;
  return isNamed(packages, place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/'))), name);
}

function entryFor({ name, version, parent }: Hole): LockEntry & Record<string, unknown> {
  const build = name.slice(name.lastIndexOf('/') + 1);
  const os = /android|darwin|freebsd|linux|openharmony|win32/.exec(build)?.[0];
  const cpu = /(?:^|-)(arm64|x64|arm|ia32|ppc64|riscv64|s390x)(?:-|$)/.exec(build)?.[1];
  if (os === undefined || cpu === undefined || !/^\d/.test(version))
    throw new Error(`${name}@${version} names no platform: add it by hand`);
  const libc = build.endsWith('-musl') ? ['musl'] : build.endsWith('-gnu') ? ['glibc'] : undefined;
  return {
    version,
    cpu: [cpu],
    dev: parent.dev,
    libc,
    license: parent.license,
    optional: true,
    os: [os],
    engines: parent.engines,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = fileURLToPath(new URL('../package-lock.json', import.meta.url));
  const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, LockEntry> };
  const missing = findHoles(lock.packages).map((hole) => [`node_modules/${hole.name}`, entryFor(hole)] as const);
  const entries = [...Object.entries(lock.packages), ...missing];
  // npm's own order: the package itself, which has the empty name, then by name
  lock.packages = Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
}
