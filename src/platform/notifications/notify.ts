/** Notifying: a subscriber says what happened to whom; the ledger gets one row for each way of telling them. */
import { createHash } from 'node:crypto';
import { dayOf, type Instant, isoOf } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import type { Locale } from '../i18n/texts.ts';
import { addJob } from '../jobs/add-job.ts';
import { smsText } from '../text/sms-text.ts';
import { listVersion } from './template-versions.ts';
import { pushWords } from './push-words.ts';
import { listSubscriptions } from './push-subscriptions.ts';
import { type Contact, findRecipient, hasOptedOut, type Recipient } from './recipient.ts';
import type { Channel, DeliveryState, TemplateRow } from './tables.ts';
import { fillTemplate } from './template-file.ts';

export interface Notice {
  /** An account, an address the person gave for this matter, or both. */
  readonly to: { readonly accountId?: string | null | undefined; readonly contact?: Contact | undefined };
  /** Code of a template of the province pack. */
  readonly template: string;
  readonly values: (locale: Locale) => Readonly<Record<string, string>>;
  /** What it is about; erased with it. */
  readonly subjectId: string;
  /** The journal entry that is told: told once, however often it is handled. */
  readonly entryId: string;
  readonly at: Instant;
  /** Until when the law has the person told: neither the night nor waiting for other notices holds it beyond. */
  readonly by?: Instant | undefined;
  /** Path of the portal where more is to be seen. */
  readonly link?: string;
  /** About a simulated matter: written down, sent nowhere. */
  readonly simulated: boolean;
}

export const DELIVER = 'notifications.deliver';

/** Within the subscriber's transaction. Answers how many deliveries were written; 0 when there is nobody to tell or all were told before. Throws when the template does not exist. */
export async function notify(trx: Db, notice: Notice): Promise<number> {
  const recipient = await findRecipient(trx, notice.to);
  if (!recipient) return 0;
  const templates = await listVersion(trx, notice.template, dayOf(notice.at));
  if (templates.length === 0) throw new Error(`there is no notification template ${notice.template}`);
  let written = 0;
  let waiting = false;
  for (const way of await listWays(trx, recipient, templates)) {
    const state = await stateOf(trx, notice, way);
    if (!(await write(trx, notice, { ...way, state }))) continue;
    written += 1;
    waiting ||= state === 'queued';
  }
  if (waiting) await addJob(trx, DELIVER, {}, { key: DELIVER });
  return written;
}

/** Each channel of the template that the recipient has an address for, and each browser that they have told. */
async function listWays(trx: Db, recipient: Recipient, templates: readonly TemplateRow[]): Promise<Way[]> {
  const { accountId, locale } = recipient;
  const own = templates.filter((template) => template.locale === locale);
  const ways = own.flatMap((template): Way[] => {
    const { channel } = template;
    const address = addressOf(recipient, channel);
    return address === undefined ? [] : [{ recipient, template, channel, address }];
  });
  const shown = own.find(({ channel }) => channel === 'in-app');
  if (!shown || accountId === null) return ways;
  const browsers = await listSubscriptions(trx, accountId);
  return [
    ...ways,
    ...browsers.map(({ id }) => ({ recipient, template: shown, channel: 'web-push', address: id }) as const),
  ];
}

/** In the portal the account is the address. */
function addressOf(recipient: Recipient, channel: TemplateRow['channel']): string | undefined {
  if (channel === 'in-app') return recipient.accountId ?? undefined;
  return channel === 'email' ? recipient.email : recipient.mobile;
}

interface Way {
  readonly recipient: Recipient;
  readonly template: TemplateRow;
  readonly channel: Channel;
  readonly address: string;
}

async function stateOf(
  trx: Db,
  notice: Notice,
  { recipient, template, channel, address }: Way,
): Promise<DeliveryState> {
  if (channel === 'in-app') return 'delivered';
  if (notice.simulated) return 'kept';
  if (channel === 'web-push') return 'queued';
  const { accountId } = recipient;
  if (!canOptOut(template.kind, accountId)) return 'queued';
  return (await hasOptedOut(trx, { channel, accountId, address })) ? 'suppressed' : 'queued';
}

/** What the law has the office tell reaches an account in the portal in any case; without an account this is the only way. */
export const canOptOut = (kind: TemplateRow['kind'], accountId: string | null): boolean =>
  kind === 'courtesy' || accountId !== null;

async function write(
  trx: Db,
  notice: Notice,
  { recipient, template, channel, address, state }: Way & { state: DeliveryState },
): Promise<boolean> {
  const id = newId();
  const digest = createHash('sha256').update(address.toLowerCase(), 'utf8').digest('hex').slice(0, 32);
  const claimed = await trx
    .insertInto('notifications.delivery_key')
    .values({ key: `${notice.entryId}:${notice.template}:${channel}:${digest}`, delivery_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 0n) return false;
  const { subject, body } = wordsOf(notice, channel, template);
  const at = isoOf(notice.at);
  await trx
    .insertInto('notifications.delivery')
    .values({
      id,
      account_id: recipient.accountId,
      channel,
      address: channel === 'in-app' ? null : address,
      template: template.code,
      template_version: template.version,
      kind: template.kind,
      locale: template.locale,
      subject_id: notice.subjectId,
      entry_id: notice.entryId,
      subject,
      body,
      link: notice.link ?? null,
      state,
      simulated: notice.simulated,
      local_only: recipient.demo,
      next_at: state === 'queued' ? at : null,
      provider_id: null,
      message: null,
      send_by: notice.by === undefined ? null : isoOf(notice.by),
      error: null,
      created_at: at,
      sent_at: state === 'delivered' ? at : null,
      delivered_at: state === 'delivered' ? at : null,
      read_at: null,
    })
    .execute();
  return true;
}

function wordsOf(notice: Notice, channel: Channel, template: TemplateRow): { subject: string; body: string } {
  if (channel === 'web-push') return pushWords(template.locale);
  const values = notice.values(template.locale);
  const body = fillTemplate(template.body, values);
  return {
    subject: fillTemplate(template.subject, values).replace(/\s+/g, ' '),
    body: channel === 'sms' ? smsText(body) : body,
  };
}
