import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { anAccount } from '../../../../test/harness/people.ts';
import type { Answers } from '../../../platform/forms/answers.ts';
import type { ProcedureDefinition } from '../definition.ts';
import { checkSeats, listSeats } from '../draft/check-seats.ts';
import { emptySeatsOf, listSeatGroups } from '../draft/empty-seats.ts';
import type { ProcedureTables } from '../tables.ts';
import { processPart } from './process-part.ts';

let house: House<ProcedureTables>;
let server: FastifyInstance;
let administrator: Visitor;
const definitions: ProcedureDefinition[] = [];
beforeAll(async () => {
  house = await aHouse<ProcedureTables>();
  server = await serverOf(house);
  administrator = await browse(house, server, { as: 'administrator' });
  const rows = await house.db
    .selectFrom('procedures.version')
    .select('definition')
    .where('superseded_at', 'is', null)
    .execute();
  definitions.push(...rows.map(({ definition }) => definition));
});
afterAll(async () => {
  await server.close();
  await house.close();
});

const birth = () => definitions.find(({ code }) => code === '1.001193') as ProcedureDefinition;
const written = (change: (steps: Record<string, unknown>[]) => unknown) => {
  const content = { definition: birth(), form: null };
  const answers = structuredClone(processPart.answers(content)) as { steps: Record<string, unknown>[] };
  change(answers.steps);
  return processPart.apply(content, answers as unknown as Answers);
};

test('every process of the pack comes back from the questions as it was', () => {
  for (const definition of definitions.filter(({ process }) => process !== undefined)) {
    const content = { definition, form: null };
    const applied = processPart.apply(content, processPart.answers(content));
    expect(applied.errors).toBeUndefined();
    expect(applied.content?.definition).toEqual(definition);
  }
});

test('what no dossier could go through is refused with the name of the step, and hours that do not add up are not', () => {
  const said = (change: Parameters<typeof written>[0]) =>
    written(change)
      .errors?.map(({ message }) => message.vi)
      .join(' ');
  expect(said((steps) => Object.assign(steps[0] ?? {}, { next: 'register' }))).toContain(
    'Bước “Thẩm tra hồ sơ, tra cứu” không bao giờ tới được',
  );
  expect(said((steps) => steps.pop())).toContain('Bước “Ký Giấy khai sinh” là ngõ cụt');
  expect(said((steps) => Object.assign(steps[1] ?? {}, { budget: '90h' }))).toContain('quá thời hạn');
  expect(said((steps) => Object.assign(steps[1] ?? {}, { budget: 'long' }))).toContain('Nhập giờ như 4h');
  expect(said((steps) => Object.assign(steps[1] ?? {}, { next: 'register when it is' }))).toContain('Mỗi dòng viết');
  expect(said((steps) => Object.assign(steps[1] ?? {}, { budget: '1h' }))).toBeUndefined();
});

test('a way with its condition is kept, said in words in the diagram of the draft, and walked by a dossier', () => {
  const { content } = written((steps) =>
    Object.assign(steps[1] ?? {}, { next: "post-notice nếu situation == 'abandoned'\nverify-marriage" }),
  );
  expect(content?.definition.process?.steps[1]?.next).toEqual([
    { to: 'post-notice', when: "situation == 'abandoned'" },
    { to: 'verify-marriage' },
  ]);
});

test('a role that no unit of a step’s place has is named with the step, and none of the pack has one', async () => {
  const seats = await listSeats(house.db);
  const current = definitions.filter(({ valid }) => valid.to === undefined);
  const found = current.filter((definition) => checkSeats(definition, seats).length > 0);
  expect(found.map(({ code }) => code)).toEqual([]);
  const steps = structuredClone(birth().process?.steps ?? []);
  Object.assign(steps[1] ?? {}, { role: 'GD' });
  expect(checkSeats({ ...birth(), process: { steps } }, seats).map(({ message }) => message.vi)).toEqual([
    'Bước “Thẩm tra hồ sơ, tra cứu”: không đơn vị nào làm bước này có vị trí mang vai trò GD.',
  ]);
});

test('a position that nobody holds is told before publishing, with how many units lack somebody, and keeps nothing from it', async () => {
  const before = emptySeatsOf(birth(), await listSeatGroups(house.db, '2026-11-23'));
  const civil = before.find(({ role }) => role === 'HT');
  expect(civil).toMatchObject({ empty: civil?.units, names: expect.arrayContaining([expect.objectContaining({})]) });
  await anAccount(house, { role: 'HT', unit: 'vp-25459' });
  const after = emptySeatsOf(birth(), await listSeatGroups(house.db, '2026-11-23'));
  expect(after.find(({ role }) => role === 'HT')?.empty).toBe((civil?.units ?? 0) - 1);
});

test('the steps of a draft are asked on a page of their own, and the draft has its diagram', async () => {
  const shown = await administrator.get('/quan-tri/thu-tuc/1.001193');
  await administrator.press(shown, '/quan-tri/thu-tuc/1.001193/lap-nhap');
  const page = await administrator.get('/quan-tri/thu-tuc/1.001193/nhap/quy-trinh');
  expect(page.body).toContain('Thẩm tra hồ sơ, tra cứu');
  const fields = shownFields(page.body);
  fields.set('steps.1.name_vi', 'Thẩm tra kỹ');
  const saved = await administrator.send('/quan-tri/thu-tuc/1.001193/nhap/quy-trinh', fields);
  expect(saved.status).toBe(303);
  expect((await administrator.get('/quan-tri/quy-trinh/1.001193/nhap')).body).toContain('Thẩm tra kỹ');
  expect((await administrator.get('/quan-tri/quy-trinh/9.999999/nhap')).status).toBe(404);
});

/** As a browser would send what the page shows. */
function shownFields(html: string): URLSearchParams {
  const plain = (text = '') =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  const valueOf = (tag: string, name: string) => plain(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]);
  const fields = new URLSearchParams();
  for (const [tag, kind, rest = ''] of html
    .slice(html.indexOf('name="command_id"') - 40)
    .matchAll(
      /<(input|textarea|select)\b[^>]*>(?:(?<=<textarea[^>]*>)([^<]*)|(?<=<select[^>]*>)([^]*?)<\/select>)?/g,
    )) {
    const name = valueOf(tag, 'name');
    const options = tag.includes('<select') ? tag : '';
    if (name === '') continue;
    if (kind === 'textarea') fields.append(name, plain(rest));
    else if (kind === 'select')
      fields.append(
        name,
        plain(
          /<option[^>]*value="([^"]*)"[^>]*selected/.exec(options)?.[1] ??
            /<option[^>]*selected[^>]*value="([^"]*)"/.exec(options)?.[1],
        ),
      );
    else if (!/type="(checkbox|radio)"/.test(tag) || / checked/.test(tag)) fields.append(name, valueOf(tag, 'value'));
  }
  return fields;
}
