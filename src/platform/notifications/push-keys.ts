/** Keys of web push (VAPID, RFC 8292): who we are to the push services; from the environment, or made once by a demonstration. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import webpush from 'web-push';
import type { Config } from '../config/config.ts';
import type { Mode } from '../system/platform.ts';

export interface PushKeys {
  /** What browsers are given when they subscribe. */
  readonly publicKey: string;
  readonly privateKey: string;
  /** Whom a push service may write to: `mailto:` or a page. */
  readonly subject: string;
}

/** Undefined when nothing was set: there is no push then. New keys end every subscription there is, so they are kept. */
export function readPushKeys(config: Config, mode: Mode): PushKeys | undefined {
  const subject = config.vapidSubject ?? subjectOf(config);
  if (config.vapidPublicKey && config.vapidPrivateKey)
    return { publicKey: config.vapidPublicKey, privateKey: config.vapidPrivateKey, subject };
  return mode === 'demo' ? { ...demoKeys(join(config.dataDir, 'keys')), subject } : undefined;
}

function demoKeys(folder: string): Pick<PushKeys, 'publicKey' | 'privateKey'> {
  const file = join(folder, 'web-push.json');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify(webpush.generateVAPIDKeys()), { mode: 0o600, flag: 'wx' });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Pick<PushKeys, 'publicKey' | 'privateKey'>;
}

const subjectOf = ({ publicUrl, mailFrom }: Config): string =>
  publicUrl?.startsWith('https:') ? publicUrl : `mailto:${/<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom}`;
