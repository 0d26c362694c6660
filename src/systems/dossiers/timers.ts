/** Legal timers of dossiers: what the program does when a citizen or an office stays silent. */
import { createHash } from 'node:crypto';
import { programActor } from '../../platform/identity/signed-in.ts';
import type { TimerHandler } from '../../platform/system/define-system.ts';
import { answerDraft, settleBySilence } from './dossiers.ts';
import { moveToSuccessor } from './succession.ts';
import type { DossierTables } from './tables.ts';

/** The same timer of the same case is the same command: fired twice, it acts once. */
const commandIdFor = (caseId: string, kind: string, at: number): string => {
  const hex = createHash('sha256').update(`${caseId}|${kind}|${at}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export const dossierTimers: Readonly<Record<string, TimerHandler<DossierTables>>> = {
  async 'dossiers.draft'(platform, { caseId, kind, at }) {
    const who = { actor: programActor('dossiers.draft-silence'), scope: 'all' as const };
    await answerDraft(platform.acting, who, {
      commandId: commandIdFor(caseId, kind, at),
      caseId,
      answer: null,
      objection: '',
    });
  },
  async 'dossiers.succession'(platform, { caseId, kind, at }) {
    const who = { actor: programActor('dossiers.succession'), scope: 'all' as const };
    await moveToSuccessor(platform.acting, who, { commandId: commandIdFor(caseId, kind, at), caseId });
  },
  async 'dossiers.silence'(platform, { caseId, kind, at }) {
    const who = { actor: programActor('dossiers.silence-consent'), scope: 'all' as const };
    await settleBySilence(platform.acting, who, { commandId: commandIdFor(caseId, kind, at), caseId });
  },
};
