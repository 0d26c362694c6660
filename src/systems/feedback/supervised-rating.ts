/** How a dossier was rated, as rules of supervision read it. */
import { sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { type Candidate, isBehind, type SupervisedFacts } from '../../platform/cases/supervised.ts';
import type { FeedbackTables } from './tables.ts';

/** Two stars of five and fewer. */
const DISSATISFIED = 2;

export const supervisedRating: SupervisedFacts<FeedbackTables> = {
  label: { vi: 'Đánh giá', en: 'Rating' },
  fields: {
    score: { type: 'int', label: { vi: 'Điểm', en: 'score' } },
    dissatisfied: { type: 'bool', label: { vi: 'Không hài lòng', en: 'dissatisfied' } },
    answered: { type: 'bool', label: { vi: 'Đã trả lời', en: 'answered' } },
    given_at: { type: 'instant', label: { vi: 'Lúc đánh giá', en: 'rated' } },
  },
  async read(db, caseIds) {
    const found = await sql<{ id: string; score: number; answered: boolean; at: number }>`
      select case_id as id, score, answered_at is not null as answered, (extract(epoch from rated_at) * 1000)::float8 as at
      from feedback.rating where case_id = any(${caseIds}::uuid[])
    `.execute(db);
    return new Map(
      found.rows.map(({ id, score, answered, at }) => [
        id,
        { score, dissatisfied: score <= DISSATISFIED, answered, given_at: at },
      ]),
    );
  },
  moments: {
    'rating-unanswered': {
      title: { vi: 'Đánh giá chưa được trả lời', en: 'A rating without an answer' },
      async candidates(db, { from, to, after, limit }) {
        const found = await sql<Candidate>`
          select case_id as "caseId", rated_at as at from feedback.rating
          where answered_at is null and score <= ${DISSATISFIED} and rated_at > ${isoOf(from)} and rated_at <= ${isoOf(to)}
            and ${isBehind(after, { at: sql`rated_at`, id: sql`case_id` })}
          order by rated_at, case_id limit ${limit}
        `.execute(db);
        return found.rows;
      },
    },
  },
  async readPast(db, caseIds) {
    const found = await sql<{ id: string; score: number; at: Instant; answeredAt: Instant | null }>`
      select case_id as id, score, rated_at as at, answered_at as "answeredAt" from feedback.rating where case_id = any(${caseIds}::uuid[])
    `.execute(db);
    return new Map(
      found.rows.map(({ id, score, at, answeredAt }) => [
        id,
        {
          at: (time: Instant) =>
            time < at
              ? {}
              : {
                  score,
                  dissatisfied: score <= DISSATISFIED,
                  answered: answeredAt !== null && answeredAt <= time,
                  given_at: at,
                },
          moments: { 'rating-unanswered': score <= DISSATISFIED ? [{ at, until: answeredAt }] : [] },
        },
      ]),
    );
  },
};
