/** What the plan writes to the journal. */
import { Type } from 'typebox';
import type { EntrySpec } from '../../platform/system/define-system.ts';

const whole = Type.Integer();
const maybeWhole = Type.Union([whole, Type.Null()]);
const value = {
  target: Type.String(),
  measure: Type.String(),
  kind: Type.String(),
  day: Type.String(),
  /** Ten-thousandths of the unit. */
  amount: whole,
};
const valueSample = { target: 'T25-E3', measure: 'share', kind: 'actual', day: '2026-10-31', amount: 886_000 };
const decided = Type.Object(value, { additionalProperties: false });

export const planEntries = {
  'plan.value-entered': {
    title: { vi: 'Nhập số liệu chỉ tiêu', en: 'Value of a target entered' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          {
            ...value,
            numerator: maybeWhole,
            denominator: maybeWhole,
            document_number: Type.String(),
            document_day: Type.String(),
          },
          { additionalProperties: false },
        ),
        sample: {
          ...valueSample,
          numerator: 24_310,
          denominator: 27_438,
          document_number: '15/BC-VP',
          document_day: '2026-11-05',
        },
      },
    ],
  },
  'plan.value-approved': {
    title: { vi: 'Duyệt số liệu chỉ tiêu', en: 'Value of a target approved' },
    versions: [{ version: 1, body: decided, sample: valueSample }],
  },
  'plan.value-refused': {
    title: { vi: 'Không duyệt số liệu chỉ tiêu', en: 'Value of a target not approved' },
    versions: [{ version: 1, body: decided, sample: valueSample }],
  },
  'plan.value-annulled': {
    title: { vi: 'Hủy số liệu chỉ tiêu đã duyệt', en: 'Approved value of a target annulled' },
    versions: [{ version: 1, body: decided, sample: valueSample }],
  },
  'plan.value-withdrawn': {
    title: { vi: 'Rút lại số liệu chỉ tiêu', en: 'Value of a target taken back' },
    versions: [{ version: 1, body: decided, sample: valueSample }],
  },
  'plan.records-saved': {
    title: { vi: 'Nhập dữ liệu đề án', en: 'Data of the plan entered' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          { sheet: Type.String(), added: whole, changed: whole, same: whole, bad: whole },
          { additionalProperties: false },
        ),
        sample: { sheet: 'project', added: 12, changed: 1, same: 0, bad: 2 },
      },
    ],
  },
  'plan.record-approved': {
    title: { vi: 'Duyệt một dòng dữ liệu đề án', en: 'A line of the plan’s data approved' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          { sheet: Type.String(), code: Type.String(), version: whole },
          { additionalProperties: false },
        ),
        sample: { sheet: 'counter', code: 'D-01', version: 1 },
      },
    ],
  },
  'plan.invented-entered': {
    title: { vi: 'Nhập số liệu bịa để trình diễn', en: 'Invented values entered for the demonstration' },
    versions: [
      { version: 1, body: Type.Object({ values: whole }, { additionalProperties: false }), sample: { values: 40 } },
    ],
  },
  'plan.record-removed': {
    title: { vi: 'Bỏ một dòng dữ liệu đề án', en: 'A line of the plan’s data removed' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          { sheet: Type.String(), code: Type.String(), version: whole },
          { additionalProperties: false },
        ),
        sample: { sheet: 'project', code: 'DA-01', version: 2 },
      },
    ],
  },
} as const satisfies Record<string, EntrySpec>;
