/** What the national portal has not been told of a dossier, as rules of supervision read it. */
import { sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { type Candidate, isBehind, type PastMoment, type SupervisedFacts } from '../../platform/cases/supervised.ts';
import type { NationalPortalTables } from './tables.ts';

export const supervisedSync: SupervisedFacts<NationalPortalTables> = {
  label: { vi: 'Cổng quốc gia', en: 'National portal' },
  fields: {
    untold: { type: 'int', label: { vi: 'Số thay đổi chưa báo', en: 'changes not told' } },
    untold_since: { type: 'instant', label: { vi: 'Chưa báo từ', en: 'not told since' } },
  },
  async read(db, caseIds) {
    const found = await sql<{ id: string; untold: number; since: number | null }>`
      select i.id, count(m.id)::integer as untold, (extract(epoch from min(m.at)) * 1000)::float8 as since
      from unnest(${caseIds}::uuid[]) i (id) left join national_portal.message m on m.case_id = i.id and m.sent_at is null group by i.id
    `.execute(db);
    return new Map(
      found.rows.map(({ id, untold, since }) => [id, { untold, untold_since: since ?? undefined }] as const),
    );
  },
  moments: {
    'portal-behind': {
      title: { vi: 'Thay đổi chưa báo lên Cổng quốc gia', en: 'A change the national portal does not know' },
      async candidates(db, { from, to, changedSince, after, limit }) {
        const found = await sql<Candidate>`
          select m.case_id as "caseId", m.at from national_portal.message m
          where m.next_at is not null and m.at <= ${isoOf(to)} and (m.at > ${isoOf(from)} or m.head_at > ${isoOf(changedSince)} or exists (
            select 1 from cases.case c where c.id = m.case_id and c.changed_at > ${isoOf(changedSince)}))
            and ${isBehind(after, { at: sql`m.at`, id: sql`m.case_id` })}
          order by m.at, m.case_id limit ${limit}
        `.execute(db);
        return found.rows;
      },
    },
  },
  async readPast(db, caseIds) {
    const found = await sql<{ id: string; at: Instant; until: Instant | null }>`
      select case_id as id, at, sent_at as until from national_portal.message where case_id = any(${caseIds}::uuid[]) order by case_id, sequence
    `.execute(db);
    const messages = new Map<string, { at: Instant; until: Instant | null }[]>(caseIds.map((id) => [id, []]));
    for (const { id, at, until } of found.rows) messages.get(id)?.push({ at, until });
    return new Map(
      [...messages].map(([id, told]) => [
        id,
        {
          at: (time: Instant) => {
            const untold = told.filter(({ at, until }) => at <= time && (until === null || until > time));
            return { untold: untold.length, untold_since: earliest(untold) };
          },
          moments: { 'portal-behind': headsOf(told) },
        },
      ]),
    );
  },
};

type Told = Omit<PastMoment, 'since'>;

/** One message of a dossier is under way at a time: the next one is seen when it has been sent. */
const headsOf = (told: readonly Told[]): readonly PastMoment[] =>
  told.flatMap(({ at, until }, place) => {
    const before = place === 0 ? at : told[place - 1]?.until;
    return before === null || before === undefined ? [] : [{ at, until, since: Math.max(at, before) as Instant }];
  });

const earliest = (untold: readonly Told[]): Instant | undefined =>
  untold.length === 0 ? undefined : (Math.min(...untold.map(({ at }) => at)) as Instant);
