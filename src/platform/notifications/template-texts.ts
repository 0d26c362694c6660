/** The texts of a template in both languages, as an administrator edits them, and the rows of a version that carry them. */
import type { Json } from '../db/json.ts';
import { LOCALES, type Locale } from '../i18n/texts.ts';
import { type Channel, TEMPLATE_CHANNELS, type TemplateRow } from './tables.ts';

type InBoth = Readonly<Record<Locale, string>>;

export interface TemplateTexts {
  readonly subject: InBoth;
  /** In the portal and by e-mail. */
  readonly body: InBoth;
  /** Left out where a text message would say too little. */
  readonly sms?: InBoth | undefined;
}

export const TEXT_PARTS = ['subject', 'body', 'sms'] as const;
export type TextPart = (typeof TEXT_PARTS)[number];

/** Empty when the version says nothing there. */
export const textIn = (texts: TemplateTexts, part: TextPart, locale: Locale): string => texts[part]?.[locale] ?? '';

/** The rows of one version. */
export function textsOf(rows: readonly Pick<TemplateRow, 'channel' | 'locale' | 'subject' | 'body'>[]): TemplateTexts {
  const inBoth = (read: (locale: Locale) => string | undefined) => ({ vi: read('vi') ?? '', en: read('en') ?? '' });
  const rowOf = (channel: Channel) => (locale: Locale) =>
    rows.find((row) => row.channel === channel && row.locale === locale);
  const hasSms = rows.some(({ channel }) => channel === 'sms');
  return {
    subject: inBoth((locale) => rowOf('in-app')(locale)?.subject),
    body: inBoth((locale) => rowOf('in-app')(locale)?.body),
    ...(hasSms ? { sms: inBoth((locale) => rowOf('sms')(locale)?.body) } : {}),
  };
}

export function rowsOf(
  texts: TemplateTexts,
  version: Pick<TemplateRow, 'code' | 'version' | 'kind' | 'valid_from' | 'origin'> & Partial<TemplateRow>,
): TemplateRow[] {
  const { subject, body, sms } = texts;
  const blank = { published_at: null, published_by: null, copied_from: null };
  return TEMPLATE_CHANNELS.flatMap((channel) => {
    const said = channel === 'sms' ? sms : body;
    if (!said) return [];
    return LOCALES.map((locale) => ({
      ...blank,
      ...version,
      channel,
      locale,
      subject: subject[locale],
      body: said[locale],
    }));
  });
}

export const sameTexts = (one: TemplateTexts, other: TemplateTexts): boolean =>
  TEXT_PARTS.every((part) => LOCALES.every((locale) => textIn(one, part, locale) === textIn(other, part, locale)));

export const textsJson = (texts: TemplateTexts): Json => texts as unknown as Json;
