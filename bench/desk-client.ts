/** An officer's browser, as far as the load needs one: a kept connection, a cookie, the token of a form. */
import { Agent, request } from 'node:http';
import { DEMO_PASSWORD } from '../src/demo/demo-accounts.ts';
import { newId } from '../src/platform/db/ids.ts';

export interface Reply {
  readonly status: number;
  readonly location: string;
  readonly body: string;
  /** Seconds, where the program asks to come back. */
  readonly retryAfter: number | undefined;
}

export class DeskClient {
  readonly #url: URL;
  readonly #agent: Agent;
  /** Each act comes from another desk's address: the limit per address is for strangers, not for a province of offices. */
  #desk = 0;
  #cookies = new Map<string, string>();
  #token = '';

  /** More than one socket: as many browsers with the one session. */
  constructor(url: string, sockets = 1) {
    this.#url = new URL(url);
    this.#agent = new Agent({ keepAlive: true, maxSockets: sockets });
  }

  async signIn(login: string): Promise<void> {
    await this.get('/dang-nhap');
    const answer = await this.#send('POST', '/dang-nhap', new URLSearchParams({ login, password: DEMO_PASSWORD }));
    if (answer.status !== 303) throw new Error(`${login} was not signed in: ${answer.status}`);
  }

  /** Reads the form token of a page, which holds for the whole session. */
  async readToken(path: string): Promise<void> {
    const { status, body } = await this.get(path);
    this.#token = /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
    if (this.#token === '') throw new Error(`no form on ${path}: ${status}`);
  }

  get(path: string): Promise<Reply> {
    return this.#send('GET', path);
  }

  act(path: string, version: number): Promise<Reply> {
    return this.post(path, { command_id: newId(), version: String(version) });
  }

  post(path: string, fields: Readonly<Record<string, string>>): Promise<Reply> {
    return this.#send('POST', path, new URLSearchParams({ ...fields, csrf: this.#token }));
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(method: string, path: string, form?: URLSearchParams): Promise<Reply> {
    const desk = this.#desk++;
    const headers: Record<string, string> = {
      'x-forwarded-for': `10.${(desk >> 16) & 255}.${(desk >> 8) & 255}.${desk & 255}`,
      cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    };
    return new Promise((resolve, reject) => {
      const sent = request(new URL(path, this.#url), { method, headers, agent: this.#agent }, (answer) => {
        for (const line of answer.headers['set-cookie'] ?? []) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          this.#cookies.set(name, value);
        }
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            location: answer.headers.location ?? '',
            retryAfter: answer.headers['retry-after'] === undefined ? undefined : Number(answer.headers['retry-after']),
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      });
      sent.on('error', reject);
      sent.end(form?.toString());
    });
  }
}
