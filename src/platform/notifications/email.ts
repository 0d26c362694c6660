/** E-mail: plain text with a simple HTML twin, sent to the mail server of the installation. */
import { createTransport, type SendMailOptions } from 'nodemailer';
import { asDate, type Instant } from '../calendar/instant.ts';
import type { Platform } from '../system/platform.ts';
import { emailDocument, type EmailParts, emailText } from './email-document.tsx';
import type { Delivery, Sent } from './ledger.ts';
import { canOptOut } from './notify.ts';
import { optOutPath } from './opt-out-link.ts';

export type Message = Delivery & { readonly address: string; readonly body: string };

export interface Mailer {
  /** Never rejects. A second try carries the same Message-ID. */
  send(message: Message, now: Instant): Promise<Sent>;
  close(): void;
}

const CONNECTIONS = 5;
const TIMEOUT_MS = 20_000;

/** `smtpUrl` as SMTP_URL says. STARTTLS is used when the server offers it; `smtps:` is TLS from the first byte. */
export function openMailer(platform: Platform, smtpUrl: string): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: CONNECTIONS,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(message, now) {
      try {
        await transport.sendMail(composeEmail(platform, message, now));
        return { kind: 'sent', providerId: null };
      } catch (error) {
        return failureOf(error as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}

interface SmtpError {
  readonly message: string;
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

/** The server's 5xx on this message or this address is final; a login that is refused is our own set-up's fault and waits to be mended. */
function failureOf({ message, code, responseCode }: SmtpError): Sent {
  const error = `email.${responseCode ?? code ?? 'error'}: ${message}`;
  const isFinal = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH';
  return isFinal ? { kind: 'failed', error } : { kind: 'again', error };
}

export function composeEmail(platform: Platform, message: Message, now: Instant): SendMailOptions {
  const { config, mode } = platform;
  const subject = message.subject ?? '';
  const optOut = canOptOut(message.kind, message.account_id)
    ? publicAddress(platform, optOutPath(platform.secret, message.id))
    : undefined;
  const parts: EmailParts = {
    locale: message.locale,
    subject,
    body: message.body,
    service: platform.site.service,
    simulated: mode !== 'production',
    ...(message.link === null ? {} : { link: publicAddress(platform, message.link) }),
    ...(optOut === undefined ? {} : { optOut }),
  };
  return {
    from: config.mailFrom,
    to: { name: '', address: message.address },
    subject: mode === 'production' ? subject : `[${message.locale === 'vi' ? 'Mô phỏng' : 'Simulated'}] ${subject}`,
    text: emailText(parts),
    html: emailDocument(parts),
    textEncoding: 'base64',
    date: asDate(now),
    messageId: `<${message.id}@${senderDomain(config.mailFrom)}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': message.locale,
      // RFC 8058: the mail program's own button; it posts to the same address that people open.
      ...(optOut === undefined
        ? {}
        : { 'List-Unsubscribe': `<${optOut}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  };
}

function publicAddress({ config }: Platform, path: string): string {
  return new URL(path, config.publicUrl ?? `http://${config.host}:${config.port}`).href;
}

const senderDomain = (from: string): string => /@([a-z0-9.-]+)>?\s*$/i.exec(from)?.[1] ?? 'localhost';
