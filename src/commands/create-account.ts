/** `vamco create-account`: an administrator, or an officer in a position; the password comes from standard input, or is made and shown once. */
import { makePlatform, packFolder, withDatabase } from '../app.ts';
import { systemClock } from '../platform/calendar/instant.ts';
import { readConfig } from '../platform/config/config.ts';
import { createAccountCommand as createAccount } from '../platform/identity/create-account-command.ts';
import { organisation } from '../platform/organisation/manifest.ts';
import type { OperatorCommand } from './command.ts';

interface Values {
  login?: string;
  name?: string;
  role?: string;
  unit?: string;
  administrator?: boolean;
  'password-stdin'?: boolean;
}

export const createAccountCommand: OperatorCommand = {
  name: 'create-account',
  usage: 'create-account --login LOGIN --name NAME (--role ROLE --unit CODE | --administrator) [--password-stdin]',
  about: { vi: 'Tạo tài khoản cán bộ hoặc người quản trị.', en: "Makes an officer's or an administrator's account." },
  options: {
    login: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    unit: { type: 'string' },
    administrator: { type: 'boolean' },
    'password-stdin': { type: 'boolean' },
  },
  positionals: 0,
  async run({ values }) {
    const { 'password-stdin': piped, ...options } = values as Values;
    const password = piped ? await readLine(process.stdin) : undefined;
    const config = readConfig();
    return withDatabase(config, async ({ opened }) => {
      const platform = await makePlatform(config, systemClock, opened);
      // beside an installation that never started, units must be known first
      await organisation.load?.(platform, packFolder(config));
      return createAccount(opened.db, { ...options, password }, systemClock);
    });
  },
};

/** The first line, without its end. */
async function readLine(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n') || text.length > 4096) break;
  }
  return text.split(/\r?\n/)[0] as string;
}
