import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { SlaChip } from './sla-chip.tsx';
import { StatusChip } from './status-chip.tsx';
import { Unconfirmed } from './unconfirmed.tsx';

test('a dossier in time carries no chip, so that late ones stand out', () => {
  expect(renderToString(<SlaChip state="in-time">Còn 6 ngày</SlaChip>)).toBe(
    '<span class="vc-in-time">Còn 6 ngày</span>',
  );
});

test('late is filled red, soon is a tint; both with an icon', () => {
  expect(renderToString(<SlaChip state="late">Quá 5 giờ</SlaChip>)).toMatch(/data-tone="danger" data-solid.*<svg/);
  const soon = renderToString(<SlaChip state="soon">Còn 3 giờ</SlaChip>);
  expect(soon).toMatch(/data-tone="warning"><svg/);
});

test.each(['met', 'on-track', 'at-risk', 'late', 'no-data'] as const)(
  'the status %s has a word and an icon',
  (status) => {
    expect(renderToString(<StatusChip status={status} />)).toMatch(/<svg.*<\/svg>\S+/);
  },
);

test('an unverified fact says so in words', () => {
  expect(renderToString(<Unconfirmed />)).toContain('chờ xác nhận');
});
