/** What is wrong with a condition, or why it could not be decided: a stable code, the place in the source, a sentence in both languages. */
import type { LocalText } from '../i18n/local-text.ts';

export interface ConditionFault {
  readonly code: ConditionFaultCode;
  /** Offsets in the source, end excluded. */
  readonly range: { readonly start: number; readonly end: number };
  readonly message: LocalText;
}

const SENTENCES = {
  'conditions.syntax': { vi: 'Biểu thức viết chưa đúng tại đây', en: 'The expression is not well formed here' },
  'conditions.too-long': { vi: 'Điều kiện dài quá 10.000 ký tự', en: 'The condition is longer than 10,000 characters' },
  'conditions.too-large': {
    vi: 'Điều kiện quá lớn: tối đa 100 giá trị trong một danh sách, 50 tầng lồng nhau',
    en: 'The condition is too large: at most 100 values in a list and 50 levels of nesting',
  },
  'conditions.unknown-name': {
    vi: 'Không có giá trị nào tên như vậy ở đây',
    en: 'There is no value of that name here',
  },
  'conditions.unknown-field': {
    vi: 'Giá trị này không có thành phần tên như vậy',
    en: 'This value has no part of that name',
  },
  'conditions.unlike-values': {
    vi: 'Hai giá trị khác kiểu, không so sánh hay tính với nhau được',
    en: 'These values are of different kinds and cannot be compared or combined',
  },
  'conditions.wrong-call': {
    vi: 'Hàm này không nhận các giá trị như vậy',
    en: 'This function does not take such values',
  },
  'conditions.call-not-allowed': {
    vi: 'Không được dùng hàm này trong điều kiện',
    en: 'This function is not allowed in a condition',
  },
  'conditions.nested-macro': {
    vi: 'Không được duyệt danh sách bên trong một phép duyệt danh sách khác',
    en: 'A walk through a list may not stand inside another',
  },
  'conditions.joined-lists': { vi: 'Không được nối hai danh sách', en: 'Lists may not be joined' },
  'conditions.not-yes-or-no': {
    vi: 'Điều kiện phải cho kết quả đúng hoặc sai',
    en: 'A condition must come out true or false',
  },
  'conditions.value-missing': { vi: 'Chưa có giá trị để xét điều kiện', en: 'A value the condition needs is missing' },
  'conditions.cannot-compute': {
    vi: 'Không tính được với các giá trị này',
    en: 'This cannot be computed with these values',
  },
} as const satisfies Record<string, LocalText>;

export type ConditionFaultCode = keyof typeof SENTENCES;

export function conditionFault(
  code: ConditionFaultCode,
  range: { start: number; end: number } = { start: 0, end: 0 },
): ConditionFault {
  return { code, range: { start: range.start, end: range.end }, message: SENTENCES[code] };
}

/** What the library says of a source, in our words. An error that is not the library's is a programmer's and goes on. */
export function faultOnSaving(error: unknown): ConditionFault {
  const { code, range } = codeOf(error);
  if (code === undefined) throw error;
  return conditionFault(SAVING[code] ?? 'conditions.syntax', range);
}

/** Running never throws: whatever went wrong, the condition is undecided and says why. */
export function faultOnRunning(error: unknown): ConditionFault {
  const { code, range } = codeOf(error);
  return conditionFault(MISSING.has(code ?? '') ? 'conditions.value-missing' : 'conditions.cannot-compute', range);
}

function codeOf(error: unknown): { code?: string; range?: { start: number; end: number } } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? (error as object) : {};
}

const MISSING: ReadonlySet<string> = new Set([
  'unknown_variable',
  'no_such_key',
  'value_missing',
  'index_out_of_bounds',
  'index_out_of_range',
]);

const SAVING: Readonly<Record<string, ConditionFaultCode>> = {
  unknown_variable: 'conditions.unknown-name',
  no_such_key: 'conditions.unknown-field',
  cannot_index_type: 'conditions.unknown-field',
  no_such_overload: 'conditions.unlike-values',
  invalid_comparison_type: 'conditions.unlike-values',
  incompatible_ternary_branches: 'conditions.unlike-values',
  heterogeneous_list_element: 'conditions.unlike-values',
  heterogeneous_map_key: 'conditions.unlike-values',
  heterogeneous_map_value: 'conditions.unlike-values',
  invalid_index_type: 'conditions.unlike-values',
  invalid_logical_operand: 'conditions.not-yes-or-no',
  invalid_condition_type: 'conditions.not-yes-or-no',
  no_matching_overload: 'conditions.wrong-call',
  incompatible_argument_type: 'conditions.wrong-call',
  invalid_macro_argument: 'conditions.wrong-call',
  invalid_comprehension_range: 'conditions.wrong-call',
  limit_exceeded: 'conditions.too-large',
};
