/** E-mail: plain text with a simple HTML twin, sent to the mail server of the installation. */
import { createTransport, type SendMailOptions } from 'nodemailer';
import { asDate, type Instant } from '../calendar/instant.ts';
import type { Platform } from '../system/platform.ts';
import { inLanguage } from '../i18n/local-text.ts';
import type { Sent } from './claim.ts';
import { emailDocument, type EmailParts, emailText } from './email-document.tsx';
import { canOptOut } from './notify.ts';
import { optOutPath } from './opt-out-link.ts';
import { type Parcel, parcelSubject } from './parcels.ts';

export interface Mailer {
  /** Never rejects. A second try carries the same Message-ID. */
  send(parcel: Parcel, now: Instant): Promise<Sent>;
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
    async send(parcel, now) {
      try {
        await transport.sendMail(composeEmail(platform, parcel, now));
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

export function composeEmail(platform: Platform, parcel: Parcel, now: Instant): SendMailOptions {
  const { config, mode } = platform;
  const [{ locale, address }] = parcel.deliveries;
  const parts = partsOf(platform, parcel);
  const { subject, optOut } = parts;
  return {
    from: config.mailFrom,
    to: { name: '', address: address ?? '' },
    subject: mode === 'production' ? subject : `[${locale === 'vi' ? 'Mô phỏng' : 'Simulated'}] ${subject}`,
    text: emailText(parts),
    html: emailDocument(parts),
    textEncoding: 'quoted-printable',
    date: asDate(now),
    messageId: `<${parcel.id}@${senderDomain(config.mailFrom)}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': locale,
      // RFC 8058: the mail program's own button; it posts to the same address that people open.
      ...(optOut === undefined
        ? {}
        : { 'List-Unsubscribe': `<${optOut}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  };
}

function partsOf(platform: Platform, parcel: Parcel): EmailParts {
  const { deliveries } = parcel;
  const [{ locale }] = deliveries;
  // What the law has us tell somebody without an account has no way out; a courtesy in the same mail has.
  const stoppable = deliveries.find(({ kind, account_id }) => canOptOut(kind, account_id));
  return {
    locale,
    subject: parcelSubject(parcel, inLanguage(platform.site.service, locale).text),
    notices: deliveries.map(({ subject, body, link }) => ({
      subject: subject ?? '',
      body: body ?? '',
      ...(link === null ? {} : { link: publicAddress(platform, link) }),
    })),
    service: platform.site.service,
    simulated: platform.mode !== 'production',
    ...(stoppable ? { optOut: publicAddress(platform, optOutPath(platform.secret, stoppable.id)) } : {}),
  };
}

function publicAddress({ config }: Platform, path: string): string {
  return new URL(path, config.publicUrl ?? `http://${config.host}:${config.port}`).href;
}

const senderDomain = (from: string): string => /@([a-z0-9.-]+)>?\s*$/i.exec(from)?.[1] ?? 'localhost';
