/** Notices of assignments: who is given a dossier by somebody else, or by the program while another is away, is told. */
import { sql } from 'kysely';
import { instant } from '../../platform/calendar/instant.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import { notify } from '../../platform/notifications/notify.ts';

export const assignmentNotices: Subscriber = {
  name: 'dossiers.assignment-notices',
  types: ['dossiers.dossier-assigned'],
  async handle(trx, entry) {
    const { to } = entry.body as { to: string };
    if (entry.actor.account === to) return;
    const found = await sql<{
      code: string;
      title: string;
      simulated: boolean;
      by: string | null;
      reason: string | null;
    }>`
      select c.code, c.title, c.simulated, (select name from identity.account where id = ${entry.actor.account ?? null}) as by,
        (select t.body from journal.content t where t.entry_id = ${entry.id} and t.name = 'reason') as reason
      from cases.case c where c.id = ${entry.subject.id} and exists (select 1 from identity.account a where a.id = ${to})
    `.execute(trx);
    const [dossier] = found.rows;
    // what is simulated would drown what is real
    if (!dossier || dossier.simulated) return;
    const { code, title, by, reason } = dossier;
    await notify(trx, {
      to: { accountId: to },
      template: 'dossiers.assigned',
      values: () => ({
        code,
        procedure: title,
        by: by ?? 'Vàm Cỏ',
        reason: reason === null ? '—' : (JSON.parse(reason) as string),
      }),
      subjectId: entry.subject.id,
      entryId: entry.id,
      at: instant(entry.at),
      link: `/can-bo/ho-so/${code}`,
      simulated: false,
    });
  },
};
