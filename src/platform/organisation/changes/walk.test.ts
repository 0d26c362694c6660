import { describe, expect, it } from 'vitest';
import type { ChangeItem, UnitFacts } from './item.ts';
import { mergeUnits } from './merge.ts';
import type { Standing, StandingHolding, StandingPosition, StandingUnit } from './standing.ts';
import { walkThrough } from './walk.ts';

const DAY = '2027-01-01';

const facts = (name: string, more: Partial<UnitFacts> = {}): UnitFacts => ({
  name: { vi: name },
  code: null,
  kind: 'section',
  section: null,
  parent: null,
  area: null,
  address: null,
  phone: null,
  email: null,
  ...more,
});

const aUnit = (id: string, more: Partial<UnitFacts> = {}): StandingUnit => ({
  id,
  key: id,
  // in capitals: a name is not taken for an id on the way back
  ...facts(id.toUpperCase(), more),
  from: '2025-07-01',
  to: null,
  was: null,
});

const aPosition = (id: string, unit: string, role: string): StandingPosition => ({
  id,
  unit,
  role,
  title: { vi: role },
  from: '2025-07-01',
  to: null,
});

const aHolding = (account: string, position: string, from = '2025-07-01'): StandingHolding => ({
  id: `${account} ${position}`,
  account,
  position,
  from,
  to: null,
  manner: 'full',
  document: null,
});

const mapOf = <T extends { readonly id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));

/** Two communes of a province, each a committee with a one-stop office and a section. */
function aProvince(): Standing {
  const commune = (name: string) => [
    aUnit(`ub-${name}`, { kind: 'people-committee', code: `H53.10${name}`, parent: 'tinh', area: `xa-${name}` }),
    aUnit(`mc-${name}`, { kind: 'one-stop', code: `H53.10${name}.1`, parent: `ub-${name}`, area: `xa-${name}` }),
    aUnit(`kt-${name}`, { section: 'economy', parent: `ub-${name}`, area: `xa-${name}` }),
  ];
  const area = (name: string) => ({
    id: `xa-${name}`,
    code: `2500${name}`,
    level: 'commune' as const,
    name: { vi: `Xã ${name}` },
    facts: { code: `2500${name}`, level: 'commune', name: { vi: `Xã ${name}` } },
    from: '2025-07-01',
    to: null,
  });
  const person = (id: string) => ({ id, login: id, name: `Ông ${id}` });
  return {
    units: mapOf([aUnit('tinh', { kind: 'people-committee', code: 'H53' }), ...commune('1'), ...commune('2')]),
    positions: mapOf([
      aPosition('ct-1', 'ub-1', 'CT'),
      aPosition('ct-2', 'ub-2', 'CT'),
      aPosition('tn-1', 'mc-1', 'TN'),
      aPosition('tn-2', 'mc-2', 'TN'),
      aPosition('cv-1', 'kt-1', 'CV'),
      aPosition('cv-2', 'kt-2', 'CV'),
    ]),
    holdings: mapOf([
      aHolding('an', 'ct-1'),
      aHolding('binh', 'ct-2'),
      aHolding('cuc', 'tn-1'),
      aHolding('dao', 'tn-2'),
      aHolding('em', 'cv-2'),
    ]),
    areas: mapOf([area('1'), area('2')]),
    roles: new Map(
      ['CT', 'TN', 'CV'].map(
        (key) => [key, { key, name: { vi: key }, title: { vi: key }, leads: key === 'CT' }] as const,
      ),
    ),
    people: mapOf(['an', 'binh', 'cuc', 'dao', 'em'].map(person)),
  };
}

const walk = (items: readonly ChangeItem[], more: { day?: string; open?: Record<string, number> } = {}) =>
  walkThrough(
    aProvince(),
    items.map((item, index) => ({ no: index + 1, item })),
    { day: more.day ?? DAY, document: '12/QĐ-UBND', open: new Map(Object.entries(more.open ?? {})) },
  );

const end = (unit: string, ...successors: string[]): ChangeItem => ({
  kind: 'unit-ended',
  unit,
  successors,
  byHand: true,
});
const change = (unit: string, values: Partial<UnitFacts>): ChangeItem => ({ kind: 'unit-changed', unit, values });
const appointed = (account: string, position: string): ChangeItem => ({
  kind: 'appointed',
  account,
  position,
  manner: 'full',
});

describe('what a change refuses', () => {
  it.each<[string, readonly ChangeItem[], string, { day?: string; open?: Record<string, number> }?]>([
    ['a circle', [change('tinh', { parent: 'kt-1' })], 'organisation.circle'],
    ['a unit above itself', [change('kt-1', { parent: 'kt-1' })], 'organisation.circle'],
    ['a code that another bears', [change('kt-1', { code: 'H53.102' })], 'organisation.code-taken'],
    ['a code of the wrong form', [change('kt-1', { code: 'xã 1' })], 'organisation.code-form'],
    [
      'a parent that has ended',
      [end('kt-1', 'kt-2'), change('mc-1', { parent: 'kt-1' })],
      'organisation.parent-unknown',
    ],
    ['an end that leaves a unit under it', [end('ub-1', 'ub-2')], 'organisation.children-left'],
    ['open dossiers without a successor', [end('kt-1')], 'organisation.successor-needed', { open: { 'kt-1': 3 } }],
    ['a successor that ends too', [end('kt-1', 'kt-2'), end('kt-2', 'tinh')], 'organisation.successor-ended'],
    ['a unit that succeeds itself', [end('kt-1', 'kt-1')], 'organisation.succeeds-itself'],
    ['the same position held twice by one', [appointed('em', 'cv-2')], 'organisation.holds-already'],
    ['an account not in use', [appointed('nobody', 'cv-1')], 'organisation.person-unknown'],
    [
      'dismissing who does not hold it',
      [{ kind: 'dismissed', account: 'an', position: 'cv-1' }],
      'organisation.not-held',
    ],
    [
      'dismissing before they have begun',
      [{ kind: 'dismissed', account: 'an', position: 'ct-1' }],
      'organisation.held-since-that-day',
      { day: '2025-07-01' },
    ],
    ['ending what begins that day', [end('kt-1', 'kt-2')], 'organisation.begins-that-day', { day: '2025-07-01' }],
    [
      'a role there is not',
      [{ kind: 'position-new', position: 'x', unit: 'kt-1', role: 'ZZ', title: { vi: 'x' } }],
      'organisation.role-needed',
    ],
  ])('%s', (_, items, code, more) => {
    expect(walk(items, more).faults.map(({ refusal }) => refusal.code)).toContain(code);
  });

  it('nothing of an ended unit whose code a new one takes over', () => {
    const again: ChangeItem = {
      kind: 'unit-new',
      unit: 'new',
      facts: facts('Phòng mới', { code: 'H53.101.1', parent: 'ub-1' }),
    };
    expect(walk([end('mc-1', 'new'), again]).faults).toEqual([]);
    expect(walk([again, end('mc-1', 'new')]).faults[0]).toMatchObject({
      no: 1,
      refusal: { code: 'organisation.code-taken' },
    });
  });
});

describe('what a change does', () => {
  it('an end takes positions and those who hold them with it, the day before', () => {
    const { standing, faults, entries } = walk([end('kt-2', 'kt-1')]);
    expect(faults).toEqual([]);
    expect(standing.units.get('kt-2')?.to).toBe('2026-12-31');
    expect(standing.positions.get('cv-2')?.to).toBe('2026-12-31');
    expect(standing.holdings.get('em cv-2')?.to).toBe('2026-12-31');
    expect(entries).toMatchObject([{ account: 'em', draft: { type: 'organisation.holding-ended' } }]);
  });

  it('another role is another position, held by the same people', () => {
    const item: ChangeItem = {
      kind: 'position-changed',
      position: 'cv-2',
      as: 'tn-3',
      role: 'TN',
      title: { vi: 'Tiếp nhận' },
    };
    const { standing, faults } = walk([item]);
    expect(faults).toEqual([]);
    const holders = [...standing.holdings.values()].filter(({ to }) => to === null);
    expect(holders.filter(({ position }) => position === 'tn-3')).toMatchObject([{ account: 'em', from: DAY }]);
  });

  it('what was given is left as it was', () => {
    const province = aProvince();
    const before = structuredClone(province);
    walkThrough(province, [{ no: 1, item: end('kt-2', 'kt-1') }], { day: DAY, document: null, open: new Map() });
    expect(province).toEqual(before);
  });
});

describe('a merger', () => {
  const province = aProvince();
  const unit = (id: string) => province.units.get(id) as StandingUnit;
  const items = mergeUnits(province, DAY, {
    ends: [unit('ub-2')],
    into: unit('ub-1'),
    byHand: true,
    carryPeople: true,
    endAreas: true,
  });
  const merged = walk(items, { open: { 'ub-2': 200 } });

  it('ends every unit into its counterpart, and the commune with them', () => {
    expect(merged.faults).toEqual([]);
    const ended = items.flatMap((item) => (item.kind === 'unit-ended' ? [[item.unit, ...item.successors]] : []));
    expect(ended).toEqual([
      ['kt-2', 'kt-1'],
      ['mc-2', 'mc-1'],
      ['ub-2', 'ub-1'],
    ]);
    expect(merged.standing.areas.get('xa-2')?.to).toBe('2026-12-31');
  });

  it('seats who does not lead in a free position or a new one, and dismisses who leads', () => {
    const seats = new Map(
      [...merged.standing.holdings.values()]
        .filter(({ to }) => to === null)
        .map(({ account, position }) => [account, merged.standing.positions.get(position)]),
    );
    expect([seats.get('em')?.id, seats.get('dao')?.unit, seats.get('binh')]).toEqual(['cv-1', 'mc-1', undefined]);
    expect(seats.get('dao')?.id).not.toBe('tn-1');
  });

  it('turned round gives back every unit, position and person under ids of their own', () => {
    const back = walkThrough(
      merged.standing,
      merged.reverse.map((item, index) => ({ no: index + 1, item })),
      { day: '2027-02-01', document: '13/QĐ-UBND', open: new Map() },
    );
    expect(back.faults).toEqual([]);
    const names = (standing: Standing) =>
      [...standing.units.values()]
        .filter(({ to }) => to === null)
        .map(({ name, code, parent }) => `${name.vi} ${code} ${parent && standing.units.get(parent)?.name.vi}`)
        .toSorted();
    const people = (standing: Standing) =>
      [...standing.holdings.values()]
        .filter(({ to }) => to === null)
        .map(({ account, position }) => {
          const seat = standing.positions.get(position);
          return `${account} ${seat?.role} ${seat && standing.units.get(seat.unit)?.name.vi}`;
        })
        .toSorted();
    expect(names(back.standing)).toEqual(names(aProvince()));
    expect(people(back.standing)).toEqual(people(aProvince()));
    expect([...back.standing.areas.values()].filter(({ to }) => to === null).map(({ code }) => code)).toEqual([
      '25001',
      '25002',
    ]);
  });
});
