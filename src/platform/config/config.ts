/** Configuration: the environment read once, by one schema, with every mistake reported together. The only reader of process.env. */
import { existsSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { join, resolve } from 'node:path';
import { packFolderOf, projectRoot } from './project-root.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Role vamco_app on a server of the operator's; none means the embedded PostgreSQL. */
  readonly databaseUrl?: string;
  readonly databaseOwnerUrl?: string;
  readonly databaseDirectUrl?: string;
  /** False behind a transaction-mode pooler. */
  readonly namedStatements: boolean;
  /** What a new database is born as; an old one knows. */
  readonly mode?: 'demo' | 'production' | 'bench';
  readonly province: string;
  /** Address that people and peers reach us at; decides whether cookies are secure. */
  readonly publicUrl?: string;
  readonly trustProxy: boolean;
  readonly checkpointReceiver?: string;
  readonly clamd?: string;
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  readonly smsUrl?: string;
  readonly smsKey?: string;
  readonly vapidPublicKey?: string;
  readonly vapidPrivateKey?: string;
  readonly vapidSubject?: string;
  readonly oidcIssuer?: string;
  readonly oidcClientId?: string;
  readonly oidcClientSecret?: string;
  readonly bankUrl?: string;
  readonly bankKey?: string;
  readonly bankSecret?: string;
  readonly registerUrl?: string;
  readonly registerKey?: string;
  readonly nationalUrl?: string;
  readonly nationalAccount?: string;
  readonly nationalSecret?: string;
  /** Demo dossiers to make at first start. */
  readonly demoDossiers: number;
  /** In demo mode the simulators of outside peers start too, unless 'off'. */
  readonly simulators: boolean;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

interface Variable {
  readonly name: string;
  readonly about: string;
  readonly read: (text: string) => unknown;
}

class Wrong extends Error {}

const text = (value: string): string => value;
const url =
  (...protocols: string[]) =>
  (value: string): string => {
    const parsed = URL.parse(value);
    if (!parsed || !protocols.includes(parsed.protocol))
      throw new Wrong(`must be a URL beginning with ${protocols.join(' or ')}`);
    return value;
  };
const wholeNumber =
  (min: number, max: number) =>
  (value: string): number => {
    if (!/^\d{1,9}$/.test(value) || Number(value) < min || Number(value) > max)
      throw new Wrong(`must be a whole number from ${min} to ${max}`);
    return Number(value);
  };
const oneOf =
  (...allowed: string[]) =>
  (value: string): string => {
    if (!allowed.includes(value)) throw new Wrong(`must be ${allowed.join(', ')}`);
    return value;
  };
const bytes =
  (length: number) =>
  (value: string): string => {
    if (!/^[\w-]+$/.test(value) || Buffer.from(value, 'base64url').length !== length)
      throw new Wrong(`must be ${length} bytes in base64url`);
    return value;
  };
const onOff = (value: string): boolean => oneOf('on', 'off')(value) === 'on';
const postgres = url('postgres:', 'postgresql:');

/** In the order docs/operate/configuration.md lists them; a test holds the two together. */
export const VARIABLES: Readonly<Record<keyof Config, Variable>> = {
  host: { name: 'HOST', about: 'address to listen on, 127.0.0.1', read: text },
  port: { name: 'PORT', about: 'port to listen on, 3000', read: wholeNumber(0, 65535) },
  dataDir: { name: 'DATA_DIR', about: 'folder of database, files and keys, ./data', read: (value) => resolve(value) },
  databaseUrl: { name: 'DATABASE_URL', about: 'a PostgreSQL of your own, as role vamco_app', read: postgres },
  databaseOwnerUrl: {
    name: 'DATABASE_OWNER_URL',
    about: 'the same as its owner: migrate, backup, restore',
    read: postgres,
  },
  databaseDirectUrl: { name: 'DATABASE_DIRECT_URL', about: 'past the pooler, for LISTEN', read: postgres },
  namedStatements: { name: 'NAMED_STATEMENTS', about: 'off behind a transaction-mode pooler, on', read: onOff },
  mode: {
    name: 'MODE',
    about: 'what a new database is born as: demo, production, bench',
    read: oneOf('demo', 'production', 'bench'),
  },
  province: {
    name: 'PROVINCE',
    about: 'province pack, tay-ninh',
    read: (value) => {
      // before anything is made: a new database is of its province for ever
      if (!/^[a-z-]{1,40}$/.test(value) || !existsSync(packFolderOf(value)))
        throw new Wrong('must be a folder under provinces/');
      return value;
    },
  },
  publicUrl: { name: 'PUBLIC_URL', about: 'address people reach the portal at', read: url('http:', 'https:') },
  trustProxy: { name: 'TRUST_PROXY', about: 'on when a proxy of yours sets X-Forwarded-For, off', read: onOff },
  checkpointReceiver: {
    name: 'CHECKPOINT_RECEIVER',
    about: 'URL on another machine that keeps journal checkpoints',
    read: url('http:', 'https:'),
  },
  clamd: { name: 'CLAMD', about: 'antivirus: clamd at tcp://host:port or unix:/path', read: text },
  smtpUrl: { name: 'SMTP_URL', about: 'mail server, smtp://user:password@host:port', read: url('smtp:', 'smtps:') },
  mailFrom: { name: 'MAIL_FROM', about: 'sender of mail', read: text },
  smsUrl: { name: 'SMS_URL', about: 'SMS gateway', read: url('http:', 'https:') },
  smsKey: { name: 'SMS_KEY', about: 'key of the SMS gateway', read: text },
  vapidPublicKey: { name: 'VAPID_PUBLIC_KEY', about: 'web push: public key, 65 bytes in base64url', read: bytes(65) },
  vapidPrivateKey: {
    name: 'VAPID_PRIVATE_KEY',
    about: 'web push: private key, 32 bytes in base64url',
    read: bytes(32),
  },
  vapidSubject: {
    name: 'VAPID_SUBJECT',
    about: 'web push: whom push services write to; PUBLIC_URL, or the sender of mail',
    read: url('mailto:', 'https:'),
  },
  oidcIssuer: { name: 'OIDC_ISSUER', about: 'VNeID sign-in: issuer URL', read: url('http:', 'https:') },
  oidcClientId: { name: 'OIDC_CLIENT_ID', about: 'VNeID sign-in: client id', read: text },
  oidcClientSecret: { name: 'OIDC_CLIENT_SECRET', about: 'VNeID sign-in: client secret', read: text },
  bankUrl: { name: 'BANK_URL', about: 'payment platform', read: url('http:', 'https:') },
  bankKey: { name: 'BANK_KEY', about: 'key of the payment platform', read: text },
  bankSecret: { name: 'BANK_SECRET', about: "shared secret that signs the payment platform's callbacks", read: text },
  registerUrl: { name: 'REGISTER_URL', about: 'register of the population', read: url('http:', 'https:') },
  registerKey: { name: 'REGISTER_KEY', about: 'key of the register of the population', read: text },
  nationalUrl: {
    name: 'NATIONAL_URL',
    about: 'national portal: dossiers are synced to it',
    read: url('http:', 'https:'),
  },
  nationalAccount: { name: 'NATIONAL_ACCOUNT', about: "the province's account at the national portal", read: text },
  nationalSecret: { name: 'NATIONAL_SECRET', about: 'password of that account', read: text },
  demoDossiers: {
    name: 'DEMO_DOSSIERS',
    about: 'simulated dossiers of a new demo, 300',
    read: wholeNumber(0, 100_000),
  },
  simulators: { name: 'SIMULATORS', about: 'off keeps the simulators of a demo from starting, on', read: onOff },
  logLevel: {
    name: 'LOG_LEVEL',
    about: 'silent, error, warn, info, debug; info',
    read: oneOf('silent', 'error', 'warn', 'info', 'debug'),
  },
};

const DEFAULTS = {
  host: '127.0.0.1',
  port: 3000,
  dataDir: join(projectRoot, 'data'),
  namedStatements: true,
  province: 'tay-ninh',
  trustProxy: false,
  mailFrom: 'Vàm Cỏ <khong-tra-loi@localhost>',
  demoDossiers: 300,
  simulators: true,
  logLevel: 'info',
} satisfies Partial<Config>;

export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`the environment is not usable:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/** Throws ConfigError naming every variable that is wrong. An empty variable counts as not set. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const config: Record<string, unknown> = { ...DEFAULTS };
  const faults: string[] = [];
  for (const [key, variable] of Object.entries(VARIABLES)) {
    const value = environment[variable.name];
    if (value === undefined || value === '') continue;
    try {
      config[key] = variable.read(value);
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      faults.push(`${variable.name} ${error.message}, not "${/Secret|Url|PrivateKey/.test(key) ? '…' : value}"`);
    }
  }
  faults.push(...contradictions(config as unknown as Config));
  if (faults.length > 0) throw new ConfigError(faults);
  return config as unknown as Config;
}

/** `127.example.com` is a name like any other. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));

function* contradictions(config: Config): Generator<string> {
  if (!config.vapidPublicKey !== !config.vapidPrivateKey) yield 'VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY go together';
  if (config.databaseOwnerUrl && !config.databaseUrl) yield 'DATABASE_OWNER_URL is set without DATABASE_URL';
  if (config.mode === 'bench' && !isLoopback(config.host))
    yield 'MODE bench never serves beyond this machine: leave HOST at 127.0.0.1';
  if (config.mode === 'demo' && !isLoopback(config.host))
    yield 'MODE demo binds to this machine only: leave HOST at 127.0.0.1';
  if (config.mode === 'production' && config.databaseUrl && config.databaseOwnerUrl === config.databaseUrl) {
    yield 'MODE production wants two roles: DATABASE_OWNER_URL must differ from DATABASE_URL';
  }
}
