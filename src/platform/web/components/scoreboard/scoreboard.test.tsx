import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Scoreboard, type ScoreLine } from './scoreboard.tsx';
import { pointsOf } from './trend-line.tsx';

const line: ScoreLine = {
  code: 'T30-2a',
  name: 'Giảm thủ tục hành chính',
  href: '/de-an/chi-tieu/T30-2a',
  parts: 'chưa nhập mốc ban đầu',
  target: ['≥ 30 %'],
  due: '31/12/2030',
  bar: { filled: 0, tick: 300 },
  trend: [],
  status: 'no-data',
};
const shown = (one: ScoreLine) => renderToString(<Scoreboard groups={[{ key: 'a', title: 'Nhóm', lines: [one] }]} />);

test('without a value there is no percentage of what is reached and the bar is empty', () => {
  const html = shown(line);
  expect(html).toContain('Chưa có số liệu');
  expect(html).not.toMatch(/0 %<\/span> <span class="vc-score-second">chưa/);
  expect(html).toContain('vc-bar-none');
  expect(html).not.toContain('vc-bar-filled');
});

test('the tick of a target at the end of the bar stays inside it', () => {
  const html = shown({ ...line, value: '9', bar: { filled: 750, tick: 1000 } });
  expect(html).toContain('class="vc-bar-tick" x="982"');
});

test('a month without a value is passed over, not drawn as nought', () => {
  expect(pointsOf([50, null, 60])).toEqual([
    { x: 5, y: 35 },
    { x: 115, y: 5 },
  ]);
});

test('values that never moved are a level line', () => {
  expect(pointsOf([50, 50]).map(({ y }) => y)).toEqual([20, 20]);
});
