/** Legal timers of dossiers: what the program does when a citizen or an office stays silent. */
import { programActor } from '../../platform/identity/signed-in.ts';
import type { TimerHandler } from '../../platform/system/define-system.ts';
import { followingId } from './following-id.ts';
import { answerDraft, settleBySilence } from './dossiers.ts';
import { moveToSuccessor } from './succession.ts';
import type { DossierTables } from './tables.ts';

export const dossierTimers: Readonly<Record<string, TimerHandler<DossierTables>>> = {
  async 'dossiers.draft'(platform, { caseId, kind, at }) {
    const who = { actor: programActor('dossiers.draft-silence'), scope: 'all' as const };
    await answerDraft(platform.acting, who, {
      commandId: followingId(caseId, kind, at),
      caseId,
      answer: null,
      objection: '',
    });
  },
  async 'dossiers.succession'(platform, { caseId, kind, at }) {
    const who = { actor: programActor('dossiers.succession'), scope: 'all' as const };
    await moveToSuccessor(platform.acting, who, { commandId: followingId(caseId, kind, at), caseId });
  },
  async 'dossiers.silence'(platform, { caseId, kind, at }) {
    const who = { actor: programActor('dossiers.silence-consent'), scope: 'all' as const };
    await settleBySilence(platform.acting, who, { commandId: followingId(caseId, kind, at), caseId });
  },
};
