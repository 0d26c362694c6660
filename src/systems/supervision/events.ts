/** What supervision writes to the journal. */
import { Type } from 'typebox';
import type { EntrySpec } from '../../platform/system/define-system.ts';

const exact = { additionalProperties: false } as const;
const OrNull = Type.Union([Type.String(), Type.Null()]);
const id = '01939b5e-0000-7000-8000-000000000001';

export const supervisionEntries = {
  'supervision.finding-opened': {
    title: { vi: 'Phát hiện vi phạm', en: 'Finding' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          {
            code: Type.String(),
            scenario: Type.String(),
            scenario_version: Type.Integer({ minimum: 0 }),
            case: Type.String(),
            case_code: Type.String(),
            entry: OrNull,
            act: OrNull,
            occasion: Type.String(),
            answer_by: Type.String(),
          },
          exact,
        ),
        sample: {
          code: 'V03.H53.15-261123-0001.7',
          scenario: 'V03',
          scenario_version: 1,
          case: id,
          case_code: 'H53.15-261123-0001',
          entry: id,
          act: 'dossiers.supplement-asked',
          occasion: id,
          answer_by: '2026-11-23T09:00:00+07:00',
        },
      },
    ],
  },
  'supervision.block-approved': {
    title: { vi: 'Cho phép kịch bản chặn hành vi', en: 'Blocking approved' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          {
            scenario: Type.String(),
            /** Of the draft that was approved. */
            digest: Type.String(),
            follows: Type.Integer({ minimum: 0 }),
            decision_number: Type.String(),
            decision_day: Type.String(),
          },
          exact,
        ),
        sample: {
          scenario: 'V03',
          digest: '00',
          follows: 1,
          decision_number: '15/QĐ-UBND',
          decision_day: '2026-11-20',
        },
      },
    ],
  },
  'supervision.back-test-asked': {
    title: { vi: 'Thử kịch bản trên quá khứ', en: 'Back-test asked for' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          {
            test: Type.String(),
            scenario: Type.String(),
            /** `ban-nhap`, or the number of a version. */
            first: Type.String(),
            second: OrNull,
            from: Type.String(),
            to: Type.String(),
          },
          exact,
        ),
        sample: { test: id, scenario: 'V03', first: 'ban-nhap', second: '1', from: '2026-08-01', to: '2026-10-31' },
      },
    ],
  },
  'supervision.alarm-marked': {
    title: { vi: 'Đánh dấu báo nhầm khi thử kịch bản', en: 'False alarm of a back-test marked' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          { scenario: Type.String(), case: Type.String(), occasion: Type.String(), is_false: Type.Boolean() },
          exact,
        ),
        sample: { scenario: 'V03', case: id, occasion: id, is_false: true },
      },
    ],
  },
  'supervision.scenario-switched-off': {
    title: { vi: 'Tắt kịch bản vì lỗi', en: 'Scenario switched off' },
    versions: [
      {
        version: 1,
        body: Type.Object({ scenario: Type.String(), version: Type.Integer(), reason: Type.String() }, exact),
        sample: { scenario: 'V03', version: 1, reason: 'slow' },
      },
    ],
  },
} as const satisfies Record<string, EntrySpec>;
