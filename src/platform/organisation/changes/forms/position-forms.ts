/** Forms of positions and of who holds them. */
import { refuse } from '../../../cases/decision.ts';
import { newId } from '../../../db/ids.ts';
import type { LocalText } from '../../../i18n/local-text.ts';
import { tidyLine } from '../../../text/fold.ts';
import { readTypedDay } from '../../../text/typed-day.ts';
import type { HoldingManner } from '../../tables.ts';
import type { ChangeItem } from '../item.ts';
import { isRefusal, lookUpPerson } from '../look-up.ts';
import { type Standing, type StandingPosition, standsOn } from '../standing.ts';
import { type FormChoice, type FormContext, type ItemForm, type Question, type Typed, wrong } from './item-form.ts';

const rolesOf = ({ roles }: Standing): FormChoice[] =>
  [...roles.values()].map(({ key, name }) => ({
    value: key,
    label: { vi: `${name.vi} (${key})`, en: `${name.en ?? name.vi} (${key})` },
  }));

const roleQuestion = (standing: Standing): Question => ({
  name: 'role',
  label: { vi: 'Vai trò trong quy trình', en: 'Role in processes' },
  as: 'choice',
  choices: rolesOf(standing),
});

const TITLE: readonly Question[] = [
  {
    name: 'title',
    label: { vi: 'Tên vị trí', en: 'Title in Vietnamese' },
    hint: { vi: 'Để trống thì theo vai trò', en: 'As the role if empty' },
    optional: true,
  },
  { name: 'title_en', label: { vi: 'Tên vị trí bằng tiếng Anh', en: 'Title in English' }, optional: true },
];

function titleOf(typed: Typed, fallback: LocalText): LocalText {
  const [vi, en] = [tidyLine(typed.title ?? ''), tidyLine(typed.title_en ?? '')];
  return vi === '' ? fallback : { vi, ...(en !== '' && { en }) };
}

export const newPositionForm: ItemForm = {
  path: 'vi-tri-moi',
  subject: 'unit',
  title: { vi: 'Thêm vị trí công tác', en: 'Add a position' },
  about: {
    vi: 'Vị trí có từ ngày áp dụng; ai giữ thì bổ nhiệm bằng mục riêng.',
    en: 'It exists from the first day; who holds it is appointed separately.',
  },
  questions: ({ standing }) => [
    roleQuestion(standing),
    ...TITLE,
    { name: 'count', label: { vi: 'Số lượng', en: 'How many' }, width: 4 },
  ],
  begin: () => ({ count: '1' }),
  read: ({ standing }, typed) => {
    const unit = standing.units.get(typed.unit ?? '');
    const role = standing.roles.get(typed.role ?? '');
    if (!unit || !role) return wrong('role', refuse('organisation.role-needed'));
    const count = Number(typed.count);
    if (!Number.isInteger(count) || count < 1 || count > 20) return wrong('count', refuse('organisation.count-form'));
    const title = titleOf(typed, role.title);
    return {
      items: Array.from({ length: count }, () => ({
        kind: 'position-new' as const,
        position: newId(),
        unit: unit.id,
        role: role.key,
        title,
      })),
      title: { vi: `Thêm vị trí ở ${unit.name.vi}`, en: `New positions at ${unit.name.vi}` },
    };
  },
};

export const changePositionForm: ItemForm = {
  path: 'doi-vi-tri',
  subject: 'position',
  title: { vi: 'Đổi tên, vai trò của vị trí', en: 'Change a position’s title or role' },
  about: {
    vi: 'Vị trí cũ kết thúc, vị trí mới bắt đầu ngày áp dụng; người đang giữ giữ tiếp vị trí mới.',
    en: 'The old position ends and the new one begins; whoever holds it goes on in the new one.',
  },
  questions: ({ standing }) => [roleQuestion(standing), ...TITLE],
  begin: ({ standing }, typed): Typed => {
    const position = standing.positions.get(typed.position ?? '');
    return position ? { role: position.role, title: position.title.vi, title_en: position.title.en ?? '' } : {};
  },
  read: ({ standing }, typed) => {
    const position = standing.positions.get(typed.position ?? '');
    const role = standing.roles.get(typed.role ?? '');
    if (!position || !role) return wrong('role', refuse('organisation.role-needed'));
    const title = titleOf(typed, role.title);
    if (role.key === position.role && JSON.stringify(title) === JSON.stringify(position.title))
      return wrong('title', refuse('organisation.nothing-differs'));
    return {
      items: [{ kind: 'position-changed', position: position.id, as: newId(), role: role.key, title }],
      title: { vi: `Đổi vị trí ${position.title.vi}`, en: `The position ${position.title.vi} is changed` },
    };
  },
};

export const endPositionForm: ItemForm = {
  path: 'bo-vi-tri',
  subject: 'position',
  title: { vi: 'Bỏ vị trí công tác', en: 'End a position' },
  about: {
    vi: 'Vị trí hết hiệu lực ngày trước ngày áp dụng; người đang giữ thôi giữ.',
    en: 'It ends the day before the change begins; whoever holds it is dismissed.',
  },
  questions: () => [],
  read: ({ standing }, typed) => {
    const position = standing.positions.get(typed.position ?? '');
    if (!position) return wrong('position', refuse('organisation.position-unknown'));
    return {
      items: [{ kind: 'position-ended', position: position.id }],
      title: { vi: `Bỏ vị trí ${position.title.vi}`, en: `The position ${position.title.vi} ends` },
    };
  },
};

export const MANNER_NAMES: Readonly<Record<HoldingManner, Required<LocalText>>> = {
  full: { vi: 'Chính thức', en: 'In full right' },
  acting: { vi: 'Giao quyền', en: 'As acting head' },
  'in-charge': { vi: 'Giao phụ trách', en: 'In charge' },
};
export const MANNERS: readonly HoldingManner[] = ['full', 'acting', 'in-charge'];

export const appointForm: ItemForm = {
  path: 'bo-nhiem',
  subject: 'unit',
  title: { vi: 'Bổ nhiệm, phân công vào vị trí', en: 'Appoint somebody to a position' },
  about: { vi: 'Người đó làm việc ở vị trí từ ngày áp dụng.', en: 'They work in the position from the first day.' },
  questions: ({ standing, day }, typed) => [
    {
      name: 'person',
      label: { vi: 'Cán bộ, công chức', en: 'Officer' },
      hint: { vi: 'Tên đăng nhập hoặc họ tên', en: 'Login or name' },
      width: 24,
    },
    {
      name: 'seat',
      label: { vi: 'Vị trí', en: 'Position' },
      as: 'choice',
      choices: positionsAt(standing, day, typed.unit ?? '').map((position) => ({
        value: position.id,
        label: seatName(standing, day, position),
      })),
    },
    {
      name: 'manner',
      label: { vi: 'Giữ vị trí', en: 'Held' },
      as: 'radios',
      choices: MANNERS.map((value) => ({ value, label: MANNER_NAMES[value] })),
    },
    { name: 'to', label: { vi: 'Đến hết ngày', en: 'To, this day included' }, as: 'day', optional: true },
    {
      name: 'document',
      label: { vi: 'Số, ngày quyết định', en: 'Number and date of the decision' },
      hint: { vi: 'Để trống thì theo quyết định của cả bản thay đổi', en: 'That of the whole change if empty' },
      width: 24,
      optional: true,
    },
  ],
  begin: (_, typed) => ({ manner: 'full', seat: typed.position ?? '' }),
  read: readAppointment,
};

function readAppointment({ standing }: FormContext, typed: Typed) {
  const person = lookUpPerson(standing, typed.person ?? '');
  if (isRefusal(person)) return wrong('person', person);
  const position = standing.positions.get(typed.seat ?? '');
  if (!position) return wrong('seat', refuse('organisation.position-needed'));
  const manner = MANNERS.find((one) => one === typed.manner) ?? 'full';
  const parts = { day: typed['to.day'] ?? '', month: typed['to.month'] ?? '', year: typed['to.year'] ?? '' };
  const to = readTypedDay(parts);
  if (to === undefined && Object.values(parts).some((part) => part.trim() !== ''))
    return wrong('to', refuse('organisation.day-unreadable'));
  const document = tidyLine(typed.document ?? '');
  const item: ChangeItem = {
    kind: 'appointed',
    account: person.id,
    position: position.id,
    manner,
    ...(to !== undefined && { to }),
    ...(document !== '' && { document }),
  };
  return {
    items: [item],
    title: { vi: `Bổ nhiệm ${person.name}`, en: `${person.name} is appointed` },
  };
}

export const dismissForm: ItemForm = {
  path: 'thoi-giu',
  subject: 'holding',
  title: { vi: 'Thôi giữ vị trí', en: 'Dismiss from a position' },
  about: {
    vi: 'Ngày cuối là ngày trước ngày áp dụng; việc đã làm đến hết ngày đó vẫn hợp lệ.',
    en: 'The last day is the one before the change begins; what was done until then stays lawful.',
  },
  questions: () => [],
  read: ({ standing }, typed) => {
    const person = standing.people.get(typed.account ?? '');
    const position = standing.positions.get(typed.position ?? '');
    if (!position || !typed.account) return wrong('position', refuse('organisation.position-unknown'));
    const name = person?.name ?? '';
    return {
      items: [{ kind: 'dismissed', account: typed.account, position: position.id }],
      title: { vi: `${name} thôi giữ ${position.title.vi}`, en: `${name} gives up ${position.title.vi}` },
    };
  },
};

export const positionsAt = ({ positions }: Standing, day: string, unit: string): StandingPosition[] =>
  [...positions.values()].filter((one) => one.unit === unit && standsOn(one, day));

/** With who holds it, so that a free one is seen. */
function seatName(standing: Standing, day: string, { id, title, role }: StandingPosition): LocalText {
  const names = [...standing.holdings.values()]
    .filter((one) => one.position === id && standsOn(one, day))
    .map(({ account }) => standing.people.get(account)?.name ?? '')
    .join(', ');
  return {
    vi: `${title.vi} (${role}): ${names === '' ? 'chưa có người giữ' : names}`,
    en: `${title.en ?? title.vi} (${role}): ${names === '' ? 'free' : names}`,
  };
}
