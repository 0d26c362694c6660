/** Times follow the calendar: whenever another version is published, each dossier whose term, step or answer it moves gets an act of its own. */
import { newId } from '../../platform/db/ids.ts';
import { platformPart } from '../../platform/db/platform-part.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { reckonDueAgain } from './dossiers.ts';
import { isMoved, listRunning, type RunningDossier, timesBy } from './running-dossiers.ts';
import type { DossierTables } from './tables.ts';

export const FOLLOW_CALENDAR = 'dossiers.follow-calendar';
const BATCH = 500;
/** Somebody may act on a dossier between our read and our act: it is read once more. */
const TRIES = 3;

type Acting = Platform<DossierTables>['acting'];

/** The subscriber only asks for the job: thousands of dossiers are no matter of one transaction. */
export const followCalendar: Subscriber = {
  name: 'dossiers.follow-calendar',
  types: ['calendar.published'],
  handle: (trx) => addJob(trx, FOLLOW_CALENDAR, {}, { key: FOLLOW_CALENDAR }),
};

/** Answers how many dossiers moved. Run again it goes on where it stopped: what has been moved is right. */
export async function followCalendarNow({ acting }: Pick<Platform<DossierTables>, 'acting'>): Promise<number> {
  const db = platformPart(acting.db);
  let moved = 0;
  for (let page = await listRunning(db, { after: '', limit: BATCH }); page.length > 0; ) {
    for (const dossier of page) if (await follow(acting, dossier)) moved += 1;
    page = page.length < BATCH ? [] : await listRunning(db, { after: page.at(-1)?.id ?? '', limit: BATCH });
  }
  return moved;
}

async function follow(acting: Acting, read: RunningDossier): Promise<boolean> {
  const who = { actor: programActor('dossiers.follow-calendar'), scope: 'all' as const };
  let dossier: RunningDossier | undefined = read;
  for (let attempt = 1; dossier && attempt <= TRIES; attempt++) {
    if (!isMoved(dossier.times, timesBy(dossier, acting.legal))) return false;
    const { id: caseId, version: shownVersion, stepTerm, since } = dossier;
    const command = { commandId: newId(), caseId, shownVersion, stepTerm, since };
    const outcome = await reckonDueAgain(acting, who, command);
    if (outcome.kind === 'done') return true;
    if (outcome.kind !== 'changed') return false;
    [dossier] = await listRunning(platformPart(acting.db), { after: '', limit: 1, only: caseId });
  }
  return false;
}
