/** Units on a day, for pages and files: under the names and parents of that day, with who holds their positions. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day } from '../../calendar/instant.ts';
import type { LocalText } from '../../i18n/local-text.ts';
import { fold } from '../../text/fold.ts';
import type { UnitKind } from '../definition.ts';
import type { HoldingManner } from '../tables.ts';

export interface ListedUnit {
  readonly id: string;
  readonly code: string | null;
  readonly name: LocalText;
  readonly kind: UnitKind;
  readonly parent: LocalText | null;
  readonly area: LocalText | null;
  readonly from: Day | null;
  readonly to: Day | null;
  /** Units right under it. */
  readonly under: number;
  readonly positions: number;
  readonly held: number;
}

export interface UnitQuestion {
  readonly day: Day;
  /** Of name or code; '' asks for the top of the tree. */
  readonly words: string;
  readonly kind?: UnitKind;
  /** Only those right under this one. */
  readonly parent?: string;
  /** Also those at every depth, as a search and a file do. */
  readonly everywhere: boolean;
  readonly after?: string;
  readonly limit: number;
}

/** As they were on the day: a unit that has changed since is read from what it was. */
const onDay = (day: Day) => sql`
  (select u.id, u.valid_from, u.valid_to,
    case when w.unit_id is null then u.code else w.code end as code, case when w.unit_id is null then u.kind else w.kind end as kind,
    case when w.unit_id is null then u.section else w.section end as section, coalesce(w.name, u.name) as name,
    case when w.unit_id is null then u.parent_id else w.parent_id end as parent_id,
    case when w.unit_id is null then u.area_id else w.area_id end as area_id,
    case when w.unit_id is null then u.address else w.address end as address,
    case when w.unit_id is null then u.phone else w.phone end as phone, case when w.unit_id is null then u.email else w.email end as email
  from organisation.unit u left join lateral (
    select * from organisation.unit_was old where old.unit_id = u.id and old.valid_to >= ${day}::date order by old.valid_to limit 1
  ) w on true)`;

const holds = (day: Day) => sql`daterange(valid_from, valid_to, '[]') @> ${day}::date`;

/** In the order of their codes' numbers, those without one last. A few thousand units: read through, not indexed. */
export async function listUnitsOn(db: QueryExecutorProvider, asked: UnitQuestion): Promise<ListedUnit[]> {
  const { day, kind, parent, everywhere, after, limit } = asked;
  const words = fold(asked.words);
  const found = await sql<ListedUnit>`
    with standing as materialized (
      select s.*, coalesce(string_to_array(regexp_replace(s.code, '[^0-9.]', '', 'g'), '.')::integer[], '{2000000000}') as place
      from ${onDay(day)} s where ${holds(day)}
    )
    select s.id, s.code, s.name, s.kind, s.valid_from as "from", s.valid_to as "to",
      (select p.name from standing p where p.id = s.parent_id) as parent,
      (select a.name from organisation.area a where a.id = s.area_id) as area,
      (select count(*)::integer from standing c where c.parent_id = s.id) as under,
      (select count(*)::integer from organisation.position p where p.unit_id = s.id and ${holds(day)}) as positions,
      (select count(distinct h.position_id)::integer from organisation.position p join organisation.holding h on h.position_id = p.id
        where p.unit_id = s.id and daterange(p.valid_from, p.valid_to, '[]') @> ${day}::date
          and daterange(h.valid_from, h.valid_to, '[]') @> ${day}::date) as held
    from standing s
    where (${kind ?? null}::text is null or s.kind = ${kind ?? null})
      and ${everywhere ? sql`true` : parent === undefined ? sql`not exists (select 1 from standing p where p.id = s.parent_id)` : sql`s.parent_id = ${parent}`}
      and (${words} = '' or strpos(text.fold(s.name ->> 'vi'), ${words}) > 0 or strpos(text.fold(s.name ->> 'en'), ${words}) > 0
        or starts_with(lower(s.code), ${words}))
      and ${after === undefined ? sql`true` : sql`(s.place, s.id) > (select l.place, l.id from standing l where l.id = ${after})`}
    order by s.place, s.id limit ${limit}
  `.execute(db);
  return found.rows;
}

export interface NamedUnit {
  readonly id: string;
  readonly name: LocalText;
}

export interface ShownUnit extends NamedUnit {
  readonly code: string | null;
  readonly kind: UnitKind;
  readonly section: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly parent: NamedUnit | null;
  readonly area: { readonly code: string; readonly name: LocalText } | null;
  readonly before: readonly NamedUnit[];
  readonly after: readonly NamedUnit[];
  /** Former names, newest first. */
  readonly was: readonly { readonly name: LocalText; readonly to: Day }[];
  /** Open dossiers that it decides, receives or holds. */
  readonly open: number;
}

/** Whatever its days: an ended unit is still shown. */
export async function findUnitOn(db: QueryExecutorProvider, id: string, day: Day): Promise<ShownUnit | undefined> {
  const named = (from: string, to: string) => sql`coalesce((
    select json_agg(json_build_object('id', n.id, 'name', n.name) order by n.key) from organisation.unit_successor s
    join organisation.unit n on n.id = s.${sql.ref(to)} where s.${sql.ref(from)} = u.id), '[]'::json)`;
  const found = await sql<ShownUnit>`
    select u.id, u.name, u.code, u.kind, u.section, u.address, u.phone, u.email, u.valid_from as "from", u.valid_to as "to",
      (select json_build_object('id', p.id, 'name', p.name) from ${onDay(day)} p where p.id = u.parent_id) as parent,
      (select json_build_object('code', a.code, 'name', a.name) from organisation.area a where a.id = u.area_id) as area,
      ${named('to_id', 'from_id')} as before, ${named('from_id', 'to_id')} as after,
      coalesce((select json_agg(json_build_object('name', w.name, 'to', w.valid_to) order by w.valid_to desc)
        from organisation.unit_was w where w.unit_id = u.id and w.name <> u.name), '[]'::json) as was,
      (select count(*)::integer from cases.case c
        where c.closed_at is null and u.id in (c.competent_unit, c.receiving_unit, c.holding_unit)) as open
    from ${onDay(day)} u where u.id = ${id}
  `.execute(db);
  return found.rows[0];
}

export interface ShownPosition {
  readonly id: string;
  readonly unit: string;
  readonly role: string;
  readonly roleName: LocalText;
  readonly title: LocalText;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly holders: readonly {
    readonly account: string;
    readonly login: string;
    readonly name: string;
    readonly from: Day;
    readonly to: Day | null;
    readonly manner: HoldingManner;
    readonly document: string | null;
  }[];
}

export async function listPositionsOn(
  db: QueryExecutorProvider,
  { units, day }: { readonly units: readonly string[]; readonly day: Day },
): Promise<ShownPosition[]> {
  const found = await sql<ShownPosition>`
    select p.id, p.unit_id as unit, p.role, r.name as "roleName", p.title, p.valid_from as "from", p.valid_to as "to",
      coalesce((
        select json_agg(json_build_object('account', a.id, 'login', a.login, 'name', a.name, 'from', h.valid_from, 'to', h.valid_to,
          'manner', h.manner, 'document', h.document) order by h.valid_from, h.id)
        from organisation.holding h join identity.account a on a.id = h.account_id
        where h.position_id = p.id and daterange(h.valid_from, h.valid_to, '[]') @> ${day}::date), '[]'::json) as holders
    from organisation.position p join organisation.role r on r.key = p.role
    where p.unit_id = any(${units}::uuid[]) and daterange(p.valid_from, p.valid_to, '[]') @> ${day}::date
    order by p.unit_id, r.leads desc, p.role, p.key
  `.execute(db);
  return found.rows;
}
