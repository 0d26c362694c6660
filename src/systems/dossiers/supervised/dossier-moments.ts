/** Moments of a dossier that rules about silence wait for; each reads an index of open cases, unit by unit. */
import { type RawBuilder, sql } from 'kysely';
import { isoOf } from '../../../platform/calendar/instant.ts';
import { type Candidate, isBehind, type SupervisedMoment } from '../../../platform/cases/supervised.ts';
import type { DossierTables } from '../tables.ts';

type Moment = SupervisedMoment<DossierTables>;

/** Open dossiers by a time of theirs; `open` narrows them as the index does. */
const byTime =
  (column: RawBuilder<unknown>, open: RawBuilder<unknown>): Moment['candidates'] =>
  async (db, { from, to, changedSince, after, limit }) => {
    const found = await sql<Candidate>`
      select c.id as "caseId", ${column} as at from organisation.unit u join cases.case c on c.holding_unit = u.id and c.closed_at is null
      where c.kind = 'dossier' and ${open} and ${column} <= ${isoOf(to)} and (${column} > ${isoOf(from)} or c.changed_at > ${isoOf(changedSince)})
        and ${isBehind(after, { at: column, id: sql`c.id` })}
      order by ${column}, c.id limit ${limit}
    `.execute(db);
    return found.rows;
  };

/** Rows beside a dossier, each with a time of its own. */
const beside =
  (table: RawBuilder<unknown>, column: RawBuilder<unknown>, open: RawBuilder<unknown>): Moment['candidates'] =>
  async (db, { from, to, changedSince, after, limit }) => {
    const found = await sql<Candidate>`
      select c.id as "caseId", min(${column}) as at from ${table} t join cases.case c on c.id = t.case_id
      where c.kind = 'dossier' and c.closed_at is null and ${open} and ${column} <= ${isoOf(to)}
        and (${column} > ${isoOf(from)} or c.changed_at > ${isoOf(changedSince)})
      group by c.id having ${isBehind(after, { at: sql`min(${column})`, id: sql`c.id` })} order by 2, 1 limit ${limit}
    `.execute(db);
    return found.rows;
  };

/** Those that have ended with a result too, be it the same day: by the index of what each office has taken in. What is touched again is open. */
const received: Moment['candidates'] = async (db, { from, to, changedSince, after, limit }) => {
  const found = await sql<Candidate>`
    select m.id as "caseId", m.received_at as at from (
      select c.id, c.received_at from organisation.unit u join cases.case c on c.receiving_unit = u.id
      where c.kind = 'dossier' and c.received_at > ${isoOf(from)} and c.received_at <= ${isoOf(to)}
        and (c.closed_at is null or c.outcome in ('approved', 'rejected', 'silence'))
      union
      select c.id, c.received_at from organisation.unit u join cases.case c on c.holding_unit = u.id and c.closed_at is null
      where c.kind = 'dossier' and c.status in ('open', 'decided') and c.received_at <= ${isoOf(to)} and c.changed_at > ${isoOf(changedSince)}
    ) m where ${isBehind(after, { at: sql`m.received_at`, id: sql`m.id` })} order by m.received_at, m.id limit ${limit}
  `.execute(db);
  return found.rows;
};

export const dossierMoments: Readonly<Record<string, Moment>> = {
  'answer-due': {
    title: { vi: 'Hết hạn trả lời tiếp nhận', en: 'Answer to the application due' },
    candidates: byTime(sql`c.answer_due_at`, sql`c.status = 'submitted'`),
  },
  due: {
    title: { vi: 'Hết hạn giải quyết', en: 'Result due' },
    candidates: byTime(sql`c.due_at`, sql`c.status = 'open'`),
  },
  received: {
    title: { vi: 'Tiếp nhận', en: 'Received' },
    candidates: received,
  },
  consultation: {
    title: { vi: 'Hết hạn cho ý kiến', en: 'Opinion due' },
    candidates: beside(sql`cases.consultation`, sql`t.due_at`, sql`t.answered_at is null`),
  },
  transfer: {
    title: { vi: 'Hết hạn chuyển giấy tờ', en: 'Papers to be passed on by' },
    candidates: beside(sql`dossiers.transfer`, sql`t.send_by`, sql`t.sent_at is null`),
  },
  signed: {
    title: { vi: 'Ký kết quả', en: 'Result signed' },
    candidates: beside(sql`dossiers.dossier`, sql`t.signed_at`, sql`c.status = 'decided'`),
  },
};
