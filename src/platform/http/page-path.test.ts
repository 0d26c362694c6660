import { expect, test } from 'vitest';
import { pagePath } from './page-path.ts';
import { get, notFound, post, type Route } from './route.ts';

const routes: readonly Route[] = [
  get('/', 'public', () => notFound),
  get('/quan-tri/tai-khoan/:id', 'public', () => notFound),
  post('/quan-tri/tai-khoan/:id/mat-khau', 'public', () => notFound),
];

test.each([
  ['/quan-tri/tai-khoan/1?q=a', '/quan-tri/tai-khoan/1?q=a'],
  ['/quan-tri/tai-khoan/1/mat-khau?q=a', '/quan-tri/tai-khoan/1'],
  ['/dau-do/khac', '/'],
  ['/', '/'],
])('%s is asked for again at %s', (path, page) => {
  expect(pagePath(routes, path)).toBe(page);
});
