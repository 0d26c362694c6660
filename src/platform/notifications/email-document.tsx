/** The body of an e-mail, as text and as the plainest HTML: no picture, no script, nothing loaded from anywhere. */
import { renderToString } from 'preact-render-to-string';
import type { LocalText } from '../i18n/local-text.ts';
import { inLanguage } from '../i18n/local-text.ts';
import { defineTexts, type Locale } from '../i18n/texts.ts';

export interface EmailParts {
  readonly locale: Locale;
  readonly subject: string;
  /** Paragraphs parted by an empty line. */
  readonly body: string;
  readonly service: LocalText;
  readonly simulated: boolean;
  /** Absolute addresses. */
  readonly link?: string;
  readonly optOut?: string;
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
  const { locale, body, link, optOut } = parts;
  const words = texts(locale);
  const blocks = [
    ...(parts.simulated ? [words.simulated] : []),
    body,
    ...(link === undefined ? [] : [`${words.see}: ${link}`]),
    ['-- ', words.automatic(serviceOf(parts)), ...(optOut === undefined ? [] : [`${words.optOut}: ${optOut}`])].join(
      '\n',
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

export const emailDocument = (parts: EmailParts): string => `<!doctype html>${renderToString(<Email {...parts} />)}`;

function Email(parts: EmailParts) {
  const { locale, subject, body, link, optOut } = parts;
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
        {body.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>
            {paragraph.split('\n').flatMap((line, index) => (index === 0 ? [line] : [<br key={line} />, line]))}
          </p>
        ))}
        {link !== undefined && (
          <p>
            <a href={link}>{words.see}</a>
          </p>
        )}
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

const serviceOf = ({ service, locale }: EmailParts): string => inLanguage(service, locale).text;
