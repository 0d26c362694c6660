/** Where a manifest and the code differ, in sentences: one question each. */
import { Check } from 'typebox/value';
import type { LocalText } from '../../src/platform/i18n/local-text.ts';
import type { Registry } from '../../src/platform/system/registry.ts';
import type { CodeFacts } from './code-facts.ts';

interface Used {
  readonly id: string;
  readonly uses: readonly string[];
}

/** `uses` says exactly which other systems' doors the code goes through. */
export function usesFaults(manifests: readonly Used[], facts: readonly CodeFacts[]): string[] {
  return manifests.flatMap(({ id, uses }) => {
    const found = systemsUsedBy(id, facts);
    return [
      ...[...found]
        .filter((other) => !uses.includes(other))
        .map((other) => `${id} imports ${other} and does not say so`),
      ...uses.filter((other) => !found.has(other)).map((other) => `${id} says it uses ${other} and does not`),
    ];
  });
}

function systemsUsedBy(id: string, facts: readonly CodeFacts[]): Set<string> {
  const own = facts.filter(({ path }) => path.startsWith(`src/systems/${id}/`));
  const others = own.flatMap(({ imports }) => imports.map((file) => /^src\/systems\/([^/]+)\//.exec(file)?.[1]));
  return new Set(others.filter((other) => other !== undefined && other !== id) as string[]);
}

/** Each system stands after those it uses, which also means that no two use each other in a circle. */
export const orderFaults = (manifests: readonly Used[]): string[] =>
  manifests.flatMap(({ id, uses }, place) =>
    uses
      .filter((other) => !manifests.slice(0, place).some((earlier) => earlier.id === other))
      .map((other) => `${id} stands before ${other}, which it uses`),
  );

/** Folders under src/systems that no manifest names: rooms without a door. */
export const unlistedSystems = (manifests: readonly Used[], facts: readonly CodeFacts[]): string[] => {
  const folders = new Set(facts.flatMap(({ path }) => /^src\/systems\/([^/]+)\//.exec(path)?.[1] ?? []));
  return [...folders].filter((folder) => !manifests.some(({ id }) => id === folder));
};

/** A place of the officers' menu leads to a page that asks for the very permission by which it is shown. */
export const placeFaults = ({ systems, routes }: Pick<Registry, 'systems' | 'routes'>): string[] =>
  systems
    .flatMap(({ links }) => [...(links?.desk ?? []), ...(links?.office ?? [])])
    .flatMap(({ href, permission }) => {
      const route = routes.find(({ method, path }) => method === 'GET' && path === href);
      if (!route) return [`the place ${href} is no page`];
      const asked = typeof route.access === 'string' ? route.access : route.access.permission;
      return asked === permission ? [] : [`the place ${href} is shown by ${permission} and asks for ${asked}`];
    });

/** Every text that a person reads is there in both languages, and fills in the same values. */
export function textFaults(texts: ReadonlyMap<string, LocalText>): string[] {
  return [...texts].flatMap(([name, { vi, en }]) => {
    if (!vi?.trim() || !en?.trim()) return [`${name} lacks a language`];
    if (vi !== vi.normalize('NFC')) return [`${name} is not in NFC`];
    return valuesIn(vi) === valuesIn(en) ? [] : [`${name} fills in ${valuesIn(vi)} in vi and ${valuesIn(en)} in en`];
  });
}

const valuesIn = (text: string): string =>
  [...text.matchAll(/\{\w+\}/g)]
    .map(([value]) => value)
    .toSorted()
    .join(' ');

type Declared = Pick<Registry, 'entries' | 'refusals' | 'permissions'> & {
  readonly systems: readonly { readonly id: string }[];
};

/** Objects of other worlds have types too, so only those that begin with a system's name are entries; a misspelt one leaves the right one unwritten. */
export function entryFaults({ entries, systems }: Declared, facts: readonly CodeFacts[]): string[] {
  const written = new Set(facts.flatMap((file) => file.entries));
  const isOurs = (type: string): boolean => systems.some(({ id }) => type.startsWith(`${id}.`));
  return [
    ...[...written]
      .filter((type) => isOurs(type) && !entries.has(type))
      .map((type) => `${type} is written and not declared`),
    ...[...entries.keys()]
      .filter((type) => !isNamed(type, facts))
      .map((type) => `${type} is declared and never written`),
  ];
}

export function refusalFaults({ refusals }: Declared, facts: readonly CodeFacts[]): string[] {
  const used = new Set(facts.flatMap((file) => file.refusals));
  return [
    ...[...used].filter((code) => !refusals.has(code)).map((code) => `${code} is refused with and not declared`),
    ...[...refusals.keys()]
      .filter((code) => !isNamed(code, facts))
      .map((code) => `${code} is declared and never refused with`),
  ];
}

export const permissionFaults = (
  { permissions }: Declared,
  facts: readonly CodeFacts[],
  roles: ReadonlySet<string>,
): string[] =>
  [...permissions].flatMap(([name, spec]) => [
    ...(isNamed(name, facts) ? [] : [`${name} is declared and never asked for`]),
    ...spec.roles.filter((role) => !roles.has(role)).map((role) => `${name} is given to the unknown role ${role}`),
  ]);

/** Named as a value somewhere; its declaration is the name of a property. */
const isNamed = (code: string, facts: readonly CodeFacts[]): boolean => facts.some(({ codes }) => codes.includes(code));

/** Entries that are waited for by name are somebody's: a misspelt one would never come. */
export const subscriptionFaults = ({ entries }: Declared, facts: readonly CodeFacts[]): string[] =>
  facts.flatMap(({ path, awaited }) =>
    awaited.filter((type) => !entries.has(type)).map((type) => `${path} waits for ${type}, which nobody declares`),
  );

/** A sample is what its version's contract says. */
export const sampleFaults = ({ entries }: Declared): string[] =>
  [...entries].flatMap(([type, { versions }]) =>
    versions.filter(({ body, sample }) => !Check(body, sample)).map(({ version }) => `${type}@${version}`),
  );
