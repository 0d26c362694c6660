/** A push service with its browsers, for tests: takes what is pushed as RFC 8030 has it, believes our signature (RFC 8292), and opens what was encrypted (RFC 8291) with nothing but Node. */
import { createDecipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { importJWK, jwtVerify } from 'jose';

export interface Pushed {
  readonly headers: IncomingHttpHeaders;
  /** As the browser would read it. */
  readonly said: string;
  /** Of the sender's token. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** The bytes that came over the wire. */
  readonly sealed: Buffer;
}

export interface Device {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly pushed: Pushed[];
  /** What the service answers for this device from now on. */
  answer(status: number, headers?: Readonly<Record<string, string>>): void;
}

export interface PushReceiver {
  /** A browser that subscribed with this key of the sender. */
  aDevice(publicKey: string): Device;
  stop(): Promise<void>;
}

interface Known {
  readonly device: Device;
  readonly ecdh: ECDH;
  readonly auth: Buffer;
  readonly publicKey: string;
  status: number;
  headers: Readonly<Record<string, string>>;
}

export async function startPushReceiver(): Promise<PushReceiver> {
  const known = new Map<string, Known>();
  const server = createServer((request, response) => {
    const one = known.get(request.url ?? '');
    take(one, request).then(
      () => response.writeHead(one?.status ?? 404, one?.headers).end(),
      (error: unknown) => response.writeHead(400).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    aDevice(publicKey) {
      const ecdh = createECDH('prime256v1');
      const [path, auth] = [`/push/${randomBytes(12).toString('hex')}`, randomBytes(16)];
      const one: Known = {
        device: {
          endpoint: origin + path,
          p256dh: ecdh.generateKeys().toString('base64url'),
          auth: auth.toString('base64url'),
          pushed: [],
          answer(status, headers = {}) {
            one.status = status;
            one.headers = headers;
          },
        },
        ecdh,
        auth,
        publicKey,
        status: 201,
        headers: {},
      };
      known.set(path, one);
      return one.device;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Rejects what a browser could not read. */
async function take(one: Known | undefined, request: IncomingMessage): Promise<void> {
  const sealed = await readAll(request);
  if (one && one.status < 400) one.device.pushed.push(await open(one, request, sealed));
}

async function open(one: Known, { headers, headersDistinct }: IncomingMessage, sealed: Buffer): Promise<Pushed> {
  const given = /^vapid t=([^,]+), ?k=([\w-]+)$/.exec(headers.authorization ?? '');
  if (!given || given[2] !== one.publicKey) throw new Error('not the key it subscribed with');
  if (!/^\d+$/.test(String(headers.ttl))) throw new Error('no TTL');
  if (headers['content-encoding'] !== 'aes128gcm' || headersDistinct['content-encoding']?.length !== 1)
    throw new Error('encoding');
  const point = Buffer.from(one.publicKey, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url')) as [
    string,
    string,
  ];
  const key = await importJWK({ kty: 'EC', crv: 'P-256', x, y }, 'ES256');
  const { payload } = await jwtVerify(given[1] ?? '', key, {
    audience: new URL(one.device.endpoint).origin,
    algorithms: ['ES256'],
    requiredClaims: ['exp', 'aud', 'sub'],
  });
  return { headers, claims: payload, sealed, said: decrypt(one, sealed) };
}

/** RFC 8188's one record, with the keys of RFC 8291. */
function decrypt({ ecdh, auth }: Known, sealed: Buffer): string {
  const salt = sealed.subarray(0, 16);
  const sender = sealed.subarray(21, 21 + (sealed[20] ?? 0));
  const record = sealed.subarray(21 + sender.length);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), sender]);
  const secret = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(sender), auth, info, 32));
  const keyFor = (what: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, Buffer.from(`Content-Encoding: ${what}\0`), length));
  const cipher = createDecipheriv('aes-128-gcm', keyFor('aes128gcm', 16), keyFor('nonce', 12));
  cipher.setAuthTag(record.subarray(-16));
  const plain = Buffer.concat([cipher.update(record.subarray(0, -16)), cipher.final()]);
  const end = plain.lastIndexOf(2);
  if (end < 0 || plain.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('padding');
  return plain.subarray(0, end).toString('utf8');
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
