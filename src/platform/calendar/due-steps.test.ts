import { expect, test } from 'vitest';
import { packCalendar } from '../../../test/harness/calendar.ts';
import { dueTime } from './due-time.ts';
import { instant } from './instant.ts';
import { parseTerm, type Term } from './term.ts';

const calendar = packCalendar();

const aPause = (text: string) => {
  const [from = '', to = ''] = text.split('..');
  return { from: instant(from), to: instant(to) };
};

const aDueTime = (received: string, term: string, ...pauses: string[]) =>
  dueTime({
    calendar,
    receivedAt: instant(received),
    term: parseTerm(term).term as Term,
    pauses: pauses.map(aPause),
  });

const told = (...input: Parameters<typeof aDueTime>) => aDueTime(...input).steps.map(({ text }) => text.vi);

test('the example is explained day by day, in words for a citizen', () => {
  expect(told('2026-02-12T16:10', '3wd')).toEqual([
    'Hồ sơ được nhận lúc 16:10 thứ Năm 12/02/2026.',
    'Nhận sau 15:00 nên thời hạn tính từ đầu giờ của ngày làm việc tiếp theo.',
    'Thời hạn 3 ngày làm việc bắt đầu tính từ 07:00 thứ Sáu 13/02/2026.',
    'Thứ Sáu 13/02/2026: tính 1 ngày làm việc, còn 2 ngày làm việc.',
    'Từ thứ Bảy 14/02/2026 đến Chủ nhật 22/02/2026: nghỉ Tết Nguyên đán, không tính.',
    'Thứ Hai 23/02/2026: tính 1 ngày làm việc, còn 1 ngày làm việc.',
    'Thứ Ba 24/02/2026: tính 1 ngày làm việc, đủ thời hạn.',
    'Hạn trả kết quả: 17:00 thứ Ba 24/02/2026.',
    'Giờ làm việc 07:00-11:30, 13:30-17:00: chưa có văn bản xác nhận.',
    'Mốc 15:00 để chuyển sang ngày làm việc tiếp theo: chưa có văn bản xác nhận.',
  ]);
  expect(aDueTime('2026-02-12T16:10', '3wd').steps.map(({ text }) => text.en)).toContain(
    'Saturday 14 February 2026 to Sunday 22 February 2026: Lunar New Year, not counted.',
  );
});

test('a rest day of receipt, a swapped Saturday and a swapped Monday are named', () => {
  expect(told('2026-08-22T09:00', '6wd').slice(1, -1)).toEqual([
    'Thời hạn 6 ngày làm việc bắt đầu tính từ 09:00 thứ Bảy 22/08/2026.',
    'Thứ Bảy 22/08/2026 (làm bù cho ngày nghỉ hoán đổi thứ Hai 31/08/2026): tính 6 giờ, còn 5 ngày làm việc 2 giờ.',
    'Chủ nhật 23/08/2026: nghỉ hằng tuần, không tính.',
    'Thứ Hai 24/08/2026: tính 1 ngày làm việc, còn 4 ngày làm việc 2 giờ.',
    'Thứ Ba 25/08/2026: tính 1 ngày làm việc, còn 3 ngày làm việc 2 giờ.',
    'Thứ Tư 26/08/2026: tính 1 ngày làm việc, còn 2 ngày làm việc 2 giờ.',
    'Thứ Năm 27/08/2026: tính 1 ngày làm việc, còn 1 ngày làm việc 2 giờ.',
    'Thứ Sáu 28/08/2026: tính 1 ngày làm việc, còn 2 giờ.',
    'Từ thứ Bảy 29/08/2026 đến Chủ nhật 30/08/2026: nghỉ hằng tuần, không tính.',
    'Thứ Hai 31/08/2026: nghỉ hoán đổi, làm bù thứ Bảy 22/08/2026, không tính.',
    'Từ thứ Ba 01/09/2026 đến thứ Tư 02/09/2026: nghỉ Quốc khánh, không tính.',
    'Thứ Năm 03/09/2026: tính 2 giờ, đủ thời hạn.',
    'Hạn trả kết quả: 09:00 thứ Năm 03/09/2026.',
  ]);
});

test('the days off between a receipt and the start are told before the start', () => {
  expect(told('2026-02-17T09:00', '1wd').slice(1, 4)).toEqual([
    'Nhận vào ngày nghỉ nên thời hạn tính từ lúc mở cửa của ngày làm việc tiếp theo.',
    'Từ thứ Ba 17/02/2026 đến Chủ nhật 22/02/2026: nghỉ Tết Nguyên đán, không tính.',
    'Thời hạn 1 ngày làm việc bắt đầu tính từ 07:00 thứ Hai 23/02/2026.',
  ]);
  expect(told('2026-03-02T12:00', '1wd')[1]).toBe('Nhận ngoài giờ làm việc nên thời hạn tính từ lúc mở cửa tiếp theo.');
});

test('pauses are told where they begin, with the working time they held; those outside the term as such', () => {
  const steps = told(
    '2026-03-02T09:00',
    '2wd',
    '2026-03-02T10:00..2026-03-04T08:30',
    '2026-02-23T08:00..2026-02-24T08:00',
    '2026-03-20T08:00..2026-03-23T08:00',
  );
  expect(steps.slice(2, -2)).toEqual([
    'Thứ Hai 02/03/2026: tính 1 giờ, còn 1 ngày làm việc 7 giờ.',
    'Tạm dừng từ 10:00 thứ Hai 02/03/2026 đến 08:30 thứ Tư 04/03/2026: 1 ngày làm việc 6 giờ 30 phút không tính vào thời hạn.',
    'Thứ Tư 04/03/2026: tính 6 giờ 30 phút, còn 1 ngày làm việc 30 phút.',
    'Thứ Năm 05/03/2026: tính 1 ngày làm việc, còn 30 phút.',
    'Thứ Sáu 06/03/2026: tính 30 phút, đủ thời hạn.',
    'Tạm dừng từ 08:00 thứ Hai 23/02/2026 đến 08:00 thứ Ba 24/02/2026: ngoài thời hạn, không làm thay đổi hạn.',
    'Tạm dừng từ 08:00 thứ Sáu 20/03/2026 đến 08:00 thứ Hai 23/03/2026: ngoài thời hạn, không làm thay đổi hạn.',
  ]);
});

test('days off inside a pause are not told: the clock stood still anyway', () => {
  expect(told('2026-02-13T09:00', '1wd', '2026-02-13T16:00..2026-02-23T08:00').slice(2, -2)).toEqual([
    'Thứ Sáu 13/02/2026: tính 5 giờ, còn 3 giờ.',
    'Tạm dừng từ 16:00 thứ Sáu 13/02/2026 đến 08:00 thứ Hai 23/02/2026: 2 giờ không tính vào thời hạn.',
    'Thứ Hai 23/02/2026: tính 3 giờ, đủ thời hạn.',
  ]);
});

test('a pause that ends as the term starts is outside it', () => {
  for (const term of ['5d', '5wd']) {
    const { steps } = aDueTime('2026-03-02T09:00', term, '2026-02-27T09:00..2026-03-02T09:00');
    expect(steps.map(({ code }) => code)).toContain('pause-without-effect');
    expect(steps.map(({ code }) => code)).not.toContain('paused');
  }
});

test('calendar days: what is not counted, where counting ends, pauses, and the day it is carried to', () => {
  expect(told('2026-03-02T09:00', '5d', '2026-03-03T10:00..2026-03-04T10:00').slice(1, -1)).toEqual([
    'Thời hạn 5 ngày bắt đầu tính từ 09:00 thứ Hai 02/03/2026.',
    'Ngày bắt đầu, thứ Hai 02/03/2026, không tính.',
    'Đếm 5 ngày, kể cả ngày nghỉ: đến thứ Bảy 07/03/2026.',
    'Tạm dừng từ 10:00 thứ Ba 03/03/2026 đến 10:00 thứ Tư 04/03/2026: hạn lùi 1 ngày (ngày đầu tạm dừng không tính).',
    'Ngày cuối, Chủ nhật 08/03/2026, nghỉ hằng tuần nên hạn chuyển sang ngày làm việc tiếp theo, thứ Hai 09/03/2026.',
    'Hạn trả kết quả: 17:00 thứ Hai 09/03/2026.',
  ]);
  expect(told('2026-02-05T10:00', '10d')).toContain(
    'Ngày cuối, Chủ nhật 15/02/2026, nghỉ Tết Nguyên đán nên hạn chuyển sang ngày làm việc tiếp theo, thứ Hai 23/02/2026.',
  );
});

test('a long term is told in runs', () => {
  expect(told('2026-03-02T09:00', '30wd').slice(2, -2)).toEqual([
    'Thứ Hai 02/03/2026: tính 6 giờ, còn 29 ngày làm việc 2 giờ.',
    'Từ thứ Ba 03/03/2026 đến thứ Sáu 10/04/2026: tính 29 ngày làm việc, còn 2 giờ.',
    'Thứ Hai 13/04/2026: tính 2 giờ, đủ thời hạn.',
  ]);
});

test('a same-day term and an extension say so', () => {
  expect(told('2026-03-02T09:00', '0wd')[1]).toBe(
    'Thời hạn là trong ngày: đến hết giờ làm việc của ngày bắt đầu, thứ Hai 02/03/2026.',
  );
  const extended = dueTime({
    calendar,
    receivedAt: instant('2026-03-02T09:00'),
    term: { count: 1, unit: 'wd' },
    pauses: [aPause('2026-03-02T10:00..2026-03-02T11:00')],
    extensions: [{ at: instant('2026-03-02T14:00'), until: instant('2026-03-10T17:00') }],
  });
  expect(extended.steps.slice(1, -1).map(({ text }) => text.vi)).toEqual([
    'Quyết định lúc 14:00 thứ Hai 02/03/2026 hẹn lại hạn đến 17:00 thứ Ba 10/03/2026.',
    'Hạn trả kết quả: 17:00 thứ Ba 10/03/2026.',
  ]);
});

test('what no document confirms is named where the due time rests on it, and only there', () => {
  const named = (received: string, term: string, ...pauses: string[]) =>
    aDueTime(received, term, ...pauses)
      .steps.filter(({ code }) => code === 'unconfirmed')
      .map(({ text }) => text.vi)
      .filter((text) => !text.startsWith('Giờ làm việc'));
  const tet = 'Tết Nguyên đán (từ thứ Năm 04/02/2027 đến thứ Tư 10/02/2027): chưa có văn bản xác nhận.';
  expect(named('2027-02-03T08:00', '2wd')).toEqual([tet]);
  expect(named('2027-03-03T08:00', '2wd')).toEqual([]);
  expect(named('2027-02-01T08:00', '20d')).toEqual([]);
  expect(named('2027-02-01T08:00', '7d')).toEqual([tet.replace('thứ Năm 04', 'thứ Hai 08')]);
  expect(named('2027-02-03T08:00', '3wd', '2027-02-03T16:00..2027-02-15T09:00')).toEqual([]);
  expect(named('2028-01-21T14:00', '1wd')).toEqual([
    'Tết Nguyên đán (từ thứ Hai 24/01/2028 đến thứ Sáu 28/01/2028): chưa có văn bản xác nhận.',
  ]);
  expect(named('2026-11-23T09:00', '2wd')).toEqual([
    'Ngày Văn hóa Việt Nam (thứ Ba 24/11/2026) được tính là ngày làm việc: chưa có văn bản xác nhận là ngày nghỉ.',
  ]);
  expect(named('2025-04-25T14:00', '1wd')).toEqual([
    'Làm bù cho ngày nghỉ hoán đổi thứ Sáu 02/05/2025 (thứ Bảy 26/04/2025): chưa có văn bản xác nhận.',
  ]);
  expect(named('2035-12-28T09:00', '5wd')).toEqual([
    'Lịch chỉ có ngày nghỉ lễ từ thứ Tư 01/01/2020 đến thứ Hai 31/12/2035; ngày nghỉ lễ ngoài khoảng đó chưa được tính.',
  ]);
});
