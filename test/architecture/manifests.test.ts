import { describe, expect, it } from 'vitest';
import { Type } from 'typebox';
import type { LocalText } from '../../src/platform/i18n/local-text.ts';
import { readOrganisation } from '../../src/platform/organisation/pack.ts';
import { buildRegistry } from '../../src/platform/system/registry.ts';
import { systems } from '../../src/systems.ts';
import { factsOf, readCode } from './code-facts.ts';
import {
  entryFaults,
  orderFaults,
  permissionFaults,
  placeFaults,
  refusalFaults,
  sampleFaults,
  subscriptionFaults,
  textFaults,
  unlistedSystems,
  usesFaults,
} from './manifest-faults.ts';
import { root } from './planted-house.ts';

const registry = buildRegistry(systems);
const facts = readCode(root).map(factsOf);
const { organisation } = readOrganisation(`${root}provinces/tay-ninh`);
const roles = new Set(['administrator', ...(organisation?.roles ?? []).map((role) => role.key)]);

describe('manifests and the code agree', () => {
  it('on the systems each one uses, in an order without circles', () => {
    expect(usesFaults(systems, facts)).toEqual([]);
    expect(orderFaults(systems)).toEqual([]);
    expect(unlistedSystems(systems, facts)).toEqual([]);
  });

  it('on every journal entry that is written', () => {
    expect(entryFaults(registry, facts)).toEqual([]);
  });

  it('on every refusal', () => {
    expect(refusalFaults(registry, facts)).toEqual([]);
  });

  it('on every permission, given to roles that exist', () => {
    expect(permissionFaults(registry, facts, roles)).toEqual([]);
  });

  it('on the places of the officers’ menu', () => {
    expect(placeFaults(registry)).toEqual([]);
  });

  it('on what subscribers wait for', () => {
    expect(subscriptionFaults(registry, facts)).toEqual([]);
  });

  it('and each version of an entry has a sample that fits its contract', () => {
    expect(sampleFaults(registry)).toEqual([]);
  });

  it('and whatever a person reads is there in both languages', () => {
    const texts = new Map<string, LocalText>([
      ...systems.map(({ id, title }) => [id, title] as const),
      ...[...registry.permissions].map(([name, { title }]) => [name, title] as const),
      ...[...registry.entries].map(([name, { title }]) => [name, title] as const),
      ...[...registry.refusals].map(([name, { text }]) => [name, text] as const),
      ...[...registry.upkeep].flatMap(([name, { title, counts }]) => [
        [name, title] as const,
        ...Object.entries(counts).map(([key, label]) => [`${name} ${key}`, label] as const),
      ]),
    ]);
    expect(textFaults(texts)).toEqual([]);
  });
});

describe('planted disagreements are told', () => {
  const planted = [
    {
      path: 'src/systems/alpha/a.ts',
      text: `import { b } from '../beta/index.ts'; import { p } from '../../platform/p.ts';`,
    },
    {
      path: 'src/systems/alpha/b.ts',
      text: `const subject = { type: 'alpha.thing', id };
        act({ type: 'alpha.happened', body: {} }); act({ type: late ? 'alpha.late' : 'alpha.on-time' });
        return refuse(late ? 'alpha.too-late' : ('alpha.too-early' as const), {});`,
    },
    { path: 'src/systems/gamma/a.ts', text: `subscribe({ types: ['alpha.never'] }); export const x = 1;` },
  ].map(factsOf);

  it('of uses, order and unlisted rooms', () => {
    const manifests = [
      { id: 'alpha', uses: ['delta'] },
      { id: 'beta', uses: [] },
      { id: 'delta', uses: [] },
    ];
    expect(usesFaults(manifests, planted)).toEqual([
      'alpha imports beta and does not say so',
      'alpha says it uses delta and does not',
    ]);
    expect(orderFaults(manifests)).toEqual(['alpha stands before delta, which it uses']);
    expect(unlistedSystems(manifests, planted)).toEqual(['gamma']);
  });

  it('of entries, refusals, permissions, subscriptions and samples', () => {
    const text = { vi: 'a', en: 'a' };
    const entry = (sample: Record<string, string>) => ({
      title: text,
      versions: [{ version: 1, body: Type.Object({ code: Type.String() }), sample }],
    });
    const declared = {
      systems: [{ id: 'alpha' }],
      entries: new Map([
        ['alpha.happened', entry({ code: 'x' })],
        ['alpha.late', entry({})],
        ['alpha.unwritten', entry({ code: 'x' })],
      ]),
      refusals: new Map([
        ['alpha.too-late', { text }],
        ['alpha.unused', { text }],
      ]),
      permissions: new Map([['alpha.read', { title: text, roles: ['TN', 'XX'] }]]),
    };
    expect(entryFaults(declared, planted)).toEqual([
      'alpha.on-time is written and not declared',
      'alpha.unwritten is declared and never written',
    ]);
    expect(refusalFaults(declared, planted)).toEqual([
      'alpha.too-early is refused with and not declared',
      'alpha.unused is declared and never refused with',
    ]);
    expect(permissionFaults(declared, planted, new Set(['TN']))).toEqual([
      'alpha.read is declared and never asked for',
      'alpha.read is given to the unknown role XX',
    ]);
    expect(subscriptionFaults(declared, planted)).toEqual([
      'src/systems/gamma/a.ts waits for alpha.never, which nobody declares',
    ]);
    expect(sampleFaults(declared)).toEqual(['alpha.late@1']);
  });

  it('of places', () => {
    const place = (href: string, permission: string) => ({ label: { vi: 'a', en: 'a' }, href, permission });
    const desk = [
      place('/can-bo/a', 'alpha.read'),
      place('/can-bo/a', 'alpha.write'),
      place('/can-bo/b', 'alpha.read'),
    ];
    const route = { method: 'GET', path: '/can-bo/a', access: { permission: 'alpha.read' }, handle: () => ({}) };
    const planted = { systems: [{ id: 'alpha', links: { desk } }], routes: [route] };
    expect(placeFaults(planted as never)).toEqual([
      'the place /can-bo/a is shown by alpha.write and asks for alpha.read',
      'the place /can-bo/b is no page',
    ]);
  });

  it('of texts', () => {
    const texts = new Map<string, LocalText>([
      ['a', { vi: 'Có', en: ' ' }],
      ['b', { vi: 'Còn {days} ngày', en: '{n} days left' }],
      ['c', { vi: 'Tie\u0302\u0301p', en: 'Next' }],
      ['d', { vi: 'Còn {days} ngày', en: '{days} days left' }],
    ]);
    expect(textFaults(texts)).toEqual([
      'a lacks a language',
      'b fills in {days} in vi and {n} in en',
      'c is not in NFC',
    ]);
  });
});
