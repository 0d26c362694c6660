/** The measure of findings (phát hiện vi phạm), for indicators to count: one of each that a scenario made. */
import { instant } from '../../platform/calendar/instant.ts';
import type { JournalMeasure } from '../../platform/indicators/measure.ts';
import { FINDINGS } from './findings/findings-asked.ts';

export const findingMeasure: JournalMeasure = {
  kind: 'journal',
  title: { vi: 'Phát hiện vi phạm', en: 'Findings' },
  hrefOf: ({ label }) => `${FINDINGS}/${label}`,
  variables: {
    scenario: { type: 'string', label: { vi: 'Kịch bản', en: 'scenario' } },
    severity: {
      type: 'string',
      label: { vi: 'Mức độ', en: 'severity' },
      words: {
        low: { vi: 'thấp', en: 'low' },
        medium: { vi: 'trung bình', en: 'medium' },
        high: { vi: 'cao', en: 'high' },
        critical: { vi: 'nghiêm trọng', en: 'critical' },
      },
    },
    procedure: { type: 'string', label: { vi: 'Thủ tục', en: 'procedure' } },
    act: {
      type: 'string',
      label: { vi: 'Hành vi; trống khi là việc không làm', en: 'act; empty where something was not done' },
    },
    answered: { type: 'bool', label: { vi: 'Đã giải trình', en: 'answered' } },
    conclusion: {
      type: 'string',
      label: { vi: 'Kết luận; chưa có khi chưa kết luận', en: 'conclusion; none while there is none' },
      words: {
        upheld: { vi: 'vi phạm', en: 'upheld' },
        excused: { vi: 'có lý do chính đáng', en: 'excused' },
        'wrong-rule': { vi: 'kịch bản sai', en: 'wrong rule' },
      },
    },
  },
  entries: [
    'supervision.finding-opened',
    'supervision.finding-answered',
    'supervision.finding-concluded',
    'supervision.finding-withdrawn',
  ],
  /** A finding of a rule that was taken back counts for nothing, whatever was concluded before. */
  factsOf({ type, subject: { id: subject }, at, dims = {}, body = {} }) {
    if (type === 'supervision.finding-withdrawn') return [{ subject, withdrawn: true }];
    if (type === 'supervision.finding-answered') return [{ subject, adds: { answered: true } }];
    if (type === 'supervision.finding-concluded') return [{ subject, adds: { conclusion: body.conclusion } }];
    const { unit, scenario, severity, procedure, simulated } = dims;
    return [
      {
        subject,
        label: typeof body.code === 'string' ? body.code : subject,
        at: instant(at),
        unit: typeof unit === 'string' ? unit : null,
        simulated: simulated === true,
        values: { scenario, severity, procedure, act: body.act ?? '', answered: false },
      },
    ];
  },
};
