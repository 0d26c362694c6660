/** Messages: each entry of a dossier becomes one or two, numbered within the dossier; only the first that is not sent is under way. */
import { isoOf } from '../../platform/calendar/instant.ts';
import { type Config, isLoopback } from '../../platform/config/config.ts';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/db/ids.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import type { ReadEntry } from '../../platform/journal/entry.ts';
import type { Mode, Platform } from '../../platform/system/platform.ts';
import { findNationalStanding } from '../dossiers/index.ts';
import type { NationalPortalTables } from './tables.ts';
import { servicesOf } from './told-entries.ts';

export const SEND = 'national-portal.send';

/** Read after the act, so of several acts at once all carry the last one's status: never one that was not, nor one before its turn. */
export async function tellOfEntry(
  trx: Db<NationalPortalTables>,
  { id: entryId, type, subject, at }: Pick<ReadEntry, 'id' | 'type' | 'subject' | 'at'>,
  { config, mode, clock }: Pick<Platform, 'config' | 'mode' | 'clock'>,
): Promise<void> {
  const standing = await findNationalStanding(trx, subject.id);
  if (!standing) return;
  const localOnly = isInvented(standing.simulated, mode);
  if (localOnly && !leadsToThisMachine(config)) return;
  const last = await lockLast(trx, subject.id);
  if (last && (await isTold(trx, entryId))) return;
  const now = isoOf(clock());
  let isFirst = last === undefined || last.sent_at !== null;
  for (const [place, service] of servicesOf(type).entries()) {
    await trx
      .insertInto('national_portal.message')
      .values({
        id: newId(),
        case_id: subject.id,
        sequence: (last?.sequence ?? 0) + place + 1,
        entry_id: entryId,
        service,
        status: standing.status,
        local_only: localOnly,
        at,
        next_at: isFirst ? now : null,
        head_at: isFirst ? now : null,
      })
      .execute();
    isFirst = false;
  }
  if (config.nationalUrl) await addJob(trx, SEND, {}, { key: SEND });
}

/** Everybody in a demonstration is invented, even who files a dossier by hand. */
const isInvented = (simulated: boolean, mode: Mode): boolean => simulated || mode !== 'production';

/** Where a simulator may be: the only place that is told of what is invented. */
export const leadsToThisMachine = ({ nationalUrl }: Pick<Config, 'nationalUrl'>): boolean =>
  nationalUrl !== undefined && isLoopback(new URL(nationalUrl).hostname.replace(/^\[|\]$/g, ''));

/** Who sends the last one now is waited for, so that the next message knows whether it is the first. */
const lockLast = (trx: Db<NationalPortalTables>, caseId: string) =>
  trx
    .selectFrom('national_portal.message')
    .select(['sequence', 'sent_at'])
    .where('case_id', '=', caseId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();

async function isTold(trx: Db<NationalPortalTables>, entryId: string): Promise<boolean> {
  const told = await trx
    .selectFrom('national_portal.message')
    .select('id')
    .where('entry_id', '=', entryId)
    .executeTakeFirst();
  return told !== undefined;
}
