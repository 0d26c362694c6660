/** Forms of a unit that ends: alone, merged into another, or split. */
import { refuse } from '../../../cases/decision.ts';
import { newId } from '../../../db/ids.ts';
import { tidyLine } from '../../../text/fold.ts';
import type { ChangeItem } from '../item.ts';
import { isRefusal, lookUpUnit } from '../look-up.ts';
import { mergeUnits } from '../merge.ts';
import { type StandingUnit, standsOn, unitsBelow } from '../standing.ts';
import { type FormContext, type ItemForm, type Question, type ReadItems, type Typed, wrong } from './item-form.ts';

const PASSING: Question = {
  name: 'passing',
  label: { vi: 'Hồ sơ đang mở', en: 'Open dossiers' },
  as: 'radios',
  choices: [
    {
      value: 'by-hand',
      label: { vi: 'Tôi xem trước rồi chuyển từ ngày áp dụng', en: 'I look first and pass them on from the first day' },
      hint: {
        vi: 'Chuyển thành một lần, có kết quả từng hồ sơ và hoàn lại được.',
        en: 'In one batch with a result for each, which can be undone.',
      },
    },
    {
      value: 'by-program',
      label: { vi: 'Tự chuyển vào 0 giờ ngày áp dụng', en: 'By themselves at midnight of the first day' },
    },
  ],
};

const SUCCESSOR: Question = {
  name: 'into',
  label: { vi: 'Đơn vị kế thừa', en: 'Successor' },
  hint: { vi: 'Mã hoặc tên', en: 'Code or name' },
};

export const endUnitForm: ItemForm = {
  path: 'ket-thuc',
  subject: 'unit',
  title: { vi: 'Kết thúc đơn vị', en: 'End a unit' },
  about: {
    vi: 'Ngày cuối là ngày trước ngày áp dụng. Vị trí của đơn vị hết hiệu lực, người giữ thôi giữ. Đơn vị trực thuộc phải được xử lý trước.',
    en: 'Its last day is the one before the change begins. Its positions end and those who hold them are dismissed. Units under it are dealt with first.',
  },
  questions: () => [{ ...SUCCESSOR, optional: true }, PASSING],
  begin: () => ({ passing: 'by-hand' }),
  read: (context, typed) => {
    const unit = context.standing.units.get(typed.unit ?? '');
    if (!unit) return wrong('into', refuse('organisation.unit-unknown'));
    const text = typed.into?.trim() ?? '';
    const into = text === '' ? undefined : lookUpUnit(context.standing, context.day, text);
    if (isRefusal(into)) return wrong('into', into);
    const successors = into ? [into.id] : [];
    return {
      items: [{ kind: 'unit-ended', unit: unit.id, successors, byHand: typed.passing !== 'by-program' }],
      title: { vi: `Kết thúc ${unit.name.vi}`, en: `${unit.name.en ?? unit.name.vi} ends` },
    };
  },
};

export const mergeForm: ItemForm = {
  path: 'sap-nhap',
  subject: 'unit',
  title: { vi: 'Sáp nhập vào đơn vị khác', en: 'Merge into another unit' },
  about: {
    vi: 'Đơn vị và mọi đơn vị trực thuộc kết thúc, mỗi phòng do phòng cùng lĩnh vực của đơn vị tiếp nhận kế thừa. Bản nháp liệt kê từng mục để xem lại và bỏ bớt.',
    en: 'The unit and all under it end, each section followed by the one of its field at the other. The draft lists every item, to be looked at and taken out.',
  },
  questions: () => [
    { ...SUCCESSOR, label: { vi: 'Sáp nhập vào', en: 'Into' } },
    {
      name: 'others',
      label: { vi: 'Các đơn vị khác cùng sáp nhập', en: 'Other units that are merged too' },
      hint: { vi: 'Mã hoặc tên, mỗi dòng một đơn vị', en: 'Code or name, one a line' },
      as: 'lines',
      optional: true,
    },
    {
      name: 'rename',
      label: { vi: 'Tên mới của đơn vị tiếp nhận', en: 'New name of the other unit' },
      hint: { vi: 'Để trống nếu giữ tên', en: 'Empty if it keeps its name' },
      optional: true,
    },
    { name: 'rename_en', label: { vi: 'Tên mới bằng tiếng Anh', en: 'New name in English' }, optional: true },
    {
      name: 'carry',
      label: {
        vi: 'Cán bộ, công chức không giữ chức lãnh đạo sang vị trí cùng vai trò',
        en: 'Officers who do not lead go over to positions of their role',
      },
      hint: {
        vi: 'Thiếu vị trí thì thêm. Lãnh đạo thôi giữ chức; bổ nhiệm bằng mục riêng.',
        en: 'Positions are added where they are short. Leaders are dismissed; they are appointed one by one.',
      },
      as: 'tick',
    },
    {
      name: 'areas',
      label: { vi: 'Đơn vị hành chính (xã, phường) cũng sáp nhập', en: 'The communes themselves are merged too' },
      hint: { vi: 'Chỉ với Ủy ban nhân dân cấp xã.', en: 'For people’s committees of communes only.' },
      as: 'tick',
    },
    PASSING,
  ],
  begin: () => ({ passing: 'by-hand', carry: 'true', areas: 'true' }),
  read: readMerge,
};

function readMerge({ standing, day }: FormContext, typed: Typed): ReadItems {
  const first = standing.units.get(typed.unit ?? '');
  if (!first) return wrong('into', refuse('organisation.unit-unknown'));
  const into = lookUpUnit(standing, day, typed.into ?? '');
  if (isRefusal(into)) return wrong('into', into);
  const ends: StandingUnit[] = [first];
  for (const line of linesOf(typed.others ?? '')) {
    const other = lookUpUnit(standing, day, line);
    if (isRefusal(other)) return wrong('others', other);
    if (!ends.includes(other)) ends.push(other);
  }
  const below = ends.flatMap((unit) => unitsBelow(standing.units, unit.id, day));
  if (below.some(({ id }) => id === into.id)) return wrong('into', refuse('organisation.succeeds-itself'));
  const items = mergeUnits(standing, day, {
    ends,
    into,
    byHand: typed.passing !== 'by-program',
    carryPeople: typed.carry === 'true',
    endAreas: typed.areas === 'true',
  });
  const name = tidyLine(typed.rename ?? '');
  const english = tidyLine(typed.rename_en ?? '');
  if (name !== '')
    items.push({
      kind: 'unit-changed',
      unit: into.id,
      values: { name: { vi: name, ...(english !== '' && { en: english }) } },
    });
  const named = ends.map((unit) => unit.name.vi).join(', ');
  return { items, title: { vi: `Sáp nhập ${named} vào ${into.name.vi}`, en: `${named} merged into ${into.name.vi}` } };
}

export const splitForm: ItemForm = {
  path: 'chia-tach',
  subject: 'unit',
  title: { vi: 'Chia tách đơn vị', en: 'Split a unit' },
  about: {
    vi: 'Đơn vị kết thúc, các đơn vị mới cùng loại, cùng cấp trên ra đời với những vị trí như cũ. Hồ sơ đang mở chờ chuyển theo nội dung từng hồ sơ.',
    en: 'The unit ends; new ones of its kind begin under the same parent with the positions it had. Open dossiers wait to be passed on by what each is about.',
  },
  questions: () => [
    {
      name: 'parts',
      label: { vi: 'Các đơn vị mới', en: 'New units' },
      hint: {
        vi: 'Mỗi dòng một đơn vị: tên | mã | lĩnh vực; mã và lĩnh vực có thể để trống',
        en: 'One a line: name | code | field of work; the last two may be empty',
      },
      as: 'lines',
    },
  ],
  read: readSplit,
};

function readSplit({ standing, day }: FormContext, typed: Typed): ReadItems {
  const unit = standing.units.get(typed.unit ?? '');
  if (!unit) return wrong('parts', refuse('organisation.unit-unknown'));
  const lines = linesOf(typed.parts ?? '');
  if (lines.length < 2) return wrong('parts', refuse('organisation.two-parts'));
  const positions = [...standing.positions.values()].filter((one) => one.unit === unit.id && standsOn(one, day));
  const items: ChangeItem[] = [];
  const made: string[] = [];
  for (const line of lines) {
    const [name = '', code = '', section = ''] = line.split('|').map((part) => part.trim());
    const id = newId();
    made.push(id);
    const { kind, parent, area } = unit;
    const facts = { kind, parent, area, address: null, phone: null, email: null };
    const named = {
      name: { vi: name },
      code: code === '' ? null : code.toUpperCase(),
      section: section || unit.section,
    };
    items.push({ kind: 'unit-new', unit: id, facts: { ...facts, ...named } });
    for (const { role, title } of positions)
      items.push({ kind: 'position-new', position: newId(), unit: id, role, title });
  }
  const successors = made;
  return {
    // the codes of the old unit are free once it has ended
    items: [{ kind: 'unit-ended', unit: unit.id, successors, byHand: true }, ...items],
    title: { vi: `Chia tách ${unit.name.vi}`, en: `${unit.name.en ?? unit.name.vi} is split` },
  };
}

const linesOf = (text: string): string[] =>
  text
    .split(/[\r\n;]+/)
    .map(tidyLine)
    .filter((line) => line !== '')
    .slice(0, 50);
