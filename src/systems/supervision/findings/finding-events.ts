/** What becomes of findings, as the journal tells it. */
import { Type } from 'typebox';
import type { EntrySpec } from '../../../platform/system/define-system.ts';

const exact = { additionalProperties: false } as const;
const code = 'V03.H53.15-261123-0001.7';
const id = '01939b5e-0000-7000-8000-000000000001';

export const CONCLUSIONS = ['upheld', 'excused', 'wrong-rule'] as const;

export const findingEntries = {
  'supervision.finding-answered': {
    title: { vi: 'Giải trình', en: 'Answered' },
    versions: [{ version: 1, body: Type.Object({ code: Type.String() }, exact), sample: { code } }],
  },
  'supervision.finding-concluded': {
    title: { vi: 'Kết luận', en: 'Concluded' },
    versions: [
      {
        version: 1,
        body: Type.Object({ code: Type.String(), conclusion: Type.Enum([...CONCLUSIONS]) }, exact),
        sample: { code, conclusion: 'upheld' },
      },
    ],
  },
  'supervision.finding-escalated': {
    title: { vi: 'Chuyển lên cấp trên', en: 'Passed upwards' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          {
            code: Type.String(),
            level: Type.Integer({ minimum: 1 }),
            unit: Type.String(),
            told: Type.Array(Type.String()),
          },
          exact,
        ),
        sample: { code, level: 1, unit: id, told: [id] },
      },
    ],
  },
  'supervision.finding-withdrawn': {
    title: { vi: 'Rút phát hiện', en: 'Withdrawn' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          { code: Type.String(), scenario: Type.String(), scenario_version: Type.Integer({ minimum: 0 }) },
          exact,
        ),
        sample: { code, scenario: 'V03', scenario_version: 1 },
      },
    ],
  },
  'supervision.version-withdrawn': {
    title: { vi: 'Rút một phiên bản kịch bản', en: 'Version of a scenario withdrawn' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          { scenario: Type.String(), version: Type.Integer({ minimum: 0 }), findings: Type.Integer({ minimum: 0 }) },
          exact,
        ),
        sample: { scenario: 'V03', version: 1, findings: 12 },
      },
    ],
  },
  'supervision.scenario-switched-on': {
    title: { vi: 'Bật lại kịch bản', en: 'Scenario switched on again' },
    versions: [
      {
        version: 1,
        body: Type.Object({ scenario: Type.String(), version: Type.Integer({ minimum: 0 }) }, exact),
        sample: { scenario: 'V03', version: 1 },
      },
    ],
  },
} as const satisfies Record<string, EntrySpec>;
