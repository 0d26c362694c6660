/** Count conditions: a definition's typed filter as SQL over the rows of numbers; the same for a figure and for the list behind it. */
import { type RawBuilder, sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { SATISFIED_FROM } from '../feedback/index.ts';
import type { Count, CountWhere } from './definitions.ts';
import type { Period } from '../../platform/calendar/period.ts';

/** A period as it can be known now: what still runs is judged at `at`. */
export interface Span extends Pick<Period, 'from' | 'to'> {
  readonly at: Instant;
}

const time = (at: Instant) => sql`${isoOf(at)}::timestamptz`;

/** On `statistics.handling h`. */
export function dossierCondition({ when, where = {} }: Pick<Count, 'when' | 'where'>, span: Span): RawBuilder<unknown> {
  return sql`(${moment(when, span)} and ${filter(where, handlingColumns(span))})`;
}

/** On `statistics.part p`: parts done in the period. */
export const partCondition = ({ where = {} }: Pick<Count, 'where'>, { from, to }: Span): RawBuilder<unknown> =>
  sql`(p.done_at >= ${time(from)} and p.done_at < ${time(to)} and ${filter(where, { standing: sql`p.standing` })})`;

/** Rows gathered by all that some counts look at, each worked out once a row, and every count as a condition on what was gathered. */
export interface Gathered {
  /** By name: expressions on the rows. */
  readonly columns: ReadonlyMap<string, RawBuilder<unknown>>;
  /** By key of the count: conditions on those names, of a table `g`. */
  readonly conditions: ReadonlyMap<string, RawBuilder<unknown>>;
}

/** On `statistics.handling h`: the same as `dossierCondition`, for many counts at once. */
export function gatherDossiers(counts: readonly Count[], span: Span): Gathered {
  const columns = new Map<string, RawBuilder<unknown>>([['simulated', sql`h.simulated`]]);
  const named = (name: string, expression: RawBuilder<unknown>): RawBuilder<unknown> => {
    columns.set(name, expression);
    return sql`${sql.ref(`g.${name}`)}`;
  };
  const own = handlingColumns(span);
  const conditions = counts.map(({ key, when, where = {} }) => {
    const at = named(`when-${when}`, moment(when, span));
    const looked = Object.fromEntries(
      Object.keys(where).map((column) => [column, named(column, own[column as keyof CountWhere] ?? sql`null`)]),
    );
    return [key, sql`(${at} and ${filter(where, looked)})`] as const;
  });
  return { columns, conditions: new Map([...conditions, ['simulated', sql`g.simulated`]]) };
}

/** On `statistics.part p`, of parts done in the period. */
export function gatherParts(counts: readonly Count[]): Gathered {
  const standing = sql`${sql.ref('g.standing')}`;
  return {
    columns: new Map([['standing', sql`p.standing`]]),
    conditions: new Map(counts.map(({ key, where = {} }) => [key, filter(where, { standing })] as const)),
  };
}

/** What any count of the period can need: the range of the index. */
export const withinSpan = ({ from, to }: Span): RawBuilder<unknown> =>
  sql`coalesce(h.finished_at, 'infinity'::timestamptz) >= ${time(from)} and h.submitted_at < ${time(to)}`;

function moment(when: Count['when'], { from, to }: Span): RawBuilder<unknown> {
  const ended = sql`coalesce(h.finished_at, 'infinity'::timestamptz)`;
  switch (when) {
    case 'received':
      return sql`h.received_at >= ${time(from)} and h.received_at < ${time(to)}`;
    case 'finished':
      return sql`h.finished_at >= ${time(from)} and h.finished_at < ${time(to)}`;
    case 'open':
      return sql`h.received_at < ${time(to)} and ${ended} >= ${time(to)}`;
    case 'carried':
      return sql`h.received_at < ${time(from)} and ${ended} >= ${time(from)}`;
    default:
      throw new Error('a count of dossiers without a moment');
  }
}

type Columns = Readonly<Partial<Record<keyof CountWhere, RawBuilder<unknown>>>>;

function filter(where: CountWhere, columns: Columns): RawBuilder<unknown> {
  const all = Object.entries(where).map(([column, values]) => {
    const expression = columns[column as keyof CountWhere];
    if (!expression) throw new Error(`there is no column ${column} to count by`);
    return sql`${expression} = any(${values as string[]}::text[])`;
  });
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

function handlingColumns({ to, at }: Span): Columns {
  const end = Math.min(to, at) as Instant;
  return {
    channel: sql`h.channel`,
    outcome: sql`h.outcome`,
    standing: sql`h.standing`,
    state: stateAt({ end: time(to), at: time(end) }),
    accepted: sql`case when h.received_at is null then 'no' else 'yes' end`,
    level: sql`h.online_level`,
    requests: sql`case h.requests when 0 then 'none' when 1 then 'one' else 'more' end`,
    asked_by: sql`h.asked_by`,
    rating: sql`case when h.score is null then 'none' when h.score >= ${SATISFIED_FROM} then 'satisfied' else 'dissatisfied' end`,
    attitude: sql`case when h.complained then 'complained' else 'none' end`,
    duty: sql`h.duty`,
    papers: sql`case when h.digital then 'digital' else 'other' end`,
    result: sql`case when h.electronic is null then 'none-yet' when h.electronic then 'electronic' else 'other' end`,
  };
}

/** How it stood against its term: by its end, else by the due time that was in force at the instant. Not a function of the database: it would be called for every row. */
const stateAt = ({ end, at }: Record<'end' | 'at', RawBuilder<unknown>>): RawBuilder<unknown> => sql`case
  when h.finished_at < ${end} then h.standing
  when cardinality(h.term_from) = 0 or h.term_from[1] > ${at} then 'no-term'
  else (select case when s.due is null then 'paused' when s.due < ${at} then 'late' else 'in-time' end
        from unnest(h.term_from, h.term_due) with ordinality s (since, due, place) where s.since <= ${at} order by s.place desc limit 1)
end`;
