/** The installation: what a database was born as, fixed in its first journal entry and read from there for ever. */
import { sql } from 'kysely';
import type { Clock } from '../calendar/instant.ts';
import { writeAct } from '../cases/act.ts';
import { type Config, isLoopback } from '../config/config.ts';
import type { Db } from '../db/database.ts';
import { readEntry, sealEntry } from '../journal/entry.ts';
import type { Mode } from './platform.ts';

/** The subject of the first entry. */
export const INSTALLATION = '00000000-0000-7000-8000-000000000001';

export class InstallationError extends Error {
  readonly code: 'system.mode-needed' | 'system.mode-differs' | 'system.mode-loopback' | 'system.province-differs';
  constructor(code: InstallationError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export async function findMode(db: Db): Promise<{ mode: Mode; province: string } | undefined> {
  const first = await sql<{ sealed: string }>`
    select sealed from journal.entry where subject_id = ${INSTALLATION} and type = 'system.installed' order by recorded_at limit 1
  `.execute(db);
  const body = first.rows[0] && readEntry(first.rows[0].sealed).body;
  return body && { mode: body.mode as Mode, province: body.province as string };
}

/** Answers the mode of the database; writes the first entry of a new one. Throws InstallationError where the start must be refused. */
export async function settleMode(db: Db, config: Config, clock: Clock): Promise<Mode> {
  const born = await findMode(db);
  const mode = born?.mode ?? newMode(config);
  if (born && config.mode && config.mode !== born.mode) {
    throw new InstallationError(
      'system.mode-differs',
      `this database was born ${born.mode} and stays so; MODE says ${config.mode}. Cơ sở dữ liệu này được tạo ở chế độ ${born.mode}, không đổi được.`,
    );
  }
  if (born && born.province !== config.province) {
    throw new InstallationError(
      'system.province-differs',
      `this database is of the province ${born.province}; PROVINCE says ${config.province}. Cơ sở dữ liệu này thuộc tỉnh ${born.province}.`,
    );
  }
  if (mode !== 'production' && !isLoopback(config.host)) {
    throw new InstallationError(
      'system.mode-loopback',
      `a ${mode} database is served to this machine only: leave HOST at 127.0.0.1. Chế độ ${mode} chỉ phục vụ trên máy này.`,
    );
  }
  if (!born) await writeFirstEntry(db, config, mode, clock);
  return mode;
}

/** Demo is the default only where nobody else can reach it: the embedded database on loopback. */
function newMode(config: Config): Mode {
  if (config.mode) return config.mode;
  if (config.databaseUrl || !isLoopback(config.host)) {
    throw new InstallationError(
      'system.mode-needed',
      'a new database with DATABASE_URL, or served beyond this machine, needs MODE: production, demo or bench. Cơ sở dữ liệu mới cần biến MODE.',
    );
  }
  return 'demo';
}

async function writeFirstEntry(db: Db, config: Config, mode: Mode, clock: Clock): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('system.installed'))`.execute(trx);
    if (await findMode(trx)) return;
    const entry = sealEntry(
      { type: 'system.installed', body: { mode, province: config.province } },
      {
        actor: { kind: 'program', program: 'system.start' },
        subject: { type: 'installation', id: INSTALLATION },
        at: clock(),
      },
    );
    await writeAct(trx, { rows: [], entries: [entry] });
  });
}
