/** Notices of duty: whoever is given an incident or a shift by somebody else is told, with what they should know, and whoever lost a shift, why; who is on duty is told of what nobody has taken. */
import { type RawBuilder, sql } from 'kysely';
import { instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { inLanguage, type LocalText } from '../../platform/i18n/local-text.ts';
import type { ReadEntry } from '../../platform/journal/entry.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import { notify } from '../../platform/notifications/notify.ts';
import { incidentPath } from './pages/incident-path.ts';
import { SHIFTS } from './pages/shift-page.tsx';

export const dutyNotices: Subscriber = {
  name: 'operations-centre.duty-notices',
  types: ['operations-centre.incident-handed-over', 'operations-centre.shift-ended', 'operations-centre.nobody-took'],
  async handle(trx, entry) {
    if (entry.type === 'operations-centre.nobody-took') return tellOnDuty(trx, entry);
    if (entry.type === 'operations-centre.shift-ended') return tellOfShift(trx, entry);
    const { to } = entry.body as { readonly to?: string };
    if (to !== undefined && to !== entry.actor.account) await tellOfIncident(trx, entry, to);
  },
};

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

/** Those on duty in the centre that has it. */
async function tellOnDuty(trx: Db, entry: ReadEntry): Promise<void> {
  const found = await sql<Told & { account: string }>`
    select c.code, i.title, c.simulated, s.account_id as account
    from cases.case c join operations_centre.incident i on i.case_id = c.id
      join operations_centre.shift s on s.unit_id = i.unit_id and s.ended_at is null
    where c.id = ${entry.subject.id} order by s.account_id
  `.execute(trx);
  for (const { account, code, title, simulated } of found.rows)
    await notify(trx, {
      to: { accountId: account },
      template: 'operations-centre.nobody-took',
      values: (locale) => ({ code, title: inLanguage(title, locale).text }),
      subjectId: entry.subject.id,
      entryId: entry.id,
      at: instant(entry.at),
      link: incidentPath({ code }),
      simulated,
    });
}

async function tellOfIncident(trx: Db, entry: ReadEntry, to: string): Promise<void> {
  const found = await sql<Said & Told>`
    select c.code, i.title, c.simulated, ${saidWith(entry)}
    from cases.case c join operations_centre.incident i on i.case_id = c.id where c.id = ${entry.subject.id}
  `.execute(trx);
  const [incident] = found.rows;
  if (!incident) return;
  await notify(trx, {
    to: { accountId: to },
    template: 'operations-centre.incident-handed',
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
