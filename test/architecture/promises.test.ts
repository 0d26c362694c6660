import { describe, expect, it } from 'vitest';
import type { Route } from '../../src/platform/http/route.ts';
import { buildRegistry } from '../../src/platform/system/registry.ts';
import { systems } from '../../src/systems.ts';
import { compare, keepPromises, type Promises } from './promises.ts';

const registry = buildRegistry(systems);
const said = ({ access, machine }: Route): string =>
  `${typeof access === 'string' ? access : access.permission}${machine ? ', a machine without form token' : ''}`;

describe('what was promised stays', () => {
  it('every version of every journal entry ever written has its sample: KEEP=new adds, nothing changes', () => {
    const samples: Promises = Object.fromEntries(
      [...registry.entries].flatMap(([type, { versions }]) =>
        versions.map(({ version, sample }) => [`${type}@${version}`, sample]),
      ),
    );
    expect(keepPromises(new URL('entry-samples.json', import.meta.url), samples)).toEqual({ broken: [], fresh: [] });
  });

  it('every published route answers, to the same people: KEEP=new adds; a route that goes leaves a redirect', () => {
    const routes: Promises = Object.fromEntries(
      registry.routes.map((route) => [`${route.method} ${route.path}`, said(route)]),
    );
    expect(keepPromises(new URL('routes.json', import.meta.url), routes)).toEqual({ broken: [], fresh: [] });
  });

  it('and a planted change, removal or addition is told', () => {
    expect(compare({ a: { x: 1 }, b: 'public', c: 1 }, { a: { x: 2 }, c: 1, d: 1 })).toEqual({
      broken: ['a', 'b'],
      fresh: ['d'],
    });
  });
});
