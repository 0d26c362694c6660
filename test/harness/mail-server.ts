/** A real mail server for tests: takes what is sent to it, or refuses it as told, and shows what came as a mail program would. */
import type { AddressInfo } from 'node:net';
import PostalMime, { decodeWords } from 'postal-mime';
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
        const envelope = {
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
        };
        readMail(Buffer.concat(chunks)).then((mail) => {
          mails.push({ ...mail, ...envelope });
          callback();
        }, callback);
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

async function readMail(raw: Buffer): Promise<Pick<Mail, 'headers' | 'text' | 'html' | 'raw'>> {
  const { headers, text = '', html = '' } = await PostalMime.parse(raw);
  return {
    headers: Object.fromEntries(headers.map(({ key, value }) => [key, decodeWords(value)])),
    text,
    html,
    raw: raw.toString('latin1'),
  };
}
