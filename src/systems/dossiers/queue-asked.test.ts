import { expect, test } from 'vitest';
import { queueHref, queueOf, readAsked, sortOf, sortSlug } from './queue-asked.ts';

test('a queue, its order and its page are read from the URL and written back', () => {
  const asked = readAsked({ hang: 'qua-han', xep: '-nguoi', sau: 'Hoa~1', mo: 'H53.101.1-261123-0001', q: 'hoa' });
  expect(queueOf(asked)).toBe('late');
  expect(sortOf(asked)).toEqual({ column: 'person', descending: true });
  expect(sortSlug({ column: 'person', descending: true })).toBe('-nguoi');
  expect(queueHref(asked, { kenh: 'post' })).toBe('/can-bo/ho-so?hang=qua-han&q=hoa&kenh=post&xep=-nguoi');
});

test('without a queue a search looks through the unit; what nobody offers is the queue’s own order', () => {
  expect(queueOf(readAsked({}))).toBe('mine');
  expect(queueOf(readAsked({ q: 'hoa', hang: 'khong-co' }))).toBe('unit');
  expect(sortOf(readAsked({ xep: 'mau-sac' }))).toBeUndefined();
  expect(sortOf(readAsked({ xep: '' }))).toBeUndefined();
});
