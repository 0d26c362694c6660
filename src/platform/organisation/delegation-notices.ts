/** Notices of delegations: who is given a position's powers, or loses them, is told; so is the giver when somebody else did it. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { instant } from '../calendar/instant.ts';
import { inLanguage, type LocalText } from '../i18n/local-text.ts';
import type { Subscriber } from '../journal/subscribers.ts';
import { notify } from '../notifications/notify.ts';
import { dayText } from '../text/vietnamese-date.ts';

interface Told {
  readonly giver: string;
  readonly delegate: string;
  readonly title: LocalText;
  readonly unit: LocalText;
}

export const delegationNotices: Subscriber = {
  name: 'organisation.delegation-notices',
  types: ['organisation.delegation-given', 'organisation.delegation-ended'],
  async handle(trx, entry) {
    const body = entry.body as { giver: string; delegate: string; position: string; from?: string; to?: string };
    const told = await findTold(trx, body);
    if (!told) return;
    const { giver, delegate } = body;
    const others = [delegate, ...(entry.actor.account === giver ? [] : [giver])];
    for (const accountId of others)
      await notify(trx, {
        to: { accountId },
        template: entry.type,
        values: (locale) => ({
          giver: told.giver,
          delegate: told.delegate,
          position: `${inLanguage(told.title, locale).text}, ${inLanguage(told.unit, locale).text}`,
          from: body.from ? dayText(body.from, locale) : '',
          to: body.to ? dayText(body.to, locale) : '',
        }),
        subjectId: entry.subject.id,
        entryId: entry.id,
        at: instant(entry.at),
        link: '/tai-khoan/vi-tri',
        simulated: false,
      });
  },
};

async function findTold(
  db: QueryExecutorProvider,
  { giver, delegate, position }: { readonly giver: string; readonly delegate: string; readonly position: string },
): Promise<Told | undefined> {
  const found = await sql<Told>`
    select g.name as giver, t.name as delegate, p.title, u.name as unit
    from identity.account g, identity.account t, organisation.position p join organisation.unit u on u.id = p.unit_id
    where g.id = ${giver} and t.id = ${delegate} and p.id = ${position}
  `.execute(db);
  return found.rows[0];
}
