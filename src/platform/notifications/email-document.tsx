/** The body of an e-mail, as text and as the plainest HTML: no picture, no script, nothing loaded from anywhere. */
import { renderToString } from 'preact-render-to-string';
import type { LocalText } from '../i18n/local-text.ts';
import { inLanguage } from '../i18n/local-text.ts';
import { defineTexts, type Locale } from '../i18n/texts.ts';

export interface EmailParts {
  readonly locale: Locale;
  readonly subject: string;
  readonly notices: readonly EmailNotice[];
  readonly service: LocalText;
  readonly simulated: boolean;
  /** An absolute address. */
  readonly optOut?: string;
}

interface EmailNotice {
  readonly subject: string;
  /** Paragraphs parted by an empty line. */
  readonly body: string;
  /** An absolute address. */
  readonly link?: string;
}

const texts = defineTexts({
  simulated: {
    vi: 'Thư của bản trình diễn: người, hồ sơ và số liệu là mô phỏng, không có giá trị pháp lý.',
    en: 'Mail of a demonstration: people, dossiers and figures are simulated and have no legal effect.',
  },
  see: { vi: 'Xem trên cổng dịch vụ công', en: 'See it on the portal' },
  automatic: {
    vi: (service: string) => `Thư tự động của ${service}. Xin không trả lời thư này.`,
    en: (service: string) => `Sent automatically by ${service}. Please do not answer this mail.`,
  },
  optOut: { vi: 'Ngừng nhận thư điện tử', en: 'Stop these e-mails' },
});

export function emailText(parts: EmailParts): string {
  const { locale, notices, optOut } = parts;
  const words = texts(locale);
  const blocks = [
    ...(parts.simulated ? [words.simulated] : []),
    ...notices.flatMap(({ subject, body, link }) => [
      ...(notices.length > 1 ? [`* ${subject}`] : []),
      body,
      ...(link === undefined ? [] : [`${words.see}: ${link}`]),
    ]),
    ['-- ', words.automatic(serviceOf(parts)), ...(optOut === undefined ? [] : [`${words.optOut}: ${optOut}`])].join(
      '\n',
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

export const emailDocument = (parts: EmailParts): string => `<!doctype html>${renderToString(<Email {...parts} />)}`;

function Email(parts: EmailParts) {
  const { locale, subject, notices, optOut } = parts;
  const words = texts(locale);
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{subject}</title>
      </head>
      <body>
        {parts.simulated && (
          <p>
            <strong>{words.simulated}</strong>
          </p>
        )}
        <h1>{subject}</h1>
        {notices.map((notice, index) => (
          <Notice key={index} notice={notice} headed={notices.length > 1} see={words.see} />
        ))}
        <hr />
        <p>
          {words.automatic(serviceOf(parts))}
          {optOut !== undefined && (
            <>
              {' '}
              <a href={optOut}>{words.optOut}</a>
            </>
          )}
        </p>
      </body>
    </html>
  );
}

function Notice({ notice, headed, see }: { notice: EmailNotice; headed: boolean; see: string }) {
  const { subject, body, link } = notice;
  return (
    <>
      {headed && <h2>{subject}</h2>}
      {body.split(/\n{2,}/).map((paragraph, place) => (
        <p key={place}>{paragraph.split('\n').flatMap((line, at) => (at === 0 ? [line] : [<br key={at} />, line]))}</p>
      ))}
      {link !== undefined && (
        <p>
          <a href={link}>{see}</a>
        </p>
      )}
    </>
  );
}

const serviceOf = ({ service, locale }: EmailParts): string => inLanguage(service, locale).text;
