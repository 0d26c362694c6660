/** Notices: what an applicant is told when something happens to their dossier, each from the entry that says it happened. */
import { instant } from '../../platform/calendar/instant.ts';
import type { LegalClock } from '../../platform/cases/legal-clock.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Json } from '../../platform/db/json.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import { notify } from '../../platform/notifications/notify.ts';
import { NOTICES } from './notice-values.ts';
import { findTold } from './told.ts';

export const dossierNotices = ({ legal }: { readonly legal: LegalClock }): Subscriber => ({
  name: 'dossiers.notices',
  types: Object.keys(NOTICES),
  async handle(trx, entry) {
    const spec = NOTICES[entry.type];
    const template = spec?.template(entry);
    const told = template === undefined ? undefined : await findTold(trx, entry.subject.id);
    if (!spec || !template || !told) return;
    const content = await readContent(trx, entry.id);
    await notify(trx, {
      to: told,
      template,
      values: (locale) => ({
        code: told.code,
        procedure: told.procedure(locale),
        place: told.place(locale),
        ...spec.values({ told, entry, locale, content, legal }),
      }),
      subjectId: entry.subject.id,
      entryId: entry.id,
      at: instant(entry.at),
      by: spec.by?.(entry),
      // Without an account there is only the tracking page, which shows no personal data.
      link: told.accountId === null ? `/tra-cuu?ma=${encodeURIComponent(told.code)}` : `/ho-so/${told.code}`,
      simulated: told.simulated,
    });
  },
});

async function readContent(trx: Db, entryId: string): Promise<Record<string, Json>> {
  const rows = await trx
    .selectFrom('journal.content')
    .select(['name', 'body'])
    .where('entry_id', '=', entryId)
    .execute();
  return Object.fromEntries(
    rows.flatMap(({ name, body }) => (body === null ? [] : [[name, JSON.parse(body) as Json]])),
  );
}
