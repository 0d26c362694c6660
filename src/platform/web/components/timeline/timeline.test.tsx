import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { OfficerTimeline } from './officer-timeline.tsx';
import { Timeline } from './timeline.tsx';

test('the present step says so in words and is marked as current', () => {
  const html = renderToString(
    <Timeline steps={[{ state: 'waiting', title: 'chờ bổ sung', at: '20/11/2026 15:40' }]} />,
  );
  expect(html).toContain('Bây giờ: chờ bổ sung');
  expect(html).toContain('aria-current="step"');
});

test('a step to come says so to who cannot see the dashes', () => {
  expect(renderToString(<Timeline steps={[{ state: 'to-come', title: 'Ký' }]} />)).toContain(
    '<span class="ds-sr-only">Sắp tới: </span>Ký',
  );
});

test("the officer's entries are newest first and a flagged one is marked", () => {
  const html = renderToString(<OfficerTimeline entries={[{ at: '20/11', act: 'Yêu cầu', mark: 'V03' }]} />);
  expect(html).toMatch(/<ol[^>]*reversed/);
  expect(html).toContain('data-flagged');
  expect(renderToString(<OfficerTimeline entries={[{ at: '20/11', act: 'Yêu cầu' }]} />)).not.toContain('data-flagged');
});
