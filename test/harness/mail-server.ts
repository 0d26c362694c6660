/** A real mail server for tests: takes what is sent to it, or refuses it as told, and shows what came as a mail program would. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Mail {
  /** The addresses of the envelope, which decide where it goes. */
  readonly from: string;
  readonly to: readonly string[];
  /** Unfolded and decoded, names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly html: string;
  readonly raw: string;
}

export interface MailServer {
  readonly url: string;
  readonly mails: Mail[];
  stop(): Promise<void>;
}

/** `refuse` answers an SMTP code for a recipient that is not to be taken. */
export async function startMailServer(
  refuse: (address: string) => number | undefined = () => undefined,
): Promise<MailServer> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo({ address }, _session, callback) {
      const code = refuse(address);
      callback(code === undefined ? null : Object.assign(new Error('not taken'), { responseCode: code }));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          ...readMail(Buffer.concat(chunks).toString('latin1')),
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
        });
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

function readMail(raw: string): Pick<Mail, 'headers' | 'text' | 'html' | 'raw'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const headers = readHeaders(head);
  const boundary = /boundary="?([^";]+)"?/.exec(headers['content-type'] ?? '')?.[1];
  const parts = boundary === undefined ? [raw] : rest.join('\r\n\r\n').split(`--${boundary}`).slice(1, -1);
  const bodyOf = (type: string): string => {
    const part = parts.find((one) => one.toLowerCase().includes(`content-type: ${type}`));
    return part === undefined ? '' : readPart(part.replace(/^\r\n/, ''));
  };
  return { headers, text: bodyOf('text/plain'), html: bodyOf('text/html'), raw };
}

function readPart(part: string): string {
  const [head = '', ...body] = part.split('\r\n\r\n');
  const encoding = readHeaders(head)['content-transfer-encoding'];
  const text = body.join('\r\n\r\n');
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return Buffer.from(text, 'latin1').toString('utf8');
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function readHeaders(head: string): Record<string, string> {
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim())];
    }),
  );
}

/** RFC 2047; words next to each other are one text, also where a letter was cut in two. */
function decodeWords(value: string): string {
  return value.replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=\s*)+/gi, (words) => {
    const bytes = [...words.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, kind, text = '']) =>
      kind?.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64')
        : Buffer.from(
            text
              .replaceAll('_', ' ')
              .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          ),
    );
    return Buffer.concat(bytes).toString('utf8') + (words.endsWith(' ') ? ' ' : '');
  });
}
