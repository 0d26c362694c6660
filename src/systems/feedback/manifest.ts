/** Feedback (đánh giá): people rate how their dossiers were handled, units answer, everybody sees the numbers. */
import { defineSystem } from '../../platform/system/define-system.ts';
import { feedbackSignals, feedbackTiles } from './centre-figures.ts';
import { feedbackEntries } from './events.ts';
import { ratingBesideDossier } from './beside-dossier.tsx';
import { ratingMeasure } from './rating-measure.ts';
import { feedbackRefusals } from './refusals.ts';
import { feedbackRoutes } from './routes/feedback-routes.tsx';
import type { FeedbackTables } from './tables.ts';
import { supervisedRating } from './supervised-rating.ts';

export const feedback = defineSystem<FeedbackTables>({
  id: 'feedback',
  title: { vi: 'Đánh giá của người dân', en: 'Feedback' },
  uses: ['dossiers'],
  supervisedFacts: { 'dossier.rating': supervisedRating },
  migrates: true,
  permissions: {
    'feedback.answer': {
      title: { vi: 'Trả lời đánh giá của người dân', en: 'Answer ratings' },
      roles: ['TN', 'LP', 'CT', 'LD', 'GD', 'TCA'],
    },
  },
  entries: feedbackEntries,
  refusals: feedbackRefusals,
  besideOwnCase: { dossier: ratingBesideDossier },
  measures: { 'feedback.ratings': ratingMeasure },
  routes: feedbackRoutes,
  tiles: feedbackTiles,
  signals: feedbackSignals,
  links: {
    services: [{ label: { vi: 'Đánh giá các cơ quan', en: 'Ratings of offices' }, href: '/danh-gia' }],
    books: [
      {
        label: { vi: 'Đánh giá của người dân', en: 'Ratings' },
        href: '/can-bo/danh-gia',
        permission: 'feedback.answer',
      },
    ],
  },
});
