/** Notices of refunds: who paid is told when giving money back is proposed, approved, not approved, and when it was sent. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { instant } from '../../../platform/calendar/instant.ts';
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import type { ReadEntry } from '../../../platform/journal/entry.ts';
import type { Subscriber } from '../../../platform/journal/subscribers.ts';
import { notify } from '../../../platform/notifications/notify.ts';
import type { Contact } from '../../../platform/notifications/recipient.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { getVersion } from '../../procedures/index.ts';
import { readRefundReasons } from './refund-rules.ts';

const texts = defineTexts({
  unsaid: { vi: 'xem tại nơi nộp hồ sơ', en: 'ask where you applied' },
});

/** Each entry has a template of the province pack under its own name. Money of no known dossier has nobody to be told. */
export function refundNotices(platform: Pick<Platform, 'config'>): Subscriber {
  const reasons = readRefundReasons(platform);
  return {
    name: 'payments.refund-notices',
    types: ['payments.refund-proposed', 'payments.refund-approved', 'payments.refund-refused', 'payments.refund-sent'],
    async handle(trx, entry) {
      const { case: caseId, amount, reason } = entry.body as unknown as Told;
      const payer = caseId === null ? undefined : await findPayer(trx, entry, caseId);
      if (!payer) return;
      const ground = reasons.find(({ key }) => key === reason)?.name;
      await notify(trx, {
        to: { accountId: payer.accountId, contact: contactOf(payer.applicant) },
        template: entry.type,
        values: (locale) => ({
          code: payer.code,
          procedure: inLanguage(payer.procedure, locale).text,
          amount: moneyText(amount, locale),
          ground: ground ? inLanguage(ground, locale).text : reason,
          reason: payer.note ?? texts(locale).unsaid,
          transaction: (entry.body?.transaction as string | undefined) ?? '',
        }),
        subjectId: payer.caseId,
        entryId: entry.id,
        at: instant(entry.at),
        // without an account there is only the tracking page, which shows no personal data
        link: payer.accountId === null ? `/tra-cuu?ma=${encodeURIComponent(payer.code)}` : `/ho-so/${payer.code}`,
        simulated: payer.simulated,
      });
    },
  };
}

interface Told {
  readonly case: string | null;
  readonly amount: number;
  readonly reason: string;
}

interface Payer {
  readonly caseId: string;
  readonly code: string;
  readonly procedure: LocalText;
  readonly accountId: string | null;
  readonly simulated: boolean;
  /** What the newest content says of the applicant, as JSON; null once erased. */
  readonly applicant: string | null;
  /** Why not, where it was not approved and has not been erased. */
  readonly note: string | null;
}

async function findPayer(db: QueryExecutorProvider, entry: ReadEntry, caseId: string): Promise<Payer | undefined> {
  const rows = await sql<Omit<Payer, 'procedure'> & { title: string; versionId: string | null }>`
    select c.id as "caseId", c.code, c.title, c.definition_id as "versionId", c.applicant_id as "accountId", c.simulated,
      (select t.body from journal.content t where t.subject_id = c.id and t.name = 'applicant' and t.body is not null
       order by t.id desc limit 1) as applicant,
      (select t.body::jsonb #>> '{}' from journal.content t where t.entry_id = ${entry.id} and t.name = 'note' limit 1) as note
    from cases.case c where c.id = ${caseId}
  `.execute(db);
  const [found] = rows.rows;
  if (!found) return undefined;
  const { title, versionId, ...payer } = found;
  const version = versionId === null ? undefined : await getVersion(db, versionId);
  return { ...payer, procedure: version?.definition.name ?? { vi: title } };
}

const contactOf = (applicant: string | null): Contact =>
  applicant === null ? {} : (({ phone, email }: Contact) => ({ phone, email }))(JSON.parse(applicant) as Contact);
