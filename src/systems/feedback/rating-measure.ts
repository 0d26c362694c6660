/** The measure of ratings (lượt đánh giá), for indicators to count: one of each dossier that somebody judged. */
import { instant } from '../../platform/calendar/instant.ts';
import type { JournalMeasure } from '../../platform/indicators/measure.ts';

export const ratingMeasure: JournalMeasure = {
  kind: 'journal',
  title: { vi: 'Lượt đánh giá của người dân', en: 'Ratings' },
  variables: {
    score: { type: 'int', label: { vi: 'Điểm đánh giá', en: 'score given' } },
    reasons: { type: 'strings', label: { vi: 'Lý do chưa hài lòng', en: 'reasons' } },
    procedure: { type: 'string', label: { vi: 'Thủ tục', en: 'procedure' } },
    answered: { type: 'bool', label: { vi: 'Đã trả lời', en: 'answered' } },
  },
  entries: ['feedback.dossier-rated', 'feedback.rating-answered'],
  factsOf({ type, subject: { id: subject }, at, dims = {}, body = {} }) {
    if (type === 'feedback.rating-answered') return [{ subject, adds: { answered: true } }];
    return [
      {
        subject,
        label: typeof body.code === 'string' ? body.code : subject,
        at: instant(at),
        unit: typeof dims.unit === 'string' ? dims.unit : null,
        simulated: dims.simulated === true,
        values: { score: body.score, reasons: body.reasons, procedure: dims.procedure, answered: false },
      },
    ];
  },
};
