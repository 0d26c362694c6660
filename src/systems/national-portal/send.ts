/** Sending: the job that takes what is due from the ledger, tells the portal, and comes back when the next is. */
import type { Instant } from '../../platform/calendar/instant.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { findNationalDossier } from '../dossiers/index.ts';
import { claimDue, findNextDue, type Message, settle, type Told } from './ledger.ts';
import { isLineFault, markFailing, markWell, readLine } from './line.ts';
import { leadsToThisMachine, SEND } from './messages.ts';
import { dossierFields, progressFields } from './national-fields.ts';
import { tellPortal } from './national-peer.ts';
import type { NationalPortalTables } from './tables.ts';

type Sending = Pick<Platform<NationalPortalTables>, 'db' | 'clock' | 'config'>;

/** Stops at the first batch in which nobody gets through: the line fails, and everybody waits for it. */
export async function sendDue(platform: Sending): Promise<void> {
  const { db, clock, config } = platform;
  if (config.nationalUrl === undefined) return;
  const invented = leadsToThisMachine(config);
  const { try_at: tryAt } = await readLine(db);
  if (tryAt === null || tryAt <= clock()) {
    for (;;) {
      const batch = await claimDue(db, { now: clock(), invented });
      if (batch.length === 0 || !(await sendBatch(platform, batch))) break;
    }
  }
  await comeBack(platform, invented);
}

/** False when the line fails. */
async function sendBatch(platform: Sending, batch: readonly Message[]): Promise<boolean> {
  const { db, clock } = platform;
  const told = await Promise.all(
    batch.map(async (message) => {
      const one = await tell(platform, message);
      await settle(db, message, { told: one, now: clock() });
      return one;
    }),
  );
  const fault = told.find(isLineFault);
  const isThrough = told.some(({ kind }) => kind === 'taken');
  if (isThrough) await markWell(db, clock());
  else if (fault) await markFailing(db, fault, clock());
  return isThrough || fault === undefined;
}

async function tell({ db, config }: Sending, message: Message): Promise<Told> {
  const { id: key, case_id: caseId, entry_id: entryId, service, status, sequence } = message;
  const dossier = await findNationalDossier(db, { caseId, entryId });
  if (!dossier) throw new Error(`the dossier of case ${caseId}, or its entry ${entryId}, is gone`);
  // an account of the portal is a province's: the first group of every code of its units
  const call = { key, madonvi: dossier.code.split('.')[0] ?? '' };
  if (service === 'progress')
    return tellPortal(config, {
      ...call,
      service: 'CapNhatTienDoHoSoMC',
      isUpdating: true,
      data: [progressFields(dossier, status)],
    });
  return tellPortal(config, {
    ...call,
    service: 'DongBoHoSoMC',
    isUpdating: sequence > 1,
    data: [dossierFields(dossier, { status, origin: config.publicUrl })],
  });
}

async function comeBack({ db }: Sending, invented: boolean): Promise<void> {
  const [due, { try_at: tryAt }] = [await findNextDue(db, invented), await readLine(db)];
  if (due === undefined) return;
  await addJob(db, SEND, {}, { key: SEND, runAt: Math.max(due, tryAt ?? 0) as Instant, keepTime: true });
}
