/** Preview of a template: what a person would read in each channel, filled with the examples of the province pack. */
import { inLanguage, type LocalText } from '../i18n/local-text.ts';
import type { Locale } from '../i18n/texts.ts';
import { smsLength, smsText } from '../text/sms-text.ts';
import { emailText } from './email-document.tsx';
import type { NotifyingRules } from './rules.ts';
import { fillTemplate, placeholdersOf } from './template-file.ts';
import { type TemplateTexts, textIn } from './template-texts.ts';

export interface TemplatePreview {
  readonly locale: Locale;
  readonly subject: string;
  readonly portal: string;
  /** The whole mail as text. */
  readonly email: string;
  /** As it leaves; undefined when there is none. */
  readonly sms?: { readonly text: string; readonly length: number; readonly cut: boolean };
}

export interface PreviewWith {
  readonly examples: NotifyingRules['examples'];
  readonly service: LocalText;
  readonly simulated: boolean;
  /** Of the portal, for the links of the mail. */
  readonly origin: string;
}

export function previewTemplate(texts: TemplateTexts, locale: Locale, context: PreviewWith): TemplatePreview {
  const { examples, service, simulated, origin } = context;
  const filled = (text: string): string => fillWithExamples(examples, text, locale);
  const subject = filled(textIn(texts, 'subject', locale)).replace(/\s+/g, ' ');
  const portal = filled(textIn(texts, 'body', locale));
  const notices = [{ subject, body: portal, link: `${origin}/thong-bao` }];
  const email = emailText({ locale, subject, notices, service, simulated });
  if (!texts.sms) return { locale, subject, portal, email };
  const said = filled(textIn(texts, 'sms', locale));
  const text = smsText(said);
  const cut = text.endsWith('...') && !smsText(said.slice(-20)).endsWith('...');
  return { locale, subject, portal, email, sms: { text, length: smsLength(text), cut } };
}

/** A value without an example stands there by its name. */
export function fillWithExamples(examples: NotifyingRules['examples'], text: string, locale: Locale): string {
  const values = placeholdersOf(text).map((name) => [name, exampleOf(examples[name], locale) ?? name]);
  return fillTemplate(text, Object.fromEntries(values) as Record<string, string>);
}

const exampleOf = (example: LocalText | undefined, locale: Locale): string | undefined =>
  example && inLanguage(example, locale).text;
