/** Routes of the counter's rules: all of them, one group, one ground, and what every dated setting has. */
import { sql } from 'kysely';
import { type Answer, fieldOf, get, notFound, page, post, type Route, seeOther } from '../../../platform/http/route.ts';
import type { SignedIn } from '../../../platform/identity/signed-in.ts';
import { settingRoutes } from '../../../platform/settings/setting-routes.tsx';
import { keyFrom } from '../../../platform/text/key-from.ts';
import type { FieldError } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { editRules, readRulesWorkedOn } from '../edit-rules.ts';
import { RuleItemPage, type RuleItemPageProps } from '../pages/rule-item-page.tsx';
import { RulesPage } from '../pages/rules-page.tsx';
import { RULES, RulesTabs } from '../pages/rules-tabs.tsx';
import { type CounterRules, findGround, findGroup, followRules, type Ground, type ServiceGroup } from '../rules.ts';
import { NUMBERS, readNumber, rulesSetting, withNumber } from '../rules-setting.ts';
import type { CounterTables } from '../tables.ts';
import type { CounterExchange } from './device-routes.tsx';

const edit = { permission: 'counter.edit-rules' } as const;
const NEW = 'moi';
/** `Hộ tịch, cư trú` becomes `ho-tich-cu-tru`; two of one name are refused. */
const RESERVED = new Set([NEW]);

type Own = CounterExchange & { readonly signedIn: SignedIn };

/** The server lets only the signed in through; this says so to the compiler. */
const own =
  (handle: (exchange: Own) => Promise<Answer>) =>
  async (exchange: CounterExchange): Promise<Answer> =>
    exchange.signedIn ? handle(exchange as Own) : notFound;

export const rulesRoutes: readonly Route<CounterTables>[] = [
  get(RULES, edit, (exchange) => showRules(exchange)),
  post(RULES, edit, own(changeNumbers)),
  ...(['nhom', 'uu-tien'] as const).flatMap((kind) => [
    get<CounterTables>(`${RULES}/${kind}/:key`, edit, (exchange) => showItem(exchange, kind)),
    post<CounterTables>(
      `${RULES}/${kind}/:key`,
      edit,
      own((exchange) => changeItem(exchange, kind)),
    ),
    post<CounterTables>(
      `${RULES}/${kind}/:key/bo`,
      edit,
      own((exchange) => removeItem(exchange, kind)),
    ),
    get<CounterTables>(`${RULES}/${kind}/:key/bo`, edit, ({ params }) => seeOther(`${RULES}/${kind}/${params.key}`)),
  ]),
  ...(settingRoutes({
    setting: rulesSetting,
    path: RULES,
    access: edit,
    title: { vi: 'Quy tắc của quầy', en: 'Rules of the counter' },
    effect: {
      vi: 'Từ ngày đó quầy, ki-ốt và trang đặt lịch theo quy tắc này. Số đã lấy và lịch hẹn đã đặt giữ nguyên.',
      en: 'From that day the counter, the kiosk and the booking page follow these rules. Numbers taken and appointments made stay.',
    },
    tabs: (here) => <RulesTabs here={here} />,
    published: ({ platform }) => followRules(platform as CounterExchange['platform']),
  }) as readonly Route<CounterTables>[]),
];

interface Mistake {
  readonly numbers?: Readonly<Record<string, string>>;
  readonly units?: string;
  readonly errors: readonly FieldError[];
}

async function showRules(exchange: CounterExchange, mistake?: Mistake): Promise<Answer> {
  const { rules, isDraft, version } = await readRulesWorkedOn(exchange);
  const units = Object.entries(rules.appointments.units).map(([unit, places]) => `${unit} ${places}`);
  return page(
    <RulesPage
      rules={rules}
      isDraft={isDraft}
      version={version}
      numbers={mistake?.numbers ?? Object.fromEntries(NUMBERS.map((one) => [one.at, String(readNumber(rules, one))]))}
      units={mistake?.units ?? units.join('\n')}
      errors={mistake?.errors ?? []}
    />,
    mistake ? 422 : 200,
  );
}

const WORDS = {
  number: { vi: 'Nhập một số trong khoảng đã nêu.', en: 'Enter a number within the bounds.' },
  units: {
    vi: 'Mỗi dòng một mã đơn vị và một số từ 1 đến 99.',
    en: 'A unit code and a number from 1 to 99 on each line.',
  },
  text: { vi: 'Nhập nội dung.', en: 'Enter the text.' },
  letter: { vi: 'Nhập một chữ cái in hoa từ A đến Z.', en: 'Enter one capital letter from A to Z.' },
  name: { vi: 'Tên phải có chữ cái.', en: 'The name must have letters.' },
  used: {
    vi: 'Nhóm việc này còn quầy đang mở, người đang chờ hoặc lịch hẹn. Hãy đợi hết rồi bỏ.',
    en: 'This group still has an open place, somebody waiting or an appointment. Wait until there is none.',
  },
} as const;

async function changeNumbers(exchange: Own): Promise<Answer> {
  const { form, locale } = exchange;
  const { rules } = await readRulesWorkedOn(exchange);
  const numbers = Object.fromEntries(NUMBERS.map(({ at }) => [at, fieldOf(form, at).trim().slice(0, 6)]));
  const units = fieldOf(form, 'units').slice(0, 4000);
  const read = readUnits(units);
  const wrong = NUMBERS.filter(({ at, least, most }) => {
    const text = numbers[at] ?? '';
    return !/^\d+$/.test(text) || Number(text) < least || Number(text) > most;
  });
  const errors = [
    ...wrong.map(({ at }) => ({ name: at, message: WORDS.number[locale] })),
    ...(read ? [] : [{ name: 'units', message: WORDS.units[locale] }]),
  ];
  if (!read || errors.length > 0) return showRules(exchange, { numbers, units, errors });
  const changed = NUMBERS.reduce((all, one) => withNumber(all, one, Number(numbers[one.at])), rules);
  return editRules(exchange, {
    part: 'numbers',
    back: RULES,
    rules: { ...changed, appointments: { ...changed.appointments, units: read } },
    showAgain: (more) => showRules(exchange, { numbers, units, errors: more }),
  });
}

/** Undefined where a line is none. */
function readUnits(text: string): Record<string, number> | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const read = lines.map((line) => /^([A-Z0-9][A-Z0-9.-]{0,39})[\s:]+([1-9]\d?)$/.exec(line));
  if (read.some((one) => one === null)) return undefined;
  return Object.fromEntries(read.map((one) => [one?.[1] ?? '', Number(one?.[2])]));
}

type Kind = RuleItemPageProps['kind'];

async function showItem(
  exchange: CounterExchange,
  kind: Kind,
  mistake?: { readonly typed?: Readonly<Record<string, string>>; readonly errors: readonly FieldError[] },
): Promise<Answer> {
  const key = exchange.params.key ?? '';
  const { rules, version } = await readRulesWorkedOn(exchange);
  const item = kind === 'nhom' ? findGroup(rules, key) : findGround(rules, key);
  if (!item && key !== NEW) return notFound;
  return page(
    <RuleItemPage
      kind={kind}
      itemKey={key}
      version={version}
      typed={mistake?.typed ?? typedOf(item)}
      errors={mistake?.errors ?? []}
    />,
    mistake ? 422 : 200,
  );
}

function typedOf(item: ServiceGroup | Ground | undefined): Record<string, string> {
  if (!item) return { confirmed: 'true' };
  const name = { nameVi: item.name.vi, nameEn: item.name.en ?? '' };
  if ('letter' in item) return { ...name, letter: item.letter, aboutVi: item.about.vi, aboutEn: item.about.en ?? '' };
  const { from_age, under_months, basis, confirm } = item;
  const counts = { fromAge: String(from_age ?? ''), underMonths: String(under_months ?? '') };
  return { ...name, ...counts, basis, confirmed: String(confirm === undefined) };
}

const FIELDS: Readonly<Record<Kind, readonly string[]>> = {
  nhom: ['letter', 'nameVi', 'nameEn', 'aboutVi', 'aboutEn'],
  'uu-tien': ['nameVi', 'nameEn', 'fromAge', 'underMonths', 'basis', 'confirmed'],
};
const MAY_BE_EMPTY = new Set(['fromAge', 'underMonths', 'confirmed']);

async function changeItem(exchange: Own, kind: Kind): Promise<Answer> {
  const { form, params, locale } = exchange;
  const { rules } = await readRulesWorkedOn(exchange);
  const isNew = params.key === NEW;
  const typed = Object.fromEntries(
    FIELDS[kind].map((name) => [name, fieldOf(form, name).normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 300)]),
  );
  const key = isNew ? keyFrom(typed.nameVi ?? '', RESERVED, { most: 30 }) : (params.key ?? '');
  const known = kind === 'nhom' ? findGroup(rules, key) : findGround(rules, key);
  if (!isNew && !known) return notFound;
  const errors = FIELDS[kind].flatMap((name): FieldError[] => {
    const text = typed[name] ?? '';
    if (text === '') return MAY_BE_EMPTY.has(name) ? [] : [{ name, message: WORDS.text[locale] }];
    if (name === 'letter' && !/^[A-Z]$/.test(text)) return [{ name, message: WORDS.letter[locale] }];
    if ((name === 'fromAge' || name === 'underMonths') && !/^[1-9]\d{0,2}$/.test(text))
      return [{ name, message: WORDS.number[locale] }];
    return name === 'nameVi' && key === '' ? [{ name, message: WORDS.name[locale] }] : [];
  });
  if (errors.length > 0) return showItem(exchange, kind, { typed, errors });
  return editRules(exchange, {
    part: `${kind} ${key}`,
    back: `${RULES}/${kind}/${params.key}`,
    rules: withItem(rules, kind, { key, isNew, typed }),
    showAgain: (more) => showItem(exchange, kind, { typed, errors: more }),
  });
}

interface Item {
  readonly key: string;
  readonly isNew: boolean;
  readonly typed: Readonly<Record<string, string>>;
}

function withItem(rules: CounterRules, kind: Kind, { key, isNew, typed }: Item): CounterRules {
  const text = (name: string) => typed[name] ?? '';
  const put = <T extends { key: string }>(items: readonly T[], item: T): T[] =>
    isNew ? [...items, item] : items.map((one) => (one.key === key ? item : one));
  const name = { vi: text('nameVi'), en: text('nameEn') };
  if (kind === 'nhom') {
    const about = { vi: text('aboutVi'), en: text('aboutEn') };
    return { ...rules, groups: put(rules.groups, { key, letter: text('letter'), name, about }) };
  }
  const ground: Ground = {
    key,
    name,
    ...(text('fromAge') && { from_age: Number(text('fromAge')) }),
    ...(text('underMonths') && { under_months: Number(text('underMonths')) }),
    basis: text('basis'),
    ...(text('confirmed') === 'true' ? {} : { confirm: '?' }),
  };
  return { ...rules, grounds: put(rules.grounds, ground) };
}

async function removeItem(exchange: Own, kind: Kind): Promise<Answer> {
  const { db, params, locale } = exchange;
  const key = params.key ?? '';
  const { rules } = await readRulesWorkedOn(exchange);
  if (!(kind === 'nhom' ? findGroup(rules, key) : findGround(rules, key))) return notFound;
  if (kind === 'nhom' && (await isGroupUsed(db, key)))
    return showItem(exchange, kind, { errors: [{ message: WORDS.used[locale] }] });
  const without = <T extends { key: string }>(items: readonly T[]) => items.filter((one) => one.key !== key);
  return editRules(exchange, {
    part: `${kind} ${key}`,
    back: `${RULES}/${kind}/${key}`,
    rules:
      kind === 'nhom' ? { ...rules, groups: without(rules.groups) } : { ...rules, grounds: without(rules.grounds) },
    showAgain: (errors) => showItem(exchange, kind, { errors }),
  });
}

async function isGroupUsed(db: CounterExchange['db'], key: string): Promise<boolean> {
  const found = await sql<{ used: boolean }>`
    select exists (select 1 from counter.place where account_id is not null and ${key} = any(group_keys))
      or exists (select 1 from counter.ticket where group_key = ${key} and state in ('waiting', 'called', 'serving', 'absent'))
      or exists (select 1 from counter.appointment where group_key = ${key} and state = 'booked') as used
  `.execute(db);
  return found.rows[0]?.used ?? false;
}
