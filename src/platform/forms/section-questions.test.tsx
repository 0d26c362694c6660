import { HtmlValidate } from 'html-validate';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { Answers } from './answers.ts';
import { FormErrorSummary } from './form-error-summary.tsx';
import type { Form } from './form.ts';
import { prefill } from './prefill.ts';
import { readForm } from './read-form.ts';
import { reviewForm } from './review.ts';
import { SectionQuestions, type SectionQuestionsProps } from './section-questions.tsx';
import { BIRTH, CONTEXT, formOf, MARITAL } from './test-forms.ts';

const birth = formOf(BIRTH);
const marital = formOf(MARITAL);
const render = (form: Form, section: string, answers: Answers, more: Partial<SectionQuestionsProps> = {}) =>
  renderToString(<SectionQuestions form={form} section={section} answers={answers} context={CONTEXT} {...more} />);

const mother = {
  full_name: 'Lê Thị Hoa',
  birth_date: '1990',
  ethnicity: '01',
  nationality: 'VN',
  id_kind: 'identity-card',
  personal_number: '072190000123',
  residence: { province: '80', commune: '25459', detail: 'Số 5 “Ấp 1” <b>' },
};

test('posting a page back as it is changes nothing', () => {
  for (const [form, section, answers] of [
    [
      birth,
      'child',
      {
        child: {
          full_name: 'Nguyễn Văn Bình',
          birth_date: '2026-11-01',
          born_at: 'home',
          place: { province: '80', commune: '25486', detail: '' },
        },
      },
    ],
    [birth, 'mother', { mother_known: true, mother }],
    [birth, 'papers', { birth_paper: ['f1'], email: 'hoa@vidu.vn', pledge: true }],
    [
      marital,
      'history',
      {
        birth_date: '1990-05-01',
        copies: 2,
        periods: [
          {
            place: { province: '79', commune: 'Phường Bến Thành', detail: '' },
            from: '2008-05',
            married_then: true,
            spouse: 'A',
          },
          { place: { province: '80', commune: '25459', detail: '' }, from: '2012', married_then: false },
        ],
      },
    ],
  ] as const) {
    const read = readForm(form, bodyOf(render(form, section, answers)), {
      context: CONTEXT,
      section,
      previous: answers,
    });
    expect(read.errors).toEqual([]);
    expect(read.more).toEqual([]);
    expect(read.answers).toEqual(answers);
  }
});

test('every page is valid HTML', async () => {
  const validate = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      'void-style': 'off',
      'no-trailing-whitespace': 'off',
      'long-title': 'off',
      'prefer-native-element': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
    },
  });
  for (const [form, section] of [
    [birth, 'child'],
    [birth, 'mother'],
    [birth, 'papers'],
    [marital, 'history'],
  ] as const) {
    const answers = { mother_known: true, child: { born_at: 'home' } };
    const { errors, typed } = readForm(form, {}, { context: CONTEXT, section, previous: answers });
    const summary = renderToString(<FormErrorSummary errors={errors} />);
    const html = `${summary}<form method="post">${render(form, section, answers, { errors, typed })}</form>`;
    const report = await validate.validateString(
      `<!DOCTYPE html><html lang="vi"><head><title>x</title></head><body>${html}</body></html>`,
    );
    expect(
      report.results.flatMap((result) =>
        result.messages.map((message) => `${message.ruleId}: ${message.message} ${message.line}:${message.column}`),
      ),
    ).toEqual([]);
  }
});

test('every sentence of the summary leads to a control', () => {
  for (const [form, section] of [
    [birth, 'child'],
    [birth, 'mother'],
    [birth, 'papers'],
    [marital, 'history'],
  ] as const) {
    const previous = { mother_known: true, child: { born_at: 'home' } };
    const { errors, answers } = readForm(form, {}, { context: CONTEXT, section, previous });
    expect(errors.length).toBeGreaterThan(0);
    const page = render(form, section, answers, { errors });
    const summary = renderToString(<FormErrorSummary errors={errors} />);
    for (const [, id] of summary.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`);
  }
});

test('the summary says which block an error belongs to', () => {
  const { errors } = readForm(birth, { mother_known: 'true' }, { context: CONTEXT, section: 'mother' });
  expect(renderToString(<FormErrorSummary errors={errors} />)).toContain('Người mẹ: Hãy nhập họ, chữ đệm, tên');
});

test('a question for files says which kinds are taken and how large one may be', () => {
  const sections = birth.sections.map(({ key }) => render(birth, key, { child: { born_at: 'facility' } }));
  expect(sections.join('')).toContain('Ảnh hoặc PDF, mỗi tệp không quá 10 MB.');
});

test('what was typed and can not be read comes back as it was, escaped', () => {
  const read = readForm(
    birth,
    {
      'child.full_name': '<script>',
      'child.birth_date.day': '31',
      'child.birth_date.month': '02',
      'child.birth_date.year': '26',
    },
    { context: CONTEXT, section: 'child' },
  );
  const html = render(birth, 'child', read.answers, { errors: read.errors, typed: read.typed });
  expect(bodyOf(html)).toMatchObject({
    'child.full_name': '<script>',
    'child.birth_date.day': '31',
    'child.birth_date.month': '02',
    'child.birth_date.year': '26',
  });
  expect(html).not.toContain('<script>');
});

test('Enter presses a button that only goes on, rows have buttons of their own', () => {
  const html = render(marital, 'history', { periods: [{}, {}] });
  const buttons = [...html.matchAll(/<button[^>]*>/g)].map(([tag]) => /value="([^"]*)"/.exec(tag)?.[1]);
  expect(buttons).toEqual([undefined, 'remove:periods:0', 'remove:periods:1', 'add:periods']);
  expect(render(marital, 'history', {})).not.toContain('remove:periods');
  expect(render(marital, 'history', { periods: [{}, {}, {}] })).not.toContain('add:periods');
});

test('a prefilled answer says where it is from, and that it was changed', () => {
  const population = {
    label: { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'the population register' },
    values: { mother },
  };
  const { answers, provenance } = prefill(birth, { population }, CONTEXT, { mother_known: true });
  expect(answers['mother']).toMatchObject({ full_name: 'Lê Thị Hoa', residence: mother.residence });
  expect(render(birth, 'mother', answers, { provenance })).toContain('Lấy từ Cơ sở dữ liệu quốc gia về dân cư');
  const changed = { ...answers, mother: { ...mother, full_name: 'Lê Thị Hoà' } };
  const rows = reviewForm(birth, changed, { context: CONTEXT, locale: 'vi', provenance }).flatMap((section) =>
    section.parts.flatMap((part) => part.rows),
  );
  expect(rows.filter((row) => row.origin?.changed).map((row) => row.path)).toEqual(['mother.full_name']);
});

/** What a browser would send for this page. */
function bodyOf(html: string): Record<string, string | string[]> {
  const body: Record<string, string | string[]> = {};
  const put = (name: string | undefined, value: string) => {
    if (name === undefined) return;
    const before = body[name];
    body[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  };
  for (const [, input, select, inside = ''] of html.matchAll(CONTROLS)) {
    const attributes = input ?? select ?? '';
    const name = attribute(attributes, 'name');
    if (select !== undefined) put(name, attribute(SELECTED.exec(inside)?.[1] ?? '', 'value') ?? '');
    else if (
      /type="file"/.test(attributes) ||
      (/type="(radio|checkbox)"/.test(attributes) && !/\schecked\b/.test(attributes))
    )
      continue;
    else put(name, attribute(attributes, 'value') ?? '');
  }
  return body;
}

const CONTROLS = /<input((?:[^>"]|"[^"]*")*)>|<select((?:[^>"]|"[^"]*")*)>([\s\S]*?)<\/select>/g;
const SELECTED = /<option((?:[^>"]|"[^"]*")*\sselected(?:[^>"]|"[^"]*")*)>/;

function attribute(attributes: string, name: string): string | undefined {
  const text = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
  return text?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

test('rows of many questions stand folded to the line that names them, open where something is to be mended', () => {
  const steps = formOf({
    ...MARITAL,
    sections: [
      {
        key: 'steps',
        title: { vi: 'Quy trình' },
        fields: [
          {
            kind: 'group',
            key: 'steps',
            label: { vi: 'Các bước' },
            item: { vi: 'Bước' },
            folded: 'name',
            fields: [{ kind: 'text', key: 'name', label: { vi: 'Tên bước' } }],
          },
        ],
      },
    ],
    checks: [],
  });
  const rows = { steps: [{ name: 'Tiếp nhận' }, { name: 'Ký' }, {}] };
  const html = render(steps, 'steps', rows);
  expect([...html.matchAll(/<summary>([^<]*)<\/summary>/g)].map(([, line]) => line)).toEqual([
    'Bước 1: Tiếp nhận',
    'Bước 2: Ký',
  ]);
  expect(html).not.toContain('<details open');
  const message = { vi: 'Sai', en: 'Wrong' };
  const error = { key: 'name', path: 'steps.1.name', name: 'steps.1.name', code: 'x', message, where: [] };
  const mended = render(steps, 'steps', rows, { errors: [error] });
  expect(mended.match(/<details[^>]*open[^>]*>/g)).toHaveLength(1);
});
