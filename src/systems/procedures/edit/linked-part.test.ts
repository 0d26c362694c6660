import { expect, test } from 'vitest';
import { fromRoot } from '../../../platform/config/project-root.ts';
import type { Answers } from '../../../platform/forms/answers.ts';
import type { Organisation } from '../../../platform/organisation/definition.ts';
import { compileForm } from '../../../platform/forms/compile-form.ts';
import { readOrganisation } from '../../../platform/organisation/pack.ts';
import { checkLinked, checkLinkedUnits, checkTaken } from '../check-linked.ts';
import { compareContents } from '../draft/compare.ts';
import type { DraftContent } from '../draft/draft.ts';
import { partOf } from '../draft/draft-parts.ts';
import { readProcedurePack } from '../pack.ts';
import { answeredForm } from './answered-form.ts';
import { linkedPart } from './linked-part.ts';
import { processPart } from './process-part.ts';

const PACK = fromRoot('provinces/tay-ninh');
const { pack } = readProcedurePack(PACK, readOrganisation(PACK).organisation as Organisation);
const contentOf = (code: string): DraftContent => {
  const found = pack?.procedures.find(({ definition }) => definition.code === code) ?? expect.fail(code);
  return { definition: found.definition, form: found.definition.form === undefined ? null : found.form };
};
const linked = contentOf('2.000986');
const written = (content: DraftContent, change: (parts: Record<string, unknown>[]) => unknown) => {
  const answers = structuredClone(linkedPart.answers(content)) as unknown as { parts: Record<string, unknown>[] };
  change(answers.parts);
  return linkedPart.apply(content, answers as unknown as Answers);
};
const PART = { name_vi: 'Cấp thẻ', unit: 'unit.bhxh-tinh', takes: [], from: 'examine', until: 'sign', term: '2wd' };

test('a part begins and is awaited at a step of the longest key that a step may have', () => {
  const key = `nhan-ket-qua-${'x'.repeat(47)}`;
  const steps = structuredClone(processPart.answers(linked)) as unknown as { steps: Record<string, unknown>[] };
  steps.steps.push({ ...steps.steps.at(-1), key, name_vi: 'Bước cuối' });
  const content = processPart.apply(linked, steps as unknown as Answers).content ?? expect.fail('refused');
  const fields = [...linkedPart.fields(content, { units: [], sections: [], roles: [], templates: [], named: [] })];
  const title = { vi: '-' };
  const { faults } = compileForm({ code: 'draft-part', title, sections: [{ key: 'linked', title, fields }] });
  expect(faults).toBeUndefined();
  const group = fields[0] as unknown as { fields: { key: string; options?: { value: string }[] }[] };
  for (const question of ['from', 'until'])
    expect(group.fields.find((one) => one.key === question)?.options?.map(({ value }) => value)).toContain(key);
});

test('where nothing is linked, saving the page untouched makes no process; the first part makes the general steps its own', () => {
  const plain = contentOf('1.004194');
  const without: DraftContent = { ...plain, definition: { ...plain.definition, process: undefined as never } };
  expect(written(without, () => undefined).content).toBe(without);
  const process = written(without, (parts) => parts.push(PART)).content?.definition.process;
  expect(process).toMatchObject({ confirm: 'design', linked: [{ key: 'cap-the', unit: 'unit:bhxh-tinh' }] });
  expect(process?.steps.length).toBeGreaterThan(3);
});

test('the last part taken away, the procedure is linked no more and keeps its steps', () => {
  const process = written(linked, (parts) => parts.splice(0)).content?.definition.process;
  expect(process?.linked).toBeUndefined();
  expect(process?.steps).toEqual(linked.definition.process?.steps);
});

test('a part is refused at its field: it ends before it begins, has the key of another, is the procedure itself', () => {
  const said = (change: Parameters<typeof written>[1]) =>
    written(linked, change).errors?.map(({ path, code }) => `${path} ${code}`);
  expect(said(([one]) => Object.assign(one ?? {}, { from: 'seal' }))).toEqual([
    'parts.0.until procedures.part-backwards',
  ]);
  expect(said((parts) => parts.push({ ...PART, key: 'thuong-tru' }))).toEqual([
    'parts.0.key procedures.key-repeated',
    'parts.2.key procedures.key-repeated',
  ]);
  expect(said(([one]) => Object.assign(one ?? {}, { from: 'receive' }))).toEqual([
    'parts.0.from procedures.part-never-begins',
  ]);
  expect(said(([, two]) => Object.assign(two ?? {}, { procedure: '2.000986' }))).toEqual([
    'parts.1.procedure procedures.linked-to-itself',
  ]);
  expect(said(([one]) => Object.assign(one ?? {}, { term: '' }))).toEqual(['parts.0.term procedures.part']);
});

test('units, sections of the form, conditions and steps that are gone are named at their fields', () => {
  const { definition } =
    written(linked, ([one]) => Object.assign(one ?? {}, { unit: 'unit.nobody', takes: ['wife'], guard: 'x' }))
      .content ?? expect.fail('refused');
  const form = answeredForm(linked) ?? expect.fail('no form');
  const faults = [...checkLinkedUnits(definition, (unit) => unit !== 'unit:nobody'), ...checkTaken(definition, form)];
  const places = [...faults.map(({ at }) => at), 'linked.thuong-tru: 3-4'];
  expect(places.map((at) => linkedPart.place(at, { ...linked, definition }))).toEqual([
    'parts.0.unit',
    'parts.0.takes',
    'parts.0.guard',
  ]);
  expect(places.map(partOf)).toEqual(['linked', 'linked', 'linked']);
  // a step that a part waits at cannot be taken away unseen
  const steps = structuredClone(processPart.answers(linked)) as unknown as { steps: { key: string }[] };
  steps.steps = steps.steps.filter(({ key }) => key !== 'gather');
  const messages = processPart.apply(linked, steps as unknown as Answers).errors?.map(({ message }) => message.vi);
  expect(messages).toContain('Phần việc “Đăng ký thường trú cho trẻ”: không có bước “gather”.');
  expect(checkLinked(linked.definition)).toEqual([]);
});

test('what changes in a part is compared as a part of the draft of its own', () => {
  const after = written(linked, ([one]) => Object.assign(one ?? {}, { from: 'register', term: '3wd' })).content;
  const told = compareContents(linked, after ?? expect.fail('refused')).map(({ part, where, before, after: is }) =>
    [part, ...where.map(({ vi }) => vi), before?.vi, is?.vi].join(' › '),
  );
  expect(told).toEqual([
    'linked › Phần việc liên thông › Đăng ký thường trú cho trẻ › Bắt đầu ở bước › sign › register',
    'linked › Phần việc liên thông › Đăng ký thường trú cho trẻ › Thời hạn › 5 ngày làm việc › 3 ngày làm việc',
  ]);
});

test('the order is said in words: side by side, and where the lead body waits', () => {
  expect(linkedPart.told?.(linked).map(({ vi }) => vi)).toEqual([
    'Khi hồ sơ đến bước “Ký Giấy khai sinh”: “Đăng ký thường trú cho trẻ”, “Cấp thẻ bảo hiểm y tế cho trẻ” làm song song.',
    'Trước khi qua bước “Nhận kết quả cư trú, thẻ bảo hiểm y tế”, cơ quan chủ trì chờ “Đăng ký thường trú cho trẻ”, “Cấp thẻ bảo hiểm y tế cho trẻ”.',
  ]);
});
