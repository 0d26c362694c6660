/** Rules of delegating: by whom, to whom and for which days, judged on what is known of the position and of what was given before. */
import { sql } from 'kysely';
import type { Day } from '../calendar/instant.ts';
import { type Refusal, refuse } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import { dayText } from '../text/vietnamese-date.ts';
import { officeRuleOn } from './office-rules.ts';

export interface AskedDelegation {
  readonly from: string;
  readonly to: string;
  readonly positionId: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly document: string;
  readonly reason: string;
}

export interface DelegationFacts {
  readonly unitId: string;
  /** The giver holds it by their own right on the first day. */
  readonly held: boolean;
  /** They act in it for somebody else. */
  readonly heldForAnother: boolean;
  /** The earliest end of what it rests on: position, unit, the giver's own holding. */
  readonly lastPossible: Day | null;
  /** An officer whose account is in use. */
  readonly delegateKnown: boolean;
  readonly delegateHolds: boolean;
  readonly delegateAway: boolean;
  /** The same power given for days that overlap. */
  readonly given: readonly { readonly to: string; readonly name: string; readonly from: Day; readonly until: Day }[];
  /** The delegate, or whom they have delegated to, has given to the giver in these days. */
  readonly circular: boolean;
  /** One delegate at a time. */
  readonly sole: boolean;
}

/** Undefined when it may be given. */
export function decideDelegation(facts: DelegationFacts, asked: AskedDelegation, today: Day): Refusal | undefined {
  if (asked.from === asked.to) return refuse('organisation.delegation-to-oneself');
  if (asked.firstDay < today) return refuse('organisation.delegation-past');
  if (asked.lastDay < asked.firstDay) return refuse('organisation.delegation-days');
  if (asked.document === '' && asked.reason === '') return refuse('organisation.delegation-unfounded');
  if (!facts.held) return refuse(facts.heldForAnother ? 'organisation.sub-delegation' : 'organisation.not-held');
  if (facts.lastPossible !== null && facts.lastPossible < asked.lastDay)
    return refuse('organisation.delegation-beyond', { day: dayText(facts.lastPossible) });
  if (!facts.delegateKnown) return refuse('organisation.delegate-unknown');
  if (facts.delegateHolds) return refuse('organisation.delegate-holds');
  if (facts.delegateAway) return refuse('organisation.delegate-away');
  const other = facts.given.find(({ to }) => to === asked.to) ?? (facts.sole ? facts.given[0] : undefined);
  if (other)
    return refuse('organisation.second-delegate', {
      name: other.name,
      from: dayText(other.from),
      to: dayText(other.until),
    });
  return facts.circular ? refuse('organisation.delegation-circular') : undefined;
}

export async function findDelegationFacts(trx: Db, asked: AskedDelegation): Promise<DelegationFacts> {
  const { from, to, positionId, firstDay, lastDay } = asked;
  const last = lastDay < firstDay ? firstDay : lastDay;
  const days = sql`daterange(${firstDay}::date, ${last}::date, '[]')`;
  const rule = await officeRuleOn(trx, 'second-delegate', firstDay);
  const found = await sql<Omit<DelegationFacts, 'sole'>>`
    select p.unit_id as "unitId", o.id is not null as held,
      exists (select 1 from organisation.delegation d where d.to_account = ${from} and d.position_id = p.id and d.ended_at is null
        and daterange(d.valid_from, d.valid_to, '[]') && ${days}) as "heldForAnother",
      least(p.valid_to, u.valid_to, o.valid_to) as "lastPossible",
      exists (select 1 from identity.account a where a.id = ${to} and a.kind = 'officer' and a.disabled_at is null) as "delegateKnown",
      exists (select 1 from organisation.holding h where h.account_id = ${to} and h.position_id = p.id
        and daterange(h.valid_from, h.valid_to, '[]') && ${days}) as "delegateHolds",
      exists (select 1 from organisation.absence b where b.account_id = ${to} and b.ended_at is null
        and daterange(b.valid_from, b.valid_to, '[]') && ${days}) as "delegateAway",
      coalesce((select json_agg(json_build_object('to', d.to_account, 'name', a.name, 'from', d.valid_from, 'until', d.valid_to) order by d.valid_from)
        from organisation.delegation d join identity.account a on a.id = d.to_account
        where d.from_account = ${from} and d.position_id = p.id and d.ended_at is null
          and daterange(d.valid_from, d.valid_to, '[]') && ${days}), '[]'::json) as given,
      ${from}::uuid in (
        with recursive onwards as (
          select d.to_account as account from organisation.delegation d
            where d.from_account = ${to} and d.ended_at is null and daterange(d.valid_from, d.valid_to, '[]') && ${days}
          union
          select d.to_account from organisation.delegation d join onwards on d.from_account = onwards.account
            where d.ended_at is null and daterange(d.valid_from, d.valid_to, '[]') && ${days}
        ) select account from onwards) as circular
    from organisation.position p join organisation.unit u on u.id = p.unit_id
      left join organisation.holding o on o.position_id = p.id and o.account_id = ${from}
        and daterange(o.valid_from, o.valid_to, '[]') @> ${firstDay}::date
    where p.id = ${positionId}
  `.execute(trx);
  const facts = found.rows[0];
  return { ...(facts ?? NOTHING_KNOWN), sole: rule?.effect !== 'allow' };
}

const NOTHING_KNOWN: Omit<DelegationFacts, 'sole'> = {
  unitId: '',
  held: false,
  heldForAnother: false,
  lastPossible: null,
  delegateKnown: false,
  delegateHolds: false,
  delegateAway: false,
  given: [],
  circular: false,
};
