/** Reading one field: from the texts a page sends to a typed answer, or the sentence that says what is wrong with them. */
import type { LocalText } from '../i18n/local-text.ts';
import { fold, tidyLine, tidyText } from '../text/fold.ts';
import { readDecimal, readWholeNumber } from '../text/money.ts';
import { isDay, isPartialDay } from '../text/partial-day.ts';
import { readPersonalNumber } from '../text/personal-number.ts';
import { readPhone } from '../text/phone.ts';
import type { Reading } from '../text/text-fault.ts';
import type { Address, Answer } from './answers.ts';
import type { FieldNode, Form } from './form.ts';
import { isPosted, type PostedBody, postedText, postedTexts } from './posted-body.ts';

export const DATE_PARTS = ['day', 'month', 'year'] as const;
export const ADDRESS_PARTS = ['province', 'commune', 'detail'] as const;

/** An answer, nothing (left empty), or why what was typed is no answer. */
export interface ReadAnswer {
  readonly answer?: Answer;
  readonly fault?: LocalText;
  /** Of an address: the part that is wrong. */
  readonly part?: string;
}

/** Whether the body says anything about this field. */
export function isFieldPosted(node: FieldNode, body: PostedBody, path: string): boolean {
  return isPosted(body, path, partsOf(node));
}

export function partsOf(node: FieldNode): readonly string[] {
  const { kind } = node.field;
  return kind === 'date' || kind === 'partial-date' ? DATE_PARTS : kind === 'address' ? ADDRESS_PARTS : [];
}

export function readField(form: Form, node: FieldNode, body: PostedBody, path: string): ReadAnswer {
  const { field } = node;
  if (field.kind === 'address') return readAddress(form, body, path);
  if (field.kind === 'multi') return readMulti(node, postedTexts(body, path));
  if (field.kind === 'date' || field.kind === 'partial-date') return readDate(field.kind, body, path);
  const text = tidyLine(postedText(body, path) ?? '');
  if (text === '') return field.kind === 'pledge' ? { answer: false } : {};
  switch (field.kind) {
    case 'textarea':
      return { answer: tidyText(postedText(body, path) ?? '') };
    case 'boolean':
    case 'pledge':
      return readYesOrNo(text);
    case 'integer':
    case 'money':
      return answered(readWholeNumber(text));
    case 'decimal':
      return answered(readDecimal(text));
    case 'personal-number': {
      const { value, fault } = readPersonalNumber(text);
      return fault ? { fault: fault.message } : { answer: value.number };
    }
    case 'phone':
      return answered(readPhone(text));
    case 'email':
      return EMAIL.test(text) && text.length <= 254 ? { answer: text } : { fault: WRONG.email };
    case 'time':
      return readTime(text);
    case 'choice':
      return node.options.some((option) => option.value === text) ? { answer: text } : { fault: WRONG.choice };
    case 'file':
    case 'info':
      return {};
    default:
      return { answer: text };
  }
}

// Deliberately simple (WHATWG's rule without its length classes): the proof of an address is a message that arrives.
const EMAIL =
  /^[^\s@<>"(),:;[\]\\]+@[\p{L}0-9](?:[\p{L}0-9-]*[\p{L}0-9])?(?:\.[\p{L}0-9](?:[\p{L}0-9-]*[\p{L}0-9])?)+$/u;

const WRONG = {
  email: { vi: 'Địa chỉ thư điện tử có dạng ten@vidu.vn', en: 'An e-mail address looks like name@example.vn' },
  choice: { vi: 'Hãy chọn một mục trong danh sách', en: 'Choose one of the list' },
  yesOrNo: { vi: 'Hãy chọn Có hoặc Không', en: 'Choose Yes or No' },
  time: { vi: 'Giờ gồm giờ và phút, ví dụ 14:05', en: 'A time has hours and minutes, for example 14:05' },
  date: {
    vi: 'Ngày này không có trên lịch; hãy nhập ngày, tháng, năm, ví dụ 27 3 1985',
    en: 'There is no such day; enter day, month and year, for example 27 3 1985',
  },
  partial: {
    vi: 'Hãy nhập ngày, tháng, năm; nếu không rõ ngày, tháng thì chỉ nhập năm gồm 4 chữ số',
    en: 'Enter day, month and year; if day or month is not known, enter the year only, with 4 digits',
  },
  province: { vi: 'Hãy chọn tỉnh, thành phố trong danh sách', en: 'Choose a province of the list' },
  commune: {
    vi: 'Hãy chọn xã, phường, đặc khu trong danh sách của tỉnh, thành phố đã chọn',
    en: 'Choose a commune of the list of that province',
  },
} as const satisfies Record<string, LocalText>;

function answered<T extends Answer>({ value, fault }: Reading<T>): ReadAnswer {
  return fault ? { fault: fault.message } : { answer: value };
}

function readYesOrNo(text: string): ReadAnswer {
  return text === 'true' || text === 'false' ? { answer: text === 'true' } : { fault: WRONG.yesOrNo };
}

/** `14:05`, `14h05`, `14 giờ 05`. */
function readTime(text: string): ReadAnswer {
  const match = /^(\d{1,2})\s*(?:[:h.]|giờ)\s*(\d{1,2})\s*(?:phút)?$/i.exec(text);
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || hours > 23 || minutes > 59) return { fault: WRONG.time };
  return { answer: `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` };
}

/** Three boxes, or one text `27/3/1985` or `1985-03-27` from a program. */
function readDate(kind: 'date' | 'partial-date', body: PostedBody, path: string): ReadAnswer {
  const [day, month, year] = datePartsOf(body, path);
  if (day === '' && month === '' && year === '') return {};
  const parts = [year, month.padStart(2, '0'), day.padStart(2, '0')].slice(0, day !== '' ? 3 : month !== '' ? 2 : 1);
  const text = parts.join('-');
  const fits = kind === 'date' ? isDay(text) : isPartialDay(text);
  return fits ? { answer: text } : { fault: kind === 'date' ? WRONG.date : WRONG.partial };
}

function datePartsOf(body: PostedBody, path: string): [string, string, string] {
  const whole = tidyLine(postedText(body, path) ?? '');
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(whole);
  if (iso) return [iso[3] ?? '', iso[2] ?? '', iso[1] ?? ''];
  const written = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(whole);
  if (written) return [written[1] ?? '', written[2] ?? '', written[3] ?? ''];
  const [day, month, year] = DATE_PARTS.map((part) => tidyLine(postedText(body, `${path}.${part}`) ?? '')) as [
    string,
    string,
    string,
  ];
  return [day, month, whole === '' ? year : whole];
}

function readMulti(node: FieldNode, texts: readonly string[]): ReadAnswer {
  const chosen = [...new Set(texts.map(tidyLine).filter(Boolean))];
  const offered = chosen.every((value) => node.options.some((option) => option.value === value));
  return chosen.length === 0 ? {} : offered ? { answer: chosen } : { fault: WRONG.choice };
}

/** The commune is typed or picked from suggestions; where its province's communes are listed it must be one of them, by name with or without marks and kind. */
function readAddress(form: Form, body: PostedBody, path: string): ReadAnswer {
  const [province, commune, detail] = ADDRESS_PARTS.map((part) =>
    tidyLine(postedText(body, `${path}.${part}`) ?? ''),
  ) as [string, string, string];
  const address: Address = {
    province,
    commune: communeCode(form, province, commune) ?? commune,
    detail: detail.slice(0, 300),
  };
  if (province === '' && commune === '' && detail === '') return {};
  if (province !== '' && form.provinces.length > 0 && !form.provinces.some((one) => one.value === province))
    return { fault: WRONG.province };
  const listed = form.communes.filter((one) => one.parent === province);
  if (commune !== '' && listed.length > 0 && !listed.some((one) => one.value === address.commune))
    return { fault: WRONG.commune, part: 'commune' };
  return { answer: { ...address, commune: address.commune.slice(0, 100) } };
}

function communeCode(form: Form, province: string, written: string): string | undefined {
  const listed = form.communes.filter((one) => one.parent === province);
  const exact = listed.find((one) => one.value === written);
  if (exact !== undefined) return exact.value;
  const wanted = fold(written);
  const byName = listed.filter((one) => fold(one.label.vi) === wanted);
  const byBareName =
    byName.length > 0 ? byName : listed.filter((one) => bareName(one.label.vi) === wanted.replace(KIND, ''));
  return byBareName.length === 1 ? byBareName[0]?.value : undefined;
}

const KIND = /^(xa|phuong|dac khu|thi tran|tt|p|x)[. ]+/;
const bareName = (name: string): string => fold(name).replace(KIND, '');
