/** Demo peers: in a demonstration the systems outside the province are simulators, child processes of this one that end with it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Config } from '../platform/config/config.ts';
import { fromRoot } from '../platform/config/project-root.ts';
import { VNEID_RETURN_PATH } from '../platform/identity/sign-in-routes.tsx';
import { SIGNED_OUT_PATH } from '../platform/identity/vneid-sign-out.ts';
import { REPORT_PATH } from '../platform/notifications/report-route.ts';
import type { Mode } from '../platform/system/platform.ts';

export interface DemoPeers {
  /** With the addresses and secrets of the peers that were started. */
  readonly config: Config;
  /** Ends them and waits until they have. */
  stop(): Promise<void>;
}

interface Program {
  readonly name: string;
  readonly entry: string;
  readonly portOffset: number;
}

/** What a peer is told at its start, and what we must know to speak with it. `undefined` where the operator has named a peer of their own. */
type Wiring = (at: {
  readonly config: Config;
  readonly url: string;
}) => { readonly settings: Readonly<Record<string, string>>; readonly known: Partial<Config> } | undefined;

const aSecret = (): string => randomBytes(24).toString('hex');

const WIRINGS: Readonly<Record<string, Wiring>> = {
  vneid({ config, url }) {
    if (config.oidcIssuer) return undefined;
    const [oidcClientId, oidcClientSecret] = ['vam-co', aSecret()];
    const settings = {
      CLIENT_ID: oidcClientId,
      CLIENT_SECRET: oidcClientSecret,
      REDIRECT_URIS: everyOrigin(config, VNEID_RETURN_PATH),
      POST_LOGOUT_REDIRECT_URIS: everyOrigin(config, SIGNED_OUT_PATH),
    };
    return { settings, known: { oidcIssuer: url, oidcClientId, oidcClientSecret } };
  },
  bank({ config, url }) {
    if (config.bankUrl) return undefined;
    const [bankKey, bankSecret] = [aSecret(), aSecret()];
    const settings = {
      API_KEY: bankKey,
      CALLBACK_SECRET: bankSecret,
      STATE_FILE: join(config.dataDir, 'simulated-bank.json'),
    };
    return { settings, known: { bankUrl: url, bankKey, bankSecret } };
  },
  'population-register'({ config, url }) {
    if (config.registerUrl) return undefined;
    const registerKey = aSecret();
    return { settings: { API_KEY: registerKey }, known: { registerUrl: url, registerKey } };
  },
  'national-portal'({ config, url }) {
    if (config.nationalUrl) return undefined;
    const [nationalAccount, nationalSecret] = ['tinh-trinh-dien', aSecret()];
    const known = { nationalUrl: url, nationalAccount, nationalSecret };
    const settings = {
      ACCOUNT: nationalAccount,
      SECRET: nationalSecret,
      STATE_FILE: join(config.dataDir, 'simulated-national-portal.jsonl'),
    };
    return { settings, known };
  },
  sms({ config, url }) {
    if (config.smsUrl) return undefined;
    const smsKey = aSecret();
    const reports = `http://127.0.0.1:${config.port}${REPORT_PATH}`;
    const settings = { API_KEY: smsKey, REPORT_SECRET: smsKey, REPORT_URL: reports };
    return { settings, known: { smsUrl: url, smsKey } };
  },
};

/** Does not wait until they answer: the portal is ready without them, and nobody signs in within the second they need. */
export async function startDemoPeers(asked: Config, mode: Mode, log: (message: string) => void): Promise<DemoPeers> {
  if (mode !== 'demo' || !asked.simulators) return { config: asked, stop: async () => undefined };
  const programs = JSON.parse(readFileSync(fromRoot('simulators/programs.json'), 'utf8')) as Program[];
  const port = asked.port === 0 ? await freePort(0) : asked.port;
  let config: Config = { ...asked, port };
  const children: ChildProcess[] = [];
  for (const program of programs) {
    const peerPort = await freePort(port + program.portOffset);
    const wired = WIRINGS[program.name]?.({ config, url: `http://127.0.0.1:${peerPort}` });
    if (!wired) continue;
    config = { ...config, ...wired.known };
    children.push(startPeer(program, { ...wired.settings, PORT: String(peerPort) }, log));
  }
  return {
    config,
    async stop() {
      await Promise.all(children.map(endPeer));
    },
  };
}

const everyOrigin = (config: Config, path: string): string =>
  originsOf(config)
    .map((origin) => origin + path)
    .join(' ');

/** Both names of this machine: which one a person types decides where VNeID sends them back. */
const originsOf = ({ publicUrl, port }: Config): string[] => [
  ...new Set([
    ...(publicUrl ? [new URL(publicUrl).origin] : []),
    `http://127.0.0.1:${port}`,
    `http://localhost:${port}`,
  ]),
];

/** It is given its own settings only, none of ours; with a pipe as its input it leaves Ctrl-C to us and ends when we do. */
function startPeer(program: Program, settings: Readonly<Record<string, string>>, log: (message: string) => void) {
  const child = spawn(process.execPath, [fromRoot(program.entry)], {
    env: { HOST: '127.0.0.1', ...settings },
    stdio: 'pipe',
  });
  child.stdout.resume();
  child.stderr.setEncoding('utf8').on('data', (text: string) => log(`${program.name}: ${text.trimEnd()}`));
  child.on('error', (error) => log(`${program.name}: ${error.message}`));
  child.stdin.on('error', () => undefined);
  return child;
}

async function endPeer(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** The wanted port when nobody has it, else one that is free. */
async function freePort(wanted: number): Promise<number> {
  return (await probe(wanted > 65_535 ? 0 : wanted)) ?? (await probe(0)) ?? 0;
}

async function probe(port: number): Promise<number | undefined> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return undefined;
  }
  const { port: found } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return found;
}
