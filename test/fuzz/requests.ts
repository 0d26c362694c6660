/** Requests that strangers and their programs send: any path, query, headers and body, with what a page would have sent among it. */
import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import type { Route } from '../../src/platform/http/route.ts';
import { text } from './texts.ts';

export interface Known {
  /** Ids and codes of what there is, by the name of the place in the path. */
  readonly places: Readonly<Record<string, readonly string[]>>;
  /** Names of fields that pages and routes speak of. */
  readonly names: readonly string[];
  /** Values of those fields. */
  readonly values: readonly string[];
  /** The token that a session's forms carry. */
  readonly always: Readonly<Record<string, string>>;
  /** Fields that the forms of real pages send along unseen. */
  readonly hidden: readonly Readonly<Record<string, string>>[];
  /** Keys shared with peers whose calls are signed. */
  readonly secrets: readonly string[];
  /** Seconds of the house's clock. */
  readonly now: number;
}

export function request(route: Route, known: Known): fc.Arbitrary<InjectOptions> {
  const all = Object.values(known.places).flat();
  // Mostly what is there: a stranger's guess is answered long before the page is made.
  const place = (part: string): fc.Arbitrary<string> => {
    const here = known.places[part.slice(1)] ?? all;
    return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...here) }, text(all));
  };
  const names = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...known.names) }, text());
  const value = text([...all, ...known.values]);
  const visible = fc.dictionary(names, fc.oneof({ weight: 4, arbitrary: value }, fc.array(value, { maxLength: 3 })), {
    maxKeys: 12,
  });
  const fields = fc
    .tuple(fc.constantFrom({}, ...known.hidden), visible)
    .map(([hidden, typed]): Fields => ({ ...typed, ...hidden }));
  const parts = route.path.split(/(:[a-z]+|\*)/gi);
  const path = fc
    .tuple(...parts.map((part) => (/^:|^\*/.test(part) ? place(part).map(encode) : fc.constant(part))))
    .map((all) => all.join(''));
  const headers = fc.dictionary(
    fc.constantFrom(
      'accept',
      'accept-language',
      'accept-encoding',
      'idempotency-key',
      'referer',
      'if-none-match',
      'range',
      'x-forwarded-for',
      'user-agent',
      'turbo-frame',
    ),
    value.map(asHeader),
    { maxKeys: 4 },
  );
  // Which mostly ends in a refusal: seldom.
  const foreign = fc.oneof(
    { weight: 12, arbitrary: fc.constant({}) },
    fc.record({ origin: value.map(asHeader) }),
    fc.record({ host: value.map(asHeader) }),
    fc.record({ 'sec-fetch-site': fc.constantFrom('cross-site', 'none', 'same-origin') }),
  );
  const address = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)).map((bytes) => `10.${bytes.join('.')}`);
  const common = fc
    .record({ path, query: visible, headers, foreign, address })
    .map(({ foreign, headers, ...rest }) => ({ ...rest, headers: { ...headers, ...foreign } }));
  if (route.method === 'GET') {
    return common.map(({ path, query, headers, address }) => ({
      method: 'GET',
      url: `${path}?${encoded(query)}`,
      headers,
      remoteAddress: address,
    }));
  }
  return fc.tuple(common, body(route, fields, known)).map(([{ path, query, headers, address }, sent]) => ({
    method: 'POST',
    url: `${path}?${encoded(query)}`,
    headers: { ...headers, ...sent.headers, ...(route.machine ? signed(sent.payload, known) : {}) },
    payload: sent.payload,
    remoteAddress: address,
  }));
}

interface Body {
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Buffer;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

function body({ machine }: Route, fields: fc.Arbitrary<Fields>, { always }: Known): fc.Arbitrary<Body> {
  const form = fields.map((some) => ({
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: Buffer.from(encoded({ ...some, ...always })),
  }));
  const file = fc.record({
    field: text(['file', 'file.khac', 'scan.giay-chung-sinh', 'birth_paper']),
    name: text(['a.pdf', 'ảnh.jpg', 'a.exe', '']),
    type: text(['application/pdf', 'image/jpeg', '']),
    bytes: fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.uint8Array({ maxLength: 40 }).map((tail) => Buffer.concat([Buffer.from('%PDF-1.7\n'), tail])),
      fc.uint8Array({ maxLength: 40 }).map((tail) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), tail])),
    ),
  });
  const multipart = fc
    .tuple(fields, fc.array(file, { maxLength: 3 }))
    .map(([some, files]) => partsOf({ ...some, ...always }, files));
  const json = fc.jsonValue({ maxDepth: 3 }).map((value) => ({
    headers: { 'content-type': 'application/json' },
    payload: Buffer.from(JSON.stringify(value)),
  }));
  const message = fc
    .record(
      {
        messageId: text(),
        status: text(['delivered', 'undelivered']),
        eventId: text(),
        type: text(['payment.succeeded', 'payment.failed', 'payment.expired']),
        sequence: fc.oneof(fc.integer(), text()),
        reference: text(['VC26112300001']),
        transactionId: text(),
        amount: fc.oneof(fc.integer(), fc.double(), text()),
      },
      { requiredKeys: [] },
    )
    .map((value) => ({ headers: { 'content-type': 'application/json' }, payload: Buffer.from(JSON.stringify(value)) }));
  const anything = fc
    .tuple(
      text([
        'multipart/form-data',
        'multipart/form-data; boundary=x',
        'text/plain',
        'application/json; charset=utf-16',
      ]),
      fc.uint8Array({ maxLength: 300 }),
    )
    .map(([type, bytes]) => ({
      headers: { 'content-type': asHeader(type) },
      payload: Buffer.from(bytes),
    }));
  if (machine) return fc.oneof({ weight: 5, arbitrary: message }, { weight: 2, arbitrary: json }, form, anything);
  return fc.oneof({ weight: 8, arbitrary: form }, { weight: 4, arbitrary: multipart }, json, anything);
}

interface SentFile {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const BOUNDARY = 'ranh-gioi-7f3a';

function partsOf(fields: Fields, files: readonly SentFile[]): Body {
  const quoted = (name: string) => `"${name.replaceAll(/["\r\n]/g, '_')}"`;
  const texts = Object.entries(fields).flatMap(([name, value]) =>
    [value]
      .flat()
      .map((one) =>
        Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; name=${quoted(name)}\r\n\r\n${one}\r\n`),
      ),
  );
  const uploads = files.map(({ field, name, type, bytes }) =>
    Buffer.concat([
      Buffer.from(
        `--${BOUNDARY}\r\ncontent-disposition: form-data; name=${quoted(field)}; filename=${quoted(name)}\r\ncontent-type: ${asHeader(type)}\r\n\r\n`,
      ),
      bytes,
      Buffer.from('\r\n'),
    ]),
  );
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    payload: Buffer.concat([...texts, ...uploads, Buffer.from(`--${BOUNDARY}--\r\n`)]),
  };
}

/** As the peers sign: half of their calls get past the signature. */
function signed(payload: Buffer, { secrets, now }: Known): Record<string, string> {
  const [secret = ''] = secrets;
  const mac = createHmac('sha256', secret).update(`${now}.`).update(payload).digest('hex');
  return Object.fromEntries(
    ['sms', 'payment'].flatMap((peer) => [
      [`${peer}-timestamp`, String(now)],
      [`${peer}-signature`, `v1=${mac}`],
    ]),
  );
}

/** What no client can put on the line is left out: a header holds no control characters, a path no lone surrogate. */
const asHeader = (value: string): string => value.replaceAll(/[^\t\u0020-\u007E\u0080-\u00FF]/g, '').slice(0, 2000);

const encode = (value: string): string =>
  value.startsWith('%') || value.includes('..')
    ? value.replaceAll(/[^\u0021-\u007E]/g, '')
    : encodeURIComponent(value.toWellFormed());

const encoded = (fields: Fields): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  ).toString();
