import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { reviewForm } from './review.ts';
import { ReviewList } from './review-list.tsx';
import { SectionQuestions } from './section-questions.tsx';
import { BIRTH, CONTEXT, formOf } from './test-forms.ts';

const form = formOf(BIRTH);
const answers = {
  child: {
    full_name: 'Bình <b>',
    birth_date: '2026-11-01',
    born_at: 'home',
    place: { province: '80', commune: '25459', detail: '' },
  },
  mother_known: false,
  birth_paper: ['f1', 'f2'],
};
const sections = reviewForm(form, answers, { context: CONTEXT, locale: 'vi' });

test('each answer has a link to where it is changed, and the link finds its question', () => {
  const html = renderToString(<ReviewList sections={sections} changePath={(section) => `/khai/${section}`} />);
  const links = [...html.matchAll(/href="\/khai\/([a-z]+)#([^"]+)"/g)].map(([, section, id]) => ({ section, id }));
  expect(links.map((link) => link.id)).toEqual(
    expect.arrayContaining([
      'child-full_name',
      'child-birth_date',
      'child-born_at',
      'child-place-province',
      'mother_known',
      'birth_paper',
    ]),
  );
  for (const { section = '', id } of links) {
    const page = renderToString(<SectionQuestions form={form} section={section} answers={answers} context={CONTEXT} />);
    expect(page).toContain(`id="${id}"`);
  }
});

test('what is unanswered says so, files are shown by whoever knows them, text is escaped', () => {
  const html = renderToString(<ReviewList sections={sections} fileOf={(id) => <a href={`/tep/${id}`}>{id}.pdf</a>} />);
  expect(html).toContain('Chưa trả lời');
  expect(html).toContain('<a href="/tep/f2">f2.pdf</a>');
  expect(html).toContain('Bình &lt;b>');
  expect(html).not.toContain('Sửa');
});
