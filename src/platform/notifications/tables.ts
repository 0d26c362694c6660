/** The tables of notifications. */
import type { ColumnType, Generated } from 'kysely';
import type { Day, Instant } from '../calendar/instant.ts';
import type { Locale } from '../i18n/texts.ts';
import type { TemplateTexts } from './template-texts.ts';

type At = ColumnType<Instant, string, string>;
type MaybeAt = ColumnType<Instant | null, string | null, string | null>;

/** Those that a template has words for. */
export const TEMPLATE_CHANNELS = ['in-app', 'email', 'sms'] as const;
export const CHANNELS = [...TEMPLATE_CHANNELS, 'web-push'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Channels with an address, which a person may not want; a browser that is told has been asked for. */
export type OutsideChannel = Exclude<Channel, 'in-app' | 'web-push'>;

/** `legal`: the law has the office tell the person this. */
export type TemplateKind = 'legal' | 'courtesy';

export const DELIVERY_STATES = ['queued', 'sending', 'sent', 'delivered', 'failed', 'suppressed', 'kept'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface TemplateRow {
  code: string;
  version: number;
  channel: Channel;
  locale: Locale;
  kind: TemplateKind;
  subject: string;
  body: string;
  valid_from: Day;
  origin: 'pack' | 'administrator';
  published_at: Instant | null;
  published_by: string | null;
  copied_from: number | null;
}

interface TemplateDraftRow {
  code: string;
  base: number;
  texts: TemplateTexts;
  version: number;
  changed_at: Instant;
  changed_by: string;
}

export interface PushSubscriptionRow {
  id: string;
  account_id: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  user_agent: string;
  created_at: At;
}

export interface DeliveryRow {
  id: string;
  account_id: string | null;
  channel: Channel;
  address: string | null;
  template: string;
  template_version: number;
  kind: TemplateKind;
  locale: Locale;
  subject_id: string;
  entry_id: string;
  subject: string | null;
  body: string | null;
  link: string | null;
  state: DeliveryState;
  simulated: boolean;
  local_only: boolean;
  attempts: Generated<number>;
  next_at: MaybeAt;
  provider_id: string | null;
  message: string | null;
  send_by: MaybeAt;
  error: string | null;
  created_at: At;
  sent_at: MaybeAt;
  delivered_at: MaybeAt;
  read_at: MaybeAt;
}

export interface NotificationTables {
  'notifications.template': TemplateRow;
  'notifications.template_draft': TemplateDraftRow;
  'notifications.opt_out': { channel: OutsideChannel; who: string; at: At };
  'notifications.delivery': DeliveryRow;
  'notifications.push_subscription': PushSubscriptionRow;
  'notifications.delivery_key': { key: string; delivery_id: string };
}
