import { describe, expect, test } from 'vitest';
import { instant } from '../../platform/calendar/instant.ts';
import { fromRoot } from '../../platform/config/project-root.ts';
import { listsFrom } from '../../platform/forms/form-lists.ts';
import type { Organisation } from '../../platform/organisation/definition.ts';
import { readOrganisation } from '../../platform/organisation/pack.ts';
import { readProcedurePack } from './pack.ts';
import { termAt } from './plan.ts';
import { type PlanQuestion, pinVersion, planVersion } from './pinned-version.ts';

const PACK = fromRoot('provinces/tay-ninh');
const { organisation } = readOrganisation(PACK);
const { pack } = readProcedurePack(PACK, organisation as Organisation);
const at = instant('2026-11-23T08:00');

function planOf(code: string, answers: PlanQuestion['answers'], rest: Partial<PlanQuestion> = {}) {
  const found = pack?.procedures.find(
    ({ definition }) => definition.code === code && definition.valid.to === undefined,
  );
  if (!found) throw new Error(`no procedure ${code}`);
  const version = pinVersion(code, found.definition, found.form, listsFrom({}));
  return planVersion(version, { answers, channel: 'online', commune: '25459', at, ...rest });
}

const total = (plan: ReturnType<typeof planOf>) => plan.fees.reduce((sum, fee) => sum + fee.amount, 0);
const keys = (list: readonly { key: string }[]) => list.map((one) => one.key);

describe('certified copies (TT 226/2016/TT-BTC: 2.000 đ a page, 1.000 đ from the third, at most 200.000 đ a copy)', () => {
  test.each([
    [1, 1, 2_000],
    [2, 1, 4_000],
    [3, 1, 5_000],
    [10, 1, 12_000],
    [10, 5, 60_000],
    [198, 1, 200_000],
    [199, 1, 200_000],
    [1000, 2, 400_000],
  ])('%i pages, %i copies cost %i đồng', (pages, copies, amount) => {
    expect(total(planOf('2.000815', { originals: [{ pages, copies }] }, { channel: 'counter' }))).toBe(amount);
  });

  test('each original counts by itself', () => {
    const originals = [
      { pages: 3, copies: 2 },
      { pages: 1, copies: 1 },
    ]; // prettier-ignore
    expect(total(planOf('2.000815', { originals }, { channel: 'counter' }))).toBe(12_000);
  });
});

describe('birth registration', () => {
  const onTime = { situation: 'ordinary', child: { birth_date: '2026-10-01' } };

  test('two certified copies cost 16.000 đồng, the registration itself nothing', () => {
    const plan = planOf('1.001193', { ...onTime, receive: { copies_wanted: true, copies_count: 2 } });
    expect(plan.fees).toMatchObject([{ key: 'copies', amount: 16_000 }]);
    expect(planOf('1.001193', onTime).fees).toEqual([]);
    expect(plan.term).toBe('0wd');
  });

  test('asks for the proof of birth that was chosen and no other', () => {
    const asked = (answers: object) => keys(planOf('1.001193', { ...onTime, ...answers }).components);
    expect(asked({ birth_proof: 'certificate' })).toContain('giay-chung-sinh');
    expect(asked({ birth_proof: 'certificate' })).not.toContain('van-ban-nguoi-lam-chung');
    expect(asked({ birth_proof: 'data' })).not.toContain('giay-chung-sinh');
    expect(asked({ situation: 'abandoned' })).toContain('bien-ban-bo-roi');
    expect(asked({ relation: 'authorised' })).toContain('uy-quyen');
  });

  test('the draft is confirmed online only, a notice posted for an abandoned child only', () => {
    expect(keys(planOf('1.001193', onTime).steps)).toContain('confirm-draft');
    expect(keys(planOf('1.001193', onTime, { channel: 'counter' }).steps)).not.toContain('confirm-draft');
    expect(keys(planOf('1.001193', { ...onTime, situation: 'abandoned' }).steps)).toContain('post-notice');
    expect(keys(planOf('1.001193', onTime).steps)).not.toContain('post-notice');
  });
});

test('a building permit takes 7 working days for a house and 10 for other works, and its steps fill them', () => {
  const minutes = (plan: ReturnType<typeof planOf>) => plan.steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0);
  const house = planOf('1.013225', { works_kind: 'house' });
  expect([house.caseKey, house.term, minutes(house), total(house)]).toEqual(['nha-o', '7wd', 7 * 480, 75_000]);
  const works = planOf('1.013225', { works_kind: 'linear' });
  expect([works.caseKey, works.term, minutes(works), total(works)]).toEqual(['cong-trinh', '10wd', 10 * 480, 150_000]);
});

test('permanent residence costs 10.000 đồng online and 20.000 đồng at the counter', () => {
  expect(total(planOf('1.004222', {}))).toBe(10_000);
  expect(total(planOf('1.004222', {}, { channel: 'counter' }))).toBe(20_000);
});

describe('temporary residence and its extension (TT 75/2022/TT-BTC)', () => {
  const people = (count: number) => Array.from({ length: count }, () => ({ full_name: 'NGUYỄN VĂN AN' }));

  test.each([
    ['1.004194', 'online', 7_000, 5_000],
    ['1.004194', 'counter', 15_000, 10_000],
    ['1.002755', 'online', 7_000, 5_000],
    ['1.002755', 'counter', 15_000, 10_000],
  ] as const)('%s %s costs %i đồng for one, %i đồng for each person of a list', (code, channel, one, each) => {
    expect(total(planOf(code, { variant: 'ca-nhan' }, { channel }))).toBe(one);
    for (const count of [1, 3, 50]) {
      const plan = planOf(code, { variant: 'danh-sach', people: people(count) }, { channel });
      expect(plan.fees).toMatchObject([{ amount: each * count, counted: { count, each } }]);
    }
    expect(total(planOf(code, { variant: 'danh-sach' }, { channel }))).toBe(0);
  });

  test('a list that was left for the single case is not charged', () => {
    expect(total(planOf('1.004194', { variant: 'ca-nhan', people: people(9) }))).toBe(7_000);
  });
});

test('what tax assesses for a land change is never charged by the plan, and a split drawing is asked for a part', () => {
  const part = planOf('1.013831', { change_kind: 'transfer', parcels: [{ whole: false }] });
  expect(part.fees).toEqual([]);
  expect(keys(part.components)).toContain('ban-ve-tach-thua');
  expect(keys(planOf('1.013831', { parcels: [{ whole: true }] }).components)).not.toContain('ban-ve-tach-thua');
  expect(planOf('1.013831', { fix_residential: true }).term).toBe('22wd');
});

test('an amount nobody has verified says so', () => {
  expect(planOf('1.004873', {}).fees).toMatchObject([{ amount: 15_000, confirm: true }]);
});

test('a term is the case’s own, then the way’s, then the procedure’s; words stand where none can be reckoned', () => {
  const large = { key: 'large', name: { vi: 'Lớn' }, term: { value: '9wd' } };
  const counter = { method: 'counter' as const, term: { value: '2wd' } };
  const definition = { term: { value: '5wd' }, channels: [{ method: 'online' as const }, counter], cases: [large] };
  expect(termAt(definition, { caseKey: 'large', channel: 'counter' }).value).toBe('9wd');
  expect(termAt(definition, { channel: 'counter' }).value).toBe('2wd');
  expect(termAt(definition, { caseKey: null, channel: 'online' }).value).toBe('5wd');
  const inWords = { term: { text: { vi: 'tùy việc' } } };
  const worded = { ...inWords, channels: [{ ...counter, term: { text: { vi: 'trong buổi' } } }] };
  expect(termAt(worded, { channel: 'counter' }).text?.vi).toBe('trong buổi');
  expect(termAt(worded, { channel: 'online' }).text?.vi).toBe('tùy việc');
});
