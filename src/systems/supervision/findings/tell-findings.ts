/** Telling of findings (báo phát hiện): who a finding concerns is told of it with all others of the last half hour in one notice; of what is critical at once. */
import { sql } from 'kysely';
import { dayOf, type Instant, instant, isoOf } from '../../../platform/calendar/instant.ts';
import type { Db } from '../../../platform/db/database.ts';
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import type { ReadEntry } from '../../../platform/journal/entry.ts';
import type { Subscriber } from '../../../platform/journal/subscribers.ts';
import { notify } from '../../../platform/notifications/notify.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import type { SupervisionTables } from '../tables.ts';
import { FINDINGS } from './findings-asked.ts';

type Why = 'found' | 'escalated' | 'concluded' | 'withdrawn';

const WHY: Readonly<Record<string, Why>> = {
  'supervision.finding-opened': 'found',
  'supervision.finding-escalated': 'escalated',
  'supervision.finding-concluded': 'concluded',
  'supervision.finding-withdrawn': 'withdrawn',
};

/** Reads the journal: rows of who is to be told, written with the cursor. */
export const findingsTold: Subscriber = {
  name: 'supervision.findings-told',
  types: Object.keys(WHY),
  async handle(trx, entry) {
    const about = await sql<{
      officer: string | null;
      severity: string;
      unit: string | null;
      scenario: string;
      version: number;
    }>`
      select f.officer_id as officer, f.severity, f.unit_id as unit, f.scenario, f.scenario_version as version
      from supervision.finding f join cases.case c on c.id = f.case_id where f.case_id = ${entry.subject.id} and not c.simulated
    `.execute(trx);
    // what is simulated would drown what is real
    const [finding] = about.rows;
    const why = WHY[entry.type];
    if (!finding || !why) return;
    const isNew = why === 'found';
    const isCritical = isNew && finding.severity === 'critical';
    const accounts = new Set(why === 'escalated' ? toldOf(entry) : finding.officer === null ? [] : [finding.officer]);
    if (isNew) for (const account of await listTold(trx, finding, instant(entry.at))) accounts.add(account);
    for (const account of accounts) {
      if (account === entry.actor.account && !isNew) continue;
      await sql`
        insert into supervision.untold (account_id, case_id, why, entry_id, urgent, at)
        values (${account}, ${entry.subject.id}, ${why}, ${entry.id}, ${isCritical}, ${entry.at}) on conflict do nothing
      `.execute(trx);
    }
  },
};

const toldOf = ({ body }: ReadEntry): readonly string[] => (body?.told as readonly string[] | undefined) ?? [];

/** Who sits in a role that the rule names: in the unit or, where it says so, in the nearest one above that has the role. */
async function listTold(
  trx: Db,
  { unit, scenario, version }: { readonly unit: string | null; readonly scenario: string; readonly version: number },
  at: Instant,
): Promise<string[]> {
  const found = await sql<{ account: string }>`
    with recursive above as (
      select id, parent_id, 0 as depth from organisation.unit where id = ${unit}
      union all
      select u.id, u.parent_id, a.depth + 1 from above a join organisation.unit u on u.id = a.parent_id where a.depth < 10
    ), held as (
      select h.account_id as account, a.depth, min(a.depth) over (partition by p.role) as nearest
      from settings.version v cross join jsonb_array_elements(v.body -> 'tells') t
        join above a on a.depth = 0 or (t ->> 'above')::boolean
        join organisation.position p on p.unit_id = a.id and p.role = t ->> 'role'
        join organisation.holding h on h.position_id = p.id and daterange(h.valid_from, h.valid_to, '[]') @> ${dayOf(at)}::date
      where v.setting = ${`supervision.${scenario}`} and v.number = ${version}
    )
    select distinct account from held where depth = nearest
  `.execute(trx);
  return found.rows.map(({ account }) => account);
}

/** A person is told at most so often of what is not critical. */
const GATHERED_MS = 30 * 60_000;
const NAMED = 10;

interface Untold {
  readonly code: string;
  readonly title: LocalText;
  readonly why: Why;
  readonly entry: string;
  readonly case: string;
}

/** One round: everybody for whom something critical waits, or something for half an hour, gets one notice of all that waits for them. */
export async function tellFindings({ db }: Platform<SupervisionTables>, now: Instant): Promise<number> {
  const due = await sql<{ account: string }>`
    select account_id as account from supervision.untold group by account_id
    having bool_or(urgent) or min(at) <= ${isoOf((now - GATHERED_MS) as Instant)}::timestamptz order by account_id limit 1000
  `.execute(db);
  for (const { account } of due.rows)
    await db.transaction().execute((trx) => tellOne(trx as unknown as Db, account, now));
  return due.rows.length;
}

async function tellOne(trx: Db, account: string, now: Instant): Promise<void> {
  const taken = await sql<Untold>`
    with gone as (delete from supervision.untold where account_id = ${account} returning *)
    select c.code, g.why, g.entry_id as entry, g.case_id as case, coalesce(v.body -> 'title', jsonb_build_object('vi', c.title)) as title
    from gone g join cases.case c on c.id = g.case_id join supervision.finding f on f.case_id = c.id
      left join settings.version v on v.setting = 'supervision.' || f.scenario and v.number = f.scenario_version
    order by g.at, c.code
  `.execute(trx);
  const [first] = taken.rows;
  // somebody else has told them at this moment
  if (!first) return;
  await notify(trx, {
    to: { accountId: account },
    template: 'supervision.findings',
    values: (locale) => ({
      count: String(taken.rows.length),
      items: taken.rows
        .slice(0, NAMED)
        .map(({ code, why, title }) => `${code}: ${inLanguage(title, locale).text} (${WORDS[why][locale]})`)
        .join('\n'),
    }),
    subjectId: first.case,
    entryId: first.entry,
    at: now,
    link: taken.rows.length === 1 ? `${FINDINGS}/${first.code}` : FINDINGS,
    simulated: false,
  });
}

const WORDS: Readonly<Record<Why, { readonly vi: string; readonly en: string }>> = {
  found: { vi: 'phát hiện mới', en: 'new' },
  escalated: { vi: 'quá hạn giải trình', en: 'not answered in time' },
  concluded: { vi: 'đã kết luận', en: 'concluded' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
};
