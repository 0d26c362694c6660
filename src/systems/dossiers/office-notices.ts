/** Notices inside the offices: who sits where something is owed is told in the program, and by e-mail where they have one. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { dayOf, type Instant, instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Json } from '../../platform/db/json.ts';
import { inLanguage, type LocalText } from '../../platform/i18n/local-text.ts';
import type { ReadEntry } from '../../platform/journal/entry.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import { notify } from '../../platform/notifications/notify.ts';
import { timeInSentence } from '../../platform/text/vietnamese-date.ts';

interface Telling {
  readonly template: string;
  /** Who sits in this unit: everybody, in one role, or who leads it (everybody where nobody does). */
  readonly unit: string;
  readonly who: 'all' | 'heads' | { readonly role: string };
  /** The unit it is about, and when that owes its answer, where it does. */
  readonly about: string;
  readonly due?: string;
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

interface Seat {
  readonly unit: string | null;
  readonly role: string | null;
}

/** Who holds the dossier, and who signs for the office. */
function apologyTold({ body }: ReadEntry): Telling[] {
  const { holder, signer } = body as unknown as { holder: Seat; signer: Seat | null };
  return [holder, ...(signer ? [signer] : [])].flatMap(({ unit, role }) =>
    unit === null || role === null
      ? []
      : [{ template: 'dossiers.apology-drafted', unit, who: { role }, about: unit, due: text(body?.was_due) }],
  );
}

/** By the entry's type. */
const TELLINGS: Readonly<Record<string, (entry: ReadEntry) => readonly Telling[]>> = {
  'dossiers.opinion-asked': ({ body }) =>
    ((body?.asked ?? []) as unknown as readonly { unit: string; due: string }[]).map(({ unit, due }) => ({
      template: 'dossiers.opinion-asked',
      unit,
      who: 'all',
      about: unit,
      due,
    })),
  'dossiers.opinion-reminded': ({ body }) => [
    {
      template: 'dossiers.opinion-reminded',
      unit: text(body?.unit),
      who: 'all',
      about: text(body?.unit),
      due: text(body?.due),
    },
  ],
  'dossiers.parts-opened': ({ body }) =>
    ((body?.parts ?? []) as unknown as readonly { unit: string; due: string }[]).map(({ unit, due }) => ({
      template: 'dossiers.part-opened',
      unit,
      who: 'all',
      about: unit,
      due,
    })),
  'dossiers.part-reopened': ({ body }) => [
    {
      template: 'dossiers.part-opened',
      unit: text(body?.unit),
      who: 'all',
      about: text(body?.unit),
      due: text(body?.due),
    },
  ],
  'dossiers.part-reminded': ({ body }) => [
    {
      template: 'dossiers.part-reminded',
      unit: text(body?.unit),
      who: 'all',
      about: text(body?.unit),
      due: text(body?.due),
    },
  ],
  'dossiers.part-overdue': ({ body }) => [
    {
      template: 'dossiers.part-overdue',
      unit: text(body?.told),
      who: 'heads',
      about: text(body?.unit),
      due: text(body?.due),
    },
  ],
  'dossiers.transfer-sent': ({ body }) => [
    { template: 'dossiers.transfer-sent', unit: text(body?.to), who: { role: 'TN' }, about: text(body?.from) },
  ],
  'dossiers.dossier-redirected': ({ body, at }) => [
    { template: 'dossiers.redirected', unit: text(body?.to), who: 'heads', about: text(body?.to), due: at },
  ],
  'dossiers.apology-drafted': apologyTold,
  // NĐ 61/2018 Điều 19 khoản 5: to the head of the one-stop office, for joint handling
  'dossiers.opinion-overdue': ({ body }) => [
    {
      template: 'dossiers.opinion-overdue',
      unit: text(body?.told),
      who: 'heads',
      about: text(body?.unit),
      due: text(body?.due),
    },
  ],
};

export const officeNotices: Subscriber = {
  name: 'dossiers.office-notices',
  types: Object.keys(TELLINGS),
  async handle(trx, entry) {
    const dossier = await findAbout(trx, entry.subject.id);
    // what is simulated would drown what is real
    if (!dossier || dossier.simulated) return;
    for (const telling of TELLINGS[entry.type]?.(entry) ?? []) await tell(trx, entry, { telling, dossier });
  },
};

interface About {
  readonly code: string;
  readonly title: string;
  readonly simulated: boolean;
}

async function tell(
  trx: Db,
  entry: ReadEntry,
  { telling, dossier }: { readonly telling: Telling; readonly dossier: About },
): Promise<void> {
  const at = instant(entry.at);
  const unit = await nameOf(trx, telling.about);
  for (const accountId of await listStaff(trx, telling, at)) {
    await notify(trx, {
      to: { accountId },
      template: telling.template,
      values: (locale) => ({
        code: dossier.code,
        procedure: dossier.title,
        unit: inLanguage(unit, locale).text,
        ...(telling.due === undefined ? {} : { due: timeInSentence(instant(telling.due), locale) }),
      }),
      subjectId: entry.subject.id,
      entryId: entry.id,
      at,
      link: `/can-bo/ho-so/${dossier.code}`,
      simulated: false,
    });
  }
}

async function findAbout(db: QueryExecutorProvider, caseId: string): Promise<About | undefined> {
  const found = await sql<About>`select code, title, simulated from cases.case where id = ${caseId}`.execute(db);
  return found.rows[0];
}

async function nameOf(db: QueryExecutorProvider, unitId: string): Promise<LocalText> {
  const found = await sql<{ name: LocalText }>`select name from organisation.unit where id = ${unitId}`.execute(db);
  return found.rows[0]?.name ?? { vi: '…' };
}

/** Who sits in the unit on the day. */
export async function listStaff(
  db: QueryExecutorProvider,
  { unit, who }: Pick<Telling, 'unit' | 'who'>,
  at: Instant,
): Promise<string[]> {
  const found = await sql<{ account: string; leads: boolean }>`
    select h.account_id as account, bool_or(r.leads) as leads
    from organisation.position p join organisation.role r on r.key = p.role
      join organisation.holding h on h.position_id = p.id and daterange(h.valid_from, h.valid_to, '[]') @> ${dayOf(at)}::date
    where p.unit_id = ${unit} and ${typeof who === 'string' ? sql`true` : sql`p.role = ${who.role}`} group by h.account_id order by h.account_id
  `.execute(db);
  const leading = found.rows.filter(({ leads }) => leads);
  return (who === 'heads' && leading.length > 0 ? leading : found.rows).map(({ account }) => account);
}
