import { expect, test } from 'vitest';
import { instant } from '../calendar/instant.ts';
import { compileCondition } from './condition.ts';
import { type Clause, explain } from './explain.ts';
import { defineSubject, type Values } from './subject.ts';

const subject = defineSubject({
  name: 'Act',
  variables: {
    submitted: { type: 'instant', label: { vi: 'Ngày nộp', en: 'day of filing' } },
    due: { type: 'instant', label: { vi: 'Hạn trả', en: 'due time' } },
    fee: { type: 'money', label: { vi: 'Lệ phí', en: 'fee' } },
    asked: { type: 'int', label: { vi: 'Số lần yêu cầu bổ sung', en: 'supplement requests' } },
    late: { type: 'bool', label: { vi: 'Đã xin lỗi', en: 'apology sent' } },
    channel: {
      type: 'string',
      label: { vi: 'Cách nộp', en: 'channel' },
      words: { online: { vi: 'Trực tuyến', en: 'Online' } },
    },
    child: {
      label: { vi: 'Trẻ', en: 'Child' },
      fields: { birth: { type: 'day', label: { vi: 'Ngày sinh', en: 'Date of birth' } } },
    },
    papers: { type: 'strings', label: { vi: 'Giấy tờ', en: 'papers' } },
    visits: {
      label: { vi: 'Lần khám', en: 'Visits' },
      rows: {
        until: { type: 'instant', label: { vi: 'Hạn', en: 'deadline' } },
        ended: { type: 'instant', label: { vi: 'Lúc xong', en: 'finished' } },
      },
    },
    plain: { type: 'int' },
  },
});
const values: Values = {
  submitted: instant('2026-11-24T08:05'),
  due: instant('2026-11-23T17:00'),
  fee: 8000,
  asked: 2,
  late: false,
  channel: 'online',
  child: { birth: '2026-01-05' },
  papers: ['a'],
};

const clauseOf = (source: string, given = values): Clause => {
  const { condition } = compileCondition(subject, source);
  return condition ? explain(condition, given) : expect.fail(source);
};

test.each([
  ['submitted > due', 'ngày nộp sau hạn trả', 'day of filing is after due time'],
  [
    'submitted <= due + duration("8h")',
    'ngày nộp không sau hạn trả cộng 8 giờ',
    'day of filing is not after due time plus 8 hours',
  ],
  ['fee > 500000', 'lệ phí lớn hơn 500.000 đồng', 'fee is more than 500,000 VND'],
  ["channel == 'online'", 'cách nộp là Trực tuyến', 'channel is Online'],
  ["channel in ['online', 'x']", 'cách nộp là một trong Trực tuyến, x', 'channel is one of Online, x'],
  ["channel != ''", 'cách nộp không phải là để trống', 'channel is not empty'],
  ['!late', 'đã xin lỗi: không', 'apology sent: no'],
  [
    'late && asked >= 2',
    'đã xin lỗi: có và số lần yêu cầu bổ sung không nhỏ hơn 2',
    'apology sent: yes and supplement requests is at least 2',
  ],
  [
    'late && (asked > 1 || fee == 0)',
    'đã xin lỗi: có và (số lần yêu cầu bổ sung lớn hơn 1 hoặc lệ phí là 0 đồng)',
    'apology sent: yes and (supplement requests is more than 1 or fee is 0 VND)',
  ],
  ['child.birth < "2026-02-01"', 'ngày sinh (trẻ) trước 01/02/2026', 'date of birth (child) is before 1 February 2026'],
  [
    'days(child.birth, "2026-11-23") > 60',
    'số ngày từ ngày sinh (trẻ) đến 23/11/2026 lớn hơn 60',
    'days from date of birth (child) to 23 November 2026 is more than 60',
  ],
  ['!answered(child.birth)', 'chưa có ngày sinh (trẻ)', 'date of birth (child) is not given'],
  ['size(papers) == 0', 'số giấy tờ là 0', 'number of papers is 0'],
  [
    'submitted > timestamp("2026-11-23T17:00:00+07:00")',
    'ngày nộp sau 17 giờ 00 phút ngày 23/11/2026',
    'day of filing is after 17:00 on 23 November 2026',
  ],
  [
    'visits.exists(v, !answered(v.ended) && v.until <= due)',
    'có lần khám mà (chưa có lúc xong và hạn không sau hạn trả)',
    'at least one of visits: (finished is not given and deadline is not after due time)',
  ],
  [
    'visits.all(v, v.until > due)',
    'mọi lần khám đều thỏa: hạn sau hạn trả',
    'every one of visits: deadline is after due time',
  ],
  [
    'papers.exists(p, !(p in ["a", "b"]))',
    'có giấy tờ mà mục ấy không phải là một trong a, b',
    'at least one of papers: it is not one of a, b',
  ],
  ['!("a" in papers)', 'a không phải là một trong giấy tờ', 'a is not one of papers'],
  ['plain % 2 == 1', 'plain % 2 là 1', 'plain % 2 is 1'],
])('%s reads: %s', (source, vi, en) => {
  expect(clauseOf(source).sentence).toEqual({ vi, en });
});

test('a condition is taken apart into what held and what did not, with the values', () => {
  const clause = clauseOf("submitted > due && (asked > 5 || plain > 1) && !late && channel == 'online'");
  expect(clause).toMatchObject({ joined: 'all', value: undefined });
  expect(clause.clauses.map((part) => [part.source, part.value, part.joined])).toEqual([
    ['submitted > due', true, undefined],
    ['asked > 5 || plain > 1', undefined, 'any'],
    ['!late', true, 'not'],
    ['channel == "online"', true, undefined],
  ]);
  expect(clause.clauses[0]?.reads).toEqual([
    {
      path: 'submitted',
      label: { vi: 'ngày nộp', en: 'day of filing' },
      printed: { vi: '08 giờ 05 phút ngày 24/11/2026', en: '08:05 on 24 November 2026' },
    },
    {
      path: 'due',
      label: { vi: 'hạn trả', en: 'due time' },
      printed: { vi: '17 giờ 00 phút ngày 23/11/2026', en: '17:00 on 23 November 2026' },
    },
  ]);
  expect(clause.clauses[1]?.clauses[1]).toMatchObject({
    value: undefined,
    reads: [{ path: 'plain', label: { vi: 'plain' } }],
  });
});

test('the whole comes to what evaluation says', () => {
  for (const source of ['submitted > due || plain > 1', 'late || asked > 2', '!(asked == 2) || late']) {
    const { value, clauses } = clauseOf(source);
    expect(value).toBe(clauses.some((clause) => clause.value === true));
  }
});
