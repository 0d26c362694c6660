/** Notices of duty: whoever is given an incident or a shift by somebody else is told, with what they should know, and whoever lost one; who is on duty is told of what nobody has taken, and of what was passed to their centre. */
import { type RawBuilder, sql } from 'kysely';
import { dayOf, instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { inLanguage, type LocalText } from '../../platform/i18n/local-text.ts';
import type { ReadEntry } from '../../platform/journal/entry.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import { notify } from '../../platform/notifications/notify.ts';
import type { Platform } from '../../platform/system/platform.ts';
import type { CentreDb } from './centre-act.ts';
import { listHandlers } from './handlers.ts';
import { incidentPath } from './pages/incident-path.ts';
import { SHIFTS } from './pages/shift-page.tsx';
import type { CentreTables } from './tables.ts';

/** Of these entries: what each means to whom. */
const TOLD: Readonly<Record<string, (trx: Db, entry: ReadEntry, platform: Platform<CentreTables>) => Promise<void>>> = {
  'operations-centre.incident-handed-over': tellReceiver,
  'operations-centre.incident-taken': tellHolder,
  'operations-centre.incident-passed': tellCentre,
  'operations-centre.nobody-took': tellOnDuty,
  'operations-centre.shift-ended': tellOfShift,
};

export const dutyNotices = (platform: Platform<CentreTables>): Subscriber => ({
  name: 'operations-centre.duty-notices',
  types: Object.keys(TOLD),
  handle: async (trx, entry) => TOLD[entry.type]?.(trx, entry, platform),
});

interface Said {
  readonly by: string | null;
  readonly note: string | null;
}

const saidWith = ({ id, actor }: ReadEntry): RawBuilder<unknown> => sql`
  (select name from identity.account where id = ${actor.account ?? null}) as by,
  (select t.body::jsonb #>> '{}' from journal.content t where t.entry_id = ${id} and t.name = 'note') as note`;

const valuesOf = ({ by, note }: Said) => ({ by: by ?? 'Vàm Cỏ', note: note ?? '—' });

interface Told {
  readonly code: string;
  readonly title: LocalText;
  readonly simulated: boolean;
}

async function findTold(trx: Db, entry: ReadEntry): Promise<(Said & Told) | undefined> {
  const found = await sql<Said & Told>`
    select c.code, i.title, c.simulated, ${saidWith(entry)}
    from cases.case c join operations_centre.incident i on i.case_id = c.id where c.id = ${entry.subject.id}
  `.execute(trx);
  return found.rows[0];
}

/** Whoever acted knows it. */
async function tell(trx: Db, entry: ReadEntry, { to, template }: { to: readonly string[]; template: string }) {
  const others = to.filter((accountId) => accountId !== entry.actor.account);
  const incident = others.length > 0 ? await findTold(trx, entry) : undefined;
  if (!incident) return;
  for (const accountId of others)
    await notify(trx, {
      to: { accountId },
      template,
      values: (locale) => ({
        ...valuesOf(incident),
        code: incident.code,
        title: inLanguage(incident.title, locale).text,
      }),
      subjectId: entry.subject.id,
      entryId: entry.id,
      at: instant(entry.at),
      link: incidentPath(incident),
      simulated: incident.simulated,
    });
}

async function onDutyIn(trx: Db, unit: string): Promise<readonly string[]> {
  const found = await sql<{ account: string }>`
    select account_id as account from operations_centre.shift where unit_id = ${unit} and ended_at is null order by account_id
  `.execute(trx);
  return found.rows.map(({ account }) => account);
}

/** Those on duty in the centre that has it. */
async function tellOnDuty(trx: Db, entry: ReadEntry): Promise<void> {
  const found = await sql<{ unit: string }>`
    select unit_id as unit from operations_centre.incident where case_id = ${entry.subject.id}
  `.execute(trx);
  const to = await onDutyIn(trx, found.rows[0]?.unit ?? '');
  await tell(trx, entry, { to, template: 'operations-centre.nobody-took' });
}

/** Those on duty in the centre that received it; where nobody is, the leaders of its people's committee: nobody else would know. */
async function tellCentre(trx: Db, entry: ReadEntry, { registry }: Platform<CentreTables>): Promise<void> {
  const { unit } = entry.body as { readonly unit: string };
  const onDuty = await onDutyIn(trx, unit);
  const asked = { unitId: unit, day: dayOf(instant(entry.at)), except: entry.actor.account ?? NOBODY };
  const handlers = onDuty.length > 0 ? [] : await listHandlers({ db: trx as unknown as CentreDb, registry }, asked);
  const leaders = handlers.filter(({ unitId }) => unitId === unit).map(({ accountId }) => accountId);
  await tell(trx, entry, { to: [...onDuty, ...leaders], template: 'operations-centre.incident-passed' });
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

async function tellReceiver(trx: Db, entry: ReadEntry): Promise<void> {
  const { to } = entry.body as { readonly to: string };
  await tell(trx, entry, { to: [to], template: 'operations-centre.incident-handed' });
}

/** Whoever held it until somebody else took it over. */
async function tellHolder(trx: Db, entry: ReadEntry): Promise<void> {
  const found = await sql<{ holder: string | null }>`
    select case e.type when 'operations-centre.incident-taken' then e.account_id::text
      when 'operations-centre.incident-handed-over' then e.sealed::jsonb #>> '{body,to}' end as holder
    from journal.entry e join journal.entry t on t.id = ${entry.id} and e.chain = t.chain and e.seq < t.seq
    where e.subject_id = ${entry.subject.id}
      and e.type in ('operations-centre.incident-taken', 'operations-centre.incident-handed-over', 'operations-centre.incident-passed')
    order by e.seq desc limit 1
  `.execute(trx);
  const holder = found.rows[0]?.holder;
  await tell(trx, entry, { to: holder ? [holder] : [], template: 'operations-centre.incident-relieved' });
}

/** Who follows; of a shift that was taken over, whoever had it: they may be on their way back. */
async function tellOfShift(trx: Db, entry: ReadEntry): Promise<void> {
  const { unit, to } = entry.body as { readonly unit: string; readonly to?: string };
  const found = await sql<Said & { unit: LocalText; had: string }>`
    select u.name as unit, s.account_id as had, ${saidWith(entry)}
    from operations_centre.shift s join organisation.unit u on u.id = ${unit} where s.id = ${entry.subject.id}
  `.execute(trx);
  const [shift] = found.rows;
  if (!shift) return;
  const isRelieved = shift.had !== entry.actor.account;
  const accountId = isRelieved ? shift.had : to;
  if (accountId === undefined || accountId === entry.actor.account) return;
  await notify(trx, {
    to: { accountId },
    template: isRelieved ? 'operations-centre.shift-relieved' : 'operations-centre.shift-handed',
    values: (locale) => ({ ...valuesOf(shift), unit: inLanguage(shift.unit, locale).text }),
    subjectId: entry.subject.id,
    entryId: entry.id,
    at: instant(entry.at),
    link: SHIFTS,
    simulated: false,
  });
}
