/** The rules of the counter as a dated setting: what differs between two, and what can't be. */
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { type Fault, fault, repeated } from '../../platform/pack/fault.ts';
import type { Difference, Setting } from '../../platform/settings/setting.ts';
import { type CounterRules, faultsOfShape, type Ground, RULES_SETTING } from './rules.ts';

type Both = Required<LocalText>;

export const rulesSetting: Setting<CounterRules> = {
  name: RULES_SETTING,
  compare: (before, after) => {
    const [was, is] = [linesOf(before), linesOf(after)];
    const keys = [...new Set([...was.keys(), ...is.keys()])];
    return keys.flatMap((key): Difference[] => {
      const [old, fresh] = [was.get(key), is.get(key)];
      const what = (fresh ?? old)?.what;
      if (!what || (old?.words.vi === fresh?.words.vi && old?.words.en === fresh?.words.en)) return [];
      return [{ key, what, before: old?.words ?? null, after: fresh?.words ?? null }];
    });
  },
  check: (rules) => [...faultsOfShape(rules), ...twice(rules)],
};

/** A number on a ticket begins with the letter of its group. */
function twice({ groups, grounds }: CounterRules): Fault[] {
  return [
    ...repeated(groups.map(({ letter }) => letter)).map((letter) =>
      fault(
        'counter.letter-twice',
        'letter',
        `Hai nhóm việc cùng chữ ${letter}: số thứ tự sẽ trùng nhau.`,
        `Two groups have the letter ${letter}: their numbers would be the same.`,
      ),
    ),
    ...repeated([...groups, ...grounds].map(({ key }) => key)).map((key) =>
      fault('counter.key-twice', key, `Mã ${key} có hai lần.`, `The key ${key} is there twice.`),
    ),
  ];
}

/** The numbers of the rules, each with its name, its place in the rules and its bounds. */
export const NUMBERS = [
  number('order.most_in_a_row', 1, 20, 'Số người ưu tiên gọi liền nhau nhiều nhất', 'Most priority people in a row'),
  number('absence.calls', 1, 10, 'Gọi mấy lần rồi ghi vắng', 'Calls before absence'),
  number('absence.return_minutes', 0, 480, 'Trở lại trong bao nhiêu phút', 'Minutes to come back in'),
  number('absence.returns', 0, 5, 'Được trở lại mấy lần', 'Times one may come back'),
  number('appointments.slot_minutes', 5, 240, 'Một khung giờ hẹn, phút', 'Minutes of a slot'),
  number('appointments.places', 1, 99, 'Mỗi khung giờ nhận mấy người', 'People in a slot'),
  number('appointments.ahead_days', 1, 180, 'Đặt trước nhiều nhất, ngày', 'Days ahead at most'),
  number('appointments.notice_minutes', 0, 10_080, 'Đặt trước ít nhất, phút', 'Minutes of notice at least'),
  number('appointments.open_each', 1, 20, 'Một người có mấy lịch hẹn cùng lúc', 'Open appointments of a person'),
  number('appointments.early_minutes', 0, 480, 'Đến sớm nhất trước giờ hẹn, phút', 'Minutes early at most'),
  number('appointments.late_minutes', 0, 480, 'Đến muộn nhất sau giờ hẹn, phút', 'Minutes late at most'),
  number('close.after_minutes', 0, 600, 'Đóng số còn lại sau giờ đóng cửa, phút', 'Minutes after closing time'),
  number('close.names_days', 1, 3650, 'Giữ tên người hẹn, ngày', 'Days names are kept'),
] as const;

export interface NumberOfRules {
  /** `absence.calls`. */
  readonly at: string;
  readonly least: number;
  readonly most: number;
  readonly name: Both;
}

function number(at: string, least: number, most: number, vi: string, en: string): NumberOfRules {
  return { at, least, most, name: { vi, en } };
}

export function readNumber(rules: CounterRules, { at }: NumberOfRules): number {
  const [part = '', key = ''] = at.split('.');
  return (rules as unknown as Record<string, Record<string, number>>)[part]?.[key] ?? 0;
}

/** The rules with one number changed. */
export function withNumber(rules: CounterRules, { at }: NumberOfRules, value: number): CounterRules {
  const [part = '', key = ''] = at.split('.');
  return { ...rules, [part]: { ...rules[part as 'order' | 'absence' | 'appointments' | 'close'], [key]: value } };
}

interface Line {
  readonly what: Both;
  readonly words: Both;
}

/** Everything the rules say, each thing by a key of its own. */
function linesOf(rules: CounterRules): Map<string, Line> {
  const both = (text: string): Both => ({ vi: text, en: text });
  const local = ({ vi, en = vi }: LocalText): Both => ({ vi, en });
  const groups = rules.groups.map(({ key, letter, name, about }): [string, Line] => {
    const [names, abouts] = [local(name), local(about)];
    const words = { vi: `${letter}. ${names.vi}: ${abouts.vi}`, en: `${letter}. ${names.en}: ${abouts.en}` };
    return [`group ${key}`, { what: { vi: `Nhóm việc ${names.vi}`, en: `Group ${names.en}` }, words }];
  });
  const grounds = rules.grounds.map((ground): [string, Line] => {
    const [names, words] = [local(ground.name), groundInWords(ground)];
    return [`ground ${ground.key}`, { what: { vi: `Lý do ưu tiên ${names.vi}`, en: `Priority ${names.en}` }, words }];
  });
  const numbers = NUMBERS.map((one): [string, Line] => [
    one.at,
    { what: one.name, words: both(String(readNumber(rules, one))) },
  ]);
  const units = Object.entries(rules.appointments.units).map(([unit, places]): [string, Line] => [
    `places ${unit}`,
    {
      what: { vi: `Số người mỗi khung giờ ở ${unit}`, en: `People in a slot at ${unit}` },
      words: both(String(places)),
    },
  ]);
  return new Map([...groups, ...grounds, ...numbers, ...units]);
}

/** `Người từ 60 tuổi trở lên; từ 60 tuổi (Luật …; chưa xác nhận)`. */
function groundInWords({ name, basis, confirm, from_age: age, under_months: months }: Ground): Both {
  const say = (own: string, from: string, under: string, open: string): string => {
    const bounds = [
      ...(age === undefined ? [] : [`${from} ${age}`]),
      ...(months === undefined ? [] : [`${under} ${months}`]),
    ];
    return `${[own, ...bounds].join('; ')} (${confirm === undefined ? basis : `${basis}; ${open}`})`;
  };
  return {
    vi: say(name.vi, 'từ tuổi', 'dưới số tháng', 'chưa xác nhận'),
    en: say(name.en ?? name.vi, 'from age', 'under months', 'not confirmed'),
  };
}
