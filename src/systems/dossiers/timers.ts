/** Legal timers of dossiers: what the program does when a citizen or an office stays silent, or an office has ended. */
import type { Outcome } from '../../platform/cases/act.ts';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import type { TimerHandler } from '../../platform/system/define-system.ts';
import { followingId } from '../../platform/db/following-id.ts';
import { answerDraft, draftApology, followOpinions, settleBySilence } from './dossiers.ts';
import { moveToSuccessor } from './succession.ts';
import type { DossierTables } from './tables.ts';

export const dossierTimers: Readonly<Record<string, TimerHandler<DossierTables>>> = {
  async 'dossiers.draft'(platform, { caseId, kind, at }) {
    const who = { actor: programActor('dossiers.draft-silence'), scope: 'all' as const };
    const sent = { commandId: followingId(caseId, kind, at), caseId, answer: null, objection: '' };
    insist(await answerDraft(platform.acting, who, sent));
    return undefined;
  },
  async 'dossiers.apology'(platform, { caseId, kind, at }) {
    const who = { actor: programActor('dossiers.apology'), scope: 'all' as const };
    const outcome = await draftApology(platform.acting, who, { commandId: followingId(caseId, kind, at), caseId });
    insist(outcome);
    return undefined;
  },
  async 'dossiers.consultation'(platform, { caseId, kind, at }) {
    const who = { actor: programActor('dossiers.consultation'), scope: 'all' as const };
    insist(await followOpinions(platform.acting, who, { commandId: followingId(caseId, kind, at), caseId }));
    return undefined;
  },
  async 'dossiers.succession'(platform, { caseId, kind, at }) {
    const who = { actor: programActor('dossiers.succession'), scope: 'all' as const };
    insist(await moveToSuccessor(platform.acting, who, { commandId: followingId(caseId, kind, at), caseId }));
    return undefined;
  },
  async 'dossiers.silence'(platform, { caseId, kind, at }) {
    const who = { actor: programActor('dossiers.silence-consent'), scope: 'all' as const };
    const outcome = await settleBySilence(platform.acting, who, { commandId: followingId(caseId, kind, at), caseId });
    insist(outcome);
    return outcome.kind === 'refusal' && TOO_EARLY.has(outcome.code) ? nextLook(platform.db, caseId, at) : undefined;
  },
};

/** A refusal is an answer: there is nothing to do. Losing to others who act at the same time is none, so the timer comes again. */
function insist(outcome: Outcome): void {
  if (outcome.kind === 'changed') throw new Error('others acted at the same time');
}

/** The clock stood still meanwhile, or stands still now: the term ends later than it did when the timer was set. */
const TOO_EARLY = new Set(['dossiers.not-overdue', 'dossiers.not-in-process']);
const WHILE_IT_STANDS_MS = 15 * 60_000;

async function nextLook(db: Db<DossierTables>, caseId: string, at: Instant): Promise<Instant> {
  const found = await db.selectFrom('cases.case').select('due_at').where('id', '=', caseId).executeTakeFirst();
  return Math.max(found?.due_at ?? 0, at + WHILE_IT_STANDS_MS) as Instant;
}
