/** Replaying: an administrator has what failed tried again, or lets a job go; each is an act in the journal. */
import type { Instant } from '../calendar/instant.ts';
import { type Actor, entryActor, writeAct } from '../cases/act.ts';
import type { Db } from '../db/database.ts';
import { type EntryDraft, sealEntry } from '../journal/entry.ts';
import { replayParked } from '../journal/subscribers.ts';
import { INSTALLATION } from '../system/installation.ts';
import { dropJob, replayJob } from './failed-jobs.ts';

export type Replay =
  | { readonly what: 'replay-job' | 'drop-job'; readonly id: string }
  | { readonly what: 'replay-entry'; readonly subscriber: string; readonly position: number };

/** False when there is nothing of that name that failed: done already, or running just now. */
export async function replay(db: Db, actor: Actor, wanted: Replay, at: Instant): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const done = await act(trx, wanted, at);
    if (!done) return false;
    const context = { actor: entryActor(actor), subject: { type: 'installation', id: INSTALLATION }, at };
    await writeAct(trx, { rows: [], entries: [sealEntry(draftOf(wanted), context)] });
    return true;
  });
}

async function act(trx: Db, wanted: Replay, at: Instant): Promise<boolean> {
  if (wanted.what === 'replay-entry') return replayParked(trx, wanted.subscriber, wanted.position, () => at);
  return wanted.what === 'replay-job' ? replayJob(trx, wanted.id) : dropJob(trx, wanted.id);
}

function draftOf(wanted: Replay): EntryDraft {
  if (wanted.what === 'replay-entry') {
    const { subscriber, position } = wanted;
    return { type: 'jobs.entry-replayed', body: { subscriber, position } };
  }
  return { type: wanted.what === 'replay-job' ? 'jobs.job-replayed' : 'jobs.job-dropped', body: { job: wanted.id } };
}
