import { expect, test } from 'vitest';
import { packCalendar } from '../../../test/harness/calendar.ts';
import { instant } from '../../platform/calendar/instant.ts';
import type { ClockEvent } from '../../platform/cases/act.ts';
import { timeLeft } from './time-left.ts';

const office = { calendar: packCalendar() };
const at = (clock: readonly ClockEvent[], now: string) =>
  timeLeft({ clock, term: '10wd', receivedAt: clock[0]?.at ?? null }, office, instant(now));

const started: ClockEvent = { kind: 'started', at: instant('2026-11-16T08:15'), term: '10wd' };
const paused: ClockEvent = { kind: 'paused', at: instant('2026-11-20T15:40'), reason: 'supplement' };

test('a day is a cell: four used, the fifth paused, the rest to come', () => {
  const time = at([started, paused], '2026-11-20T16:00');
  expect(time?.standing).toBe('paused');
  expect(time?.cells.slice(0, 5)).toEqual(['used', 'used', 'used', 'used', 'paused']);
  expect(time?.cells.slice(5).every((cell) => cell === 'left')).toBe(true);
  expect(time?.sentence.vi).toBe('Đã dùng 4 trên 10 ngày làm việc. Đồng hồ dừng từ 15 giờ 40 phút ngày 20/11/2026.');
  expect(time?.captions.map((caption) => caption.vi)).toEqual(['Nhận 16/11', 'Dừng 1 ngày', 'Trả 30/11']);
});

test('on the way it names the time of the result, and weekends are no cells', () => {
  const time = at([started], '2026-11-18T10:00');
  expect(time?.standing).toBe('in-time');
  expect(time?.cells).toEqual(['used', 'used', ...Array.from({ length: 9 }, () => 'left')]);
  expect(time?.sentence.vi).toBe('Đã dùng 2 trên 10 ngày làm việc. Trả kết quả trước 08 giờ 15 phút ngày 30/11/2026.');
});

test('late days are counted and said', () => {
  const time = at([started], '2026-12-02T09:00');
  expect(time?.standing).toBe('late');
  expect(time?.cells.filter((cell) => cell === 'over')).toHaveLength(2);
  expect(time?.sentence.vi).toBe('Quá hạn 2 ngày làm việc so với 08 giờ 15 phút ngày 30/11/2026.');
});

test('once decided it says whether that was in time, and the days after are nobody’s', () => {
  const inTime = at([started, { kind: 'stopped', at: instant('2026-11-25T10:00') }], '2026-12-20T09:00');
  expect(inTime?.sentence.vi).toMatch(/^Xong trước hạn/);
  expect(inTime?.cells).not.toContain('over');
  const late = at([started, { kind: 'stopped', at: instant('2026-12-01T10:00') }], '2026-12-20T09:00');
  expect(late?.sentence.vi).toMatch(/^Xong sau hạn/);
});

test('before acceptance there is no bar', () => {
  expect(timeLeft({ clock: [], term: '10wd', receivedAt: null }, office, instant('2026-11-20T10:00'))).toBeUndefined();
});
