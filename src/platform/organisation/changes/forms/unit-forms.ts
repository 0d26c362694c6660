/** Forms of a new unit, and of a unit that is renamed, moved or found elsewhere. */
import { refuse, type Refusal } from '../../../cases/decision.ts';
import { newId } from '../../../db/ids.ts';
import { tidyLine } from '../../../text/fold.ts';
import { UNIT_KINDS, type UnitKind } from '../../definition.ts';
import type { ChangeItem, UnitFacts } from '../item.ts';
import { isRefusal, lookUpArea, lookUpUnit } from '../look-up.ts';
import type { StandingRole } from '../standing.ts';
import { UNIT_KIND_NAMES } from '../unit-kinds.ts';
import { type FormContext, type ItemForm, type Question, type ReadItems, type Typed, wrong } from './item-form.ts';

const FACTS: readonly Question[] = [
  { name: 'name', label: { vi: 'Tên đơn vị', en: 'Name in Vietnamese' } },
  { name: 'name_en', label: { vi: 'Tên tiếng Anh', en: 'Name in English' }, optional: true },
  {
    name: 'code',
    label: { vi: 'Mã định danh', en: 'Identification code' },
    hint: { vi: 'Ví dụ H53.101.5; để trống nếu chưa có', en: 'Such as H53.101.5; empty where there is none yet' },
    width: 12,
    optional: true,
  },
  {
    name: 'kind',
    label: { vi: 'Loại', en: 'Kind' },
    as: 'choice',
    choices: UNIT_KINDS.map((value) => ({ value, label: UNIT_KIND_NAMES[value] })),
  },
  {
    name: 'section',
    label: { vi: 'Lĩnh vực chuyên môn', en: 'Field of work' },
    hint: {
      vi: 'Tên mà quy trình dùng, ví dụ economy, culture-society, office',
      en: 'As processes name it, such as economy, culture-society, office',
    },
    width: 24,
    optional: true,
  },
  {
    name: 'parent',
    label: { vi: 'Đơn vị cấp trên', en: 'Unit above' },
    hint: { vi: 'Mã hoặc tên', en: 'Code or name' },
    optional: true,
  },
  {
    name: 'area',
    label: { vi: 'Địa bàn', en: 'Area' },
    hint: {
      vi: 'Mã hoặc tên xã, phường, tỉnh; để trống thì theo cấp trên',
      en: 'Code or name; as the unit above if empty',
    },
    optional: true,
  },
  { name: 'address', label: { vi: 'Địa chỉ', en: 'Address' }, optional: true },
  { name: 'phone', label: { vi: 'Điện thoại', en: 'Telephone' }, width: 12, optional: true },
  { name: 'email', label: { vi: 'Thư điện tử', en: 'E-mail' }, width: 24, optional: true },
];

export const newUnitForm: ItemForm = {
  path: 'don-vi-moi',
  subject: undefined,
  title: { vi: 'Thêm đơn vị', en: 'Add a unit' },
  about: {
    vi: 'Đơn vị bắt đầu hoạt động từ ngày áp dụng của bản thay đổi.',
    en: 'The unit begins on the first day of the change.',
  },
  questions: () => [
    ...FACTS,
    {
      name: 'positions',
      label: { vi: 'Vị trí công tác', en: 'Positions' },
      hint: { vi: 'Vai trò và số lượng, ví dụ: CV 2, LP 1', en: 'Roles and how many, such as: CV 2, LP 1' },
      width: 24,
      optional: true,
    },
  ],
  begin: ({ standing }, typed): Typed => {
    const above = standing.units.get(typed.unit ?? '');
    return above ? { parent: above.code ?? above.name.vi, kind: 'section' } : {};
  },
  read: (context, typed) => {
    const facts = readFacts(context, typed);
    if ('errors' in facts) return facts;
    const unit = newId();
    const seats = readSeats(typed.positions ?? '', context.standing.roles);
    if (isRefusal(seats)) return wrong('positions', seats);
    const items: ChangeItem[] = [{ kind: 'unit-new', unit, facts }];
    for (const { role, count } of seats)
      for (let seat = 0; seat < count; seat++)
        items.push({ kind: 'position-new', position: newId(), unit, role: role.key, title: role.name });
    return { items, title: { vi: `Thành lập ${facts.name.vi}`, en: `${facts.name.en ?? facts.name.vi} is set up` } };
  },
};

export const changeUnitForm: ItemForm = {
  path: 'doi-don-vi',
  subject: 'unit',
  title: { vi: 'Đổi tên, cấp trên hoặc thông tin của đơn vị', en: 'Rename, move or describe a unit anew' },
  about: {
    vi: 'Hồ sơ đang mở và người giữ vị trí ở lại với đơn vị; tên và cấp trên cũ vẫn xem được theo ngày.',
    en: 'Open dossiers and people stay with the unit; its former name and parent can still be seen by day.',
  },
  questions: () => FACTS,
  begin: ({ standing }, typed): Typed => {
    const unit = standing.units.get(typed.unit ?? '');
    if (!unit) return {};
    const parent = unit.parent === null ? undefined : standing.units.get(unit.parent);
    const area = unit.area === null ? undefined : standing.areas.get(unit.area);
    return {
      name: unit.name.vi,
      name_en: unit.name.en ?? '',
      code: unit.code ?? '',
      kind: unit.kind,
      section: unit.section ?? '',
      parent: parent ? (parent.code ?? parent.name.vi) : '',
      area: area?.code ?? '',
      address: unit.address ?? '',
      phone: unit.phone ?? '',
      email: unit.email ?? '',
    };
  },
  read: (context, typed) => {
    const unit = context.standing.units.get(typed.unit ?? '');
    if (!unit) return wrong('name', refuse('organisation.unit-unknown'));
    const facts = readFacts(context, typed);
    if ('errors' in facts) return facts;
    const values = Object.fromEntries(
      Object.entries(facts).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(unit[name as keyof UnitFacts]),
      ),
    ) as Partial<UnitFacts>;
    if (Object.keys(values).length === 0) return wrong('name', refuse('organisation.nothing-differs'));
    return {
      items: [{ kind: 'unit-changed', unit: unit.id, values }],
      title: { vi: `Thay đổi ${unit.name.vi}`, en: `${unit.name.en ?? unit.name.vi} is changed` },
    };
  },
};

function readFacts(context: FormContext, typed: Typed): UnitFacts | Extract<ReadItems, { errors: unknown }> {
  const { standing, day } = context;
  const errors: { name: string; refusal: Refusal }[] = [];
  const line = (name: string) => tidyLine(typed[name] ?? '');
  const orNull = (name: string) => (line(name) === '' ? null : line(name));
  const kind = UNIT_KINDS.find((one) => one === typed.kind);
  if (line('name') === '') errors.push({ name: 'name', refusal: refuse('organisation.name-needed') });
  if (!kind) errors.push({ name: 'kind', refusal: refuse('organisation.kind-needed') });
  const section = orNull('section');
  if (section !== null && !/^[a-z][a-z0-9-]{0,59}$/.test(section))
    errors.push({ name: 'section', refusal: refuse('organisation.section-form') });
  const parent = line('parent') === '' ? null : lookUpUnit(standing, day, line('parent'));
  if (isRefusal(parent)) errors.push({ name: 'parent', refusal: parent });
  const area = line('area') === '' ? null : lookUpArea(standing, day, line('area'));
  if (isRefusal(area)) errors.push({ name: 'area', refusal: area });
  if (errors.length > 0 || isRefusal(parent) || isRefusal(area)) return { errors };
  const english = line('name_en');
  return {
    name: { vi: line('name'), ...(english !== '' && { en: english }) },
    code: orNull('code')?.toUpperCase() ?? null,
    kind: kind as UnitKind,
    section,
    parent: parent?.id ?? null,
    area: area?.id ?? parent?.area ?? null,
    address: orNull('address'),
    phone: orNull('phone'),
    email: orNull('email'),
  };
}

/** "CV 2, LP 1": a role alone is one position. */
function readSeats(
  text: string,
  roles: ReadonlyMap<string, StandingRole>,
): readonly { readonly role: StandingRole; readonly count: number }[] | Refusal {
  const seats: { role: StandingRole; count: number }[] = [];
  for (const part of text
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const [, key = '', number = '1'] = /^([A-Za-z]+)\s*(\d{1,2})?$/.exec(part) ?? [];
    const role = roles.get(key.toUpperCase());
    if (!role || Number(number) < 1 || Number(number) > 20) return refuse('organisation.seats-unread', { part });
    seats.push({ role, count: Number(number) });
  }
  return seats;
}
