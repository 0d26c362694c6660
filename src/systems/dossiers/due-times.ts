/** Times follow the calendar: whenever another version is published, each dossier whose term, step or answer it moves gets an act of its own. */
import { newId } from '../../platform/db/ids.ts';
import type { Json } from '../../platform/db/json.ts';
import { platformPart } from '../../platform/db/platform-part.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { reckonDueAgain } from './dossiers.ts';
import { isMoved, listRunning, movedOpinions, type RunningDossier, timesBy } from './running-dossiers.ts';
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

/** What one run of the job looks through; then another goes on, so that no job is long however many are open. */
const MOST_IN_A_RUN = 5_000;
/** Acts at once: each waits for the database more than it reckons. */
const AT_ONCE = 8;

type Following = Pick<Platform<DossierTables>, 'acting'>;

/** Answers how many dossiers moved. Run again it goes on where it stopped: what has been moved is right. */
export async function followCalendarNow(platform: Following): Promise<number> {
  let moved = 0;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const run = await followSome(platform, after);
    moved += run.moved;
    after = run.next;
  }
  return moved;
}

/** The job: with the calendar in force, not with the one this process happens to know. */
export async function followCalendarJob(platform: Platform<DossierTables>, payload: Json): Promise<void> {
  await platform.renewCalendar();
  const given = (payload as { readonly after?: string }).after ?? '';
  const { next } = await followSome(platform, given);
  if (next !== undefined)
    await addJob(platform.db, FOLLOW_CALENDAR, { after: next }, { key: `${FOLLOW_CALENDAR}:${given}:${next}` });
}

async function followSome(
  { acting }: Following,
  from: string,
): Promise<{ readonly moved: number; readonly next: string | undefined }> {
  const db = platformPart(acting.db);
  let [moved, looked, after] = [0, 0, from];
  for (;;) {
    const page = await listRunning(db, { after, limit: BATCH });
    for (let index = 0; index < page.length; index += AT_ONCE) {
      const done = await Promise.all(page.slice(index, index + AT_ONCE).map((one) => follow(acting, one)));
      moved += done.filter(Boolean).length;
    }
    looked += page.length;
    after = page.at(-1)?.id ?? after;
    if (page.length < BATCH) return { moved, next: undefined };
    if (looked >= MOST_IN_A_RUN) return { moved, next: after };
  }
}

async function follow(acting: Acting, read: RunningDossier): Promise<boolean> {
  const who = { actor: programActor('dossiers.follow-calendar'), scope: 'all' as const };
  let dossier: RunningDossier | undefined = read;
  for (let attempt = 1; dossier && attempt <= TRIES; attempt++) {
    const at = acting.clock();
    const opinions = movedOpinions(dossier, acting.legal, at);
    if (!isMoved(dossier.times, timesBy(dossier, acting.legal, at)) && opinions.length === 0) return false;
    const { id: caseId, version: shownVersion, stepTerm, since } = dossier;
    const command = { commandId: newId(), caseId, shownVersion, stepTerm, since, opinions };
    const outcome = await reckonDueAgain(acting, who, command);
    if (outcome.kind === 'done') return true;
    if (outcome.kind !== 'changed') return false;
    [dossier] = await listRunning(platformPart(acting.db), { after: '', limit: 1, only: caseId });
  }
  return false;
}
