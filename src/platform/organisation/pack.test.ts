import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fromRoot } from '../config/project-root.ts';
import { holdsOn, type Organisation } from './definition.ts';
import { readOrganisation } from './pack.ts';

const pack = fromRoot('provinces/tay-ninh');
const scratch = mkdtempSync(join(tmpdir(), 'vamco-organisation-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const organisation = read(pack);

test('the pack holds both eras: 9 districts and 94 communes until 30 June 2025, 96 communes since', () => {
  const on = (day: string) => organisation.areas.filter((area) => holdsOn(area, day));
  const before = on('2025-06-30');
  expect(before.filter((area) => ['city', 'town', 'district'].includes(area.kind))).toHaveLength(9);
  expect(before.filter((area) => ['ward', 'township', 'commune'].includes(area.kind))).toHaveLength(94);
  const since = on('2025-07-01');
  expect(since.filter((area) => area.kind === 'ward')).toHaveLength(14);
  expect(since.filter((area) => area.kind === 'commune')).toHaveLength(82);
  expect(since).toHaveLength(97);
  expect(since.every((area) => area.lat !== undefined && area.areaKm2 !== undefined)).toBe(true);
});

test('a code used again names two areas, and the new one is no successor of the old for that', () => {
  const tanNinh = organisation.areas.find((area) => area.key === '25459@2025-07-01');
  expect(tanNinh?.name).toEqual({ vi: 'Phường Tân Ninh', en: 'Tân Ninh Ward' });
  expect(area('25459').name.vi).toBe('Phường 3');
  // 25486 was the township of Tân Biên and is the commune of Tân Biên: same code, same name, no document read.
  expect(area('25486').successor).toEqual({ kind: 'unknown' });
  expect(area('25456').successor).toMatchObject({ kind: 'one', to: '25459@2025-07-01', confirm: '?' });
  const known = organisation.areas.filter((one) => one.successor?.kind === 'one' && one.kind !== 'province');
  expect(known).toHaveLength(9);
});

test('a district is followed by the commune of the place, a split department by subject', () => {
  expect(area('705').successor).toMatchObject({ kind: 'by-place' });
  expect(unit('phong-ktht-705-2020').successor).toMatchObject({ kind: 'by-place' });
  expect(unit('so-ldtbxh-2020').successor).toMatchObject({ kind: 'by-subject', to: ['so-noi-vu', 'so-y-te'] });
  expect(unit('so-gtvt-2020').successor).toMatchObject({ kind: 'one', to: 'so-xay-dung' });
  expect(unit('motcua-25456-2020').successor).toMatchObject({ kind: 'one', to: 'ttpvhcc-25459' });
});

test('every commune of today has its committee, one-stop centre, sections and police, staffed for a whole process', () => {
  for (const one of organisation.areas.filter((area) => ['ward', 'commune'].includes(area.kind) && area.from)) {
    const units = organisation.units.filter((unit) => unit.area === one.key);
    expect(units.map((unit) => unit.kind).sort()).toEqual([
      'one-stop',
      'people-committee',
      'police',
      'section',
      'section',
      'section',
    ]);
    const keys = new Set(units.map((unit) => unit.key));
    const roles = new Set(
      organisation.positions.filter((position) => keys.has(position.unit)).map((position) => position.role),
    );
    expect([...roles].sort()).toEqual(['CS', 'CT', 'CV', 'DK', 'HT', 'LP', 'TCA', 'TN', 'VT']);
  }
});

test('no seat is called by two titles: what it is called is printed above its signature', () => {
  const double = organisation.roles
    .map(({ name, title = name }) => title.vi)
    .filter((title) => title.includes(', Phó'));
  expect(double).toEqual([]);
});

test('whoever leads, and so signs, is called by the title they have, not by the name of the role', () => {
  const byRole = new Map(organisation.roles.map((role) => [role.key, role]));
  const titles = organisation.positions.flatMap(({ unit: of, role, title }) => {
    const { leads, name, title: ofRole = name } = byRole.get(role) ?? expect.fail(role);
    return leads ? [{ of, title: (title ?? ofRole).vi }] : [];
  });
  expect(titles.filter(({ title }) => !/^(Phó )?(Chủ tịch|Trưởng|Giám đốc|Chánh)/.test(title))).toEqual([]);
  const titleAt = (key: string) => titles.filter(({ of }) => of === key).map(({ title }) => title);
  expect(titleAt('ubnd-25459')).toEqual(['Chủ tịch', 'Phó Chủ tịch']);
  expect(titleAt('vp-25459')).toEqual(['Chánh Văn phòng']);
  expect(titleAt('phong-kt-25459')).toEqual(['Trưởng phòng']);
  expect(titleAt('so-xay-dung')).toEqual(['Trưởng phòng', 'Giám đốc']);
  expect(titleAt('thanh-tra-tinh')).toEqual(['Trưởng phòng', 'Chánh Thanh tra']);
});

test('names of units are Vietnamese as written in a sentence', () => {
  expect(unit('ttpvhcc-25459').name.vi).toBe('Trung tâm Phục vụ hành chính công phường Tân Ninh');
  expect(unit('phong-kt-25486').name.vi).toBe('Phòng Kinh tế xã Tân Biên');
  expect(unit('phong-kt-25459').name.vi).toBe('Phòng Kinh tế, Hạ tầng và Đô thị phường Tân Ninh');
  expect(organisation.areas.filter((one) => /oà|oá|oả|oã|oạ(?![a-z])/.test(one.name.vi))).toEqual([]);
});

test('officers are invented, one for each position, the same every time', () => {
  expect(organisation.officers).toHaveLength(organisation.positions.length);
  expect(new Set(organisation.officers.map((officer) => officer.email)).size).toBe(organisation.officers.length);
  expect(organisation.officers.every((officer) => officer.email.endsWith('.example'))).toBe(true);
  expect(read(pack).officers).toEqual(organisation.officers);
});

test.each([
  ['areas.csv', /^25456,ward/m, '25459,ward', 'organisation.area'],
  ['areas.csv', /,703,,2025-06-30/, ',799,,2025-06-30', 'organisation.area'],
  ['areas.csv', /^72,province/m, '72,"province', 'pack.csv'],
  ['provincial-units.csv', /name_en/, 'english', 'pack.csv'],
  ['roles.yaml', /key: HT/, 'key: HZ', 'organisation.role-unknown'],
  ['successions.yaml', /to: \[so-xay-dung\]/, 'to: [so-xay-nha]', 'organisation.successor-unknown'],
  ['successions.yaml', /from: \['72'\]/, "from: ['27694@2025-07-01']", 'organisation.not-ended'],
  ['successions.yaml', /byPlace: true/, 'byPlase: true', 'pack.shape'],
  ['unit-rules.yaml', /under: ubnd/, 'under: [', 'pack.yaml'],
  ['officer-names.yaml', /tayninh\.example/, 'tayninh.gov.vn', 'pack.shape'],
])('a mistake in %s is a fault with a code, not a crash', (file, pattern, replacement, code) => {
  const folder = mkdtempSync(join(scratch, 'pack-'));
  cpSync(join(pack, 'organisation'), join(folder, 'organisation'), { recursive: true });
  const path = join(folder, 'organisation', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(pattern);
  writeFileSync(path, text.replace(pattern, replacement));
  expect(readOrganisation(folder).faults?.map((fault) => fault.code)).toContain(code);
});

function read(folder: string): Organisation {
  const { organisation: found, faults } = readOrganisation(folder);
  expect(faults).toBeUndefined();
  return found as Organisation;
}

function area(key: string) {
  const found = organisation.areas.find((one) => one.key === key);
  if (!found) throw new Error(`no area ${key}`);
  return found;
}

function unit(key: string) {
  const found = organisation.units.find((one) => one.key === key);
  if (!found) throw new Error(`no unit ${key}`);
  return found;
}
