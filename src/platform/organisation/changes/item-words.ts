/** Items in words: what each does, and what is before and after it. */
import { inLanguage, type LocalText } from '../../i18n/local-text.ts';
import type { Locale } from '../../i18n/texts.ts';
import { dayText } from '../../text/vietnamese-date.ts';
import type { UnitKind } from '../definition.ts';
import { MANNER_NAMES } from './forms/position-forms.ts';
import type { ChangeItem, ItemKind, ItemOf, UnitFacts } from './item.ts';
import type { Standing } from './standing.ts';
import { UNIT_KIND_NAMES } from './unit-kinds.ts';

export interface ItemWords {
  /** "Kết thúc đơn vị". */
  readonly what: string;
  /** Which unit, position or person. */
  readonly whom: string;
  readonly before: string;
  readonly after: string;
}

const WHAT: Readonly<Record<ItemKind, Required<LocalText>>> = {
  'unit-new': { vi: 'Đơn vị mới', en: 'New unit' },
  'unit-changed': { vi: 'Đổi đơn vị', en: 'Unit changed' },
  'unit-ended': { vi: 'Kết thúc đơn vị', en: 'Unit ends' },
  'area-ended': { vi: 'Kết thúc đơn vị hành chính', en: 'Area ends' },
  'area-new': { vi: 'Lập lại đơn vị hành chính', en: 'Area stands again' },
  'position-new': { vi: 'Vị trí mới', en: 'New position' },
  'position-changed': { vi: 'Đổi vị trí', en: 'Position changed' },
  'position-ended': { vi: 'Bỏ vị trí', en: 'Position ends' },
  appointed: { vi: 'Bổ nhiệm, phân công', en: 'Appointed' },
  dismissed: { vi: 'Thôi giữ vị trí', en: 'Dismissed' },
};

const FACTS: Readonly<Record<keyof UnitFacts, Required<LocalText>>> = {
  name: { vi: 'Tên', en: 'Name' },
  code: { vi: 'Mã', en: 'Code' },
  kind: { vi: 'Loại', en: 'Kind' },
  section: { vi: 'Lĩnh vực', en: 'Field of work' },
  parent: { vi: 'Cấp trên', en: 'Unit above' },
  area: { vi: 'Địa bàn', en: 'Area' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
};

const texts = {
  successors: { vi: 'Kế thừa: ', en: 'Followed by ' },
  noSuccessor: { vi: 'Không có đơn vị kế thừa', en: 'No successor' },
  byHand: { vi: 'hồ sơ chờ người quản trị chuyển', en: 'dossiers wait for the administrator' },
  byProgram: { vi: 'hồ sơ tự chuyển', en: 'dossiers go by themselves' },
  until: { vi: 'đến hết ngày ', en: 'to ' },
} as const;

/** `before` and `after`: the organisation without the change and with it. */
export function wordsOf(
  item: ChangeItem,
  { before, after }: { readonly before: Standing; readonly after: Standing },
  locale: Locale,
): ItemWords {
  const say = (text: LocalText | undefined): string => (text === undefined ? '…' : inLanguage(text, locale).text);
  const unit = (id: string | null): string =>
    id === null ? '' : say((after.units.get(id) ?? before.units.get(id))?.name);
  const old = (id: string): string => say((before.units.get(id) ?? after.units.get(id))?.name);
  const position = (id: string): string => {
    const found = after.positions.get(id) ?? before.positions.get(id);
    return found ? `${say(found.title)} (${found.role}), ${unit(found.unit)}` : '…';
  };
  const person = (id: string): string => after.people.get(id)?.name ?? '…';
  const area = (id: string): string => say((after.areas.get(id) ?? before.areas.get(id))?.name);
  const what = say(WHAT[item.kind]);
  switch (item.kind) {
    case 'unit-new':
      return { what, whom: say(item.facts.name), before: '', after: factsOf(item.facts) };
    case 'unit-changed':
      return { what, whom: old(item.unit), ...differences(item) };
    case 'unit-ended':
      return { what, whom: old(item.unit), before: '', after: endingOf(item) };
    case 'area-ended':
      return { what, whom: area(item.area), before: '', after: say(texts.successors) + area(item.successor) };
    case 'area-new':
      return { what, whom: say(item.facts.name as unknown as LocalText), before: '', after: item.facts.code as string };
    case 'position-new':
      return { what, whom: unit(item.unit), before: '', after: `${say(item.title)} (${item.role})` };
    case 'position-changed': {
      const was = before.positions.get(item.position);
      const now = `${say(item.title)} (${item.role})`;
      return { what, whom: unit(was?.unit ?? null), before: was ? `${say(was.title)} (${was.role})` : '…', after: now };
    }
    case 'position-ended':
      return { what, whom: position(item.position), before: '', after: '' };
    case 'appointed': {
      const manner = item.manner === 'full' ? [] : [say(MANNER_NAMES[item.manner])];
      const until = item.to === undefined ? [] : [say(texts.until) + dayText(item.to, locale)];
      const terms = [...manner, ...until, ...(item.document === undefined ? [] : [item.document])];
      return { what, whom: person(item.account), before: '', after: [position(item.position), ...terms].join('; ') };
    }
    case 'dismissed':
      return { what, whom: person(item.account), before: position(item.position), after: '' };
  }

  function factsOf(facts: UnitFacts): string {
    return [facts.code, say(UNIT_KIND_NAMES[facts.kind]), unit(facts.parent)].filter(Boolean).join('; ');
  }

  function endingOf({ successors, byHand }: ItemOf<'unit-ended'>): string {
    if (successors.length === 0) return say(texts.noSuccessor);
    return `${say(texts.successors)}${successors.map(unit).join(', ')}; ${say(byHand ? texts.byHand : texts.byProgram)}`;
  }

  function differences({ unit: id, values }: ItemOf<'unit-changed'>): Pick<ItemWords, 'before' | 'after'> {
    const was = before.units.get(id);
    const names = Object.keys(values) as (keyof UnitFacts)[];
    const list = (facts: Partial<UnitFacts> | undefined) =>
      names.map((name) => `${say(FACTS[name])}: ${valueOf(name, facts?.[name]) || '–'}`).join('; ');
    return { before: list(was), after: list(values) };
  }

  function valueOf(name: keyof UnitFacts, value: UnitFacts[keyof UnitFacts] | undefined): string {
    if (value === null || value === undefined) return '';
    if (typeof value === 'object') return say(value);
    if (name === 'parent') return unit(value);
    if (name === 'area') return area(value);
    return name === 'kind' ? say(UNIT_KIND_NAMES[value as UnitKind]) : value;
  }
}
