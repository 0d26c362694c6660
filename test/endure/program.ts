/** The whole product, started as always, that also takes commands from its parent process: what the kill test kills. */
import { sql } from 'kysely';
import { startApp } from '../../src/app.ts';
import type { ActEnvironment, Outcome } from '../../src/platform/cases/act.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { programActor } from '../../src/platform/identity/signed-in.ts';
import { acceptDossier } from '../../src/systems/dossiers/dossiers.ts';
import { submitDossier } from '../../src/systems/dossiers/submission.ts';
import type { DossierTables } from '../../src/systems/dossiers/tables.ts';
import { findProcedure } from '../../src/systems/procedures/index.ts';

/** One command of the load: `verb` on a dossier, with the ids that make a second sending harmless. */
export interface LoadCommand {
  readonly verb: 'submit' | 'accept';
  readonly commandId: string;
  readonly caseId: string;
}

export type LoadAnswer =
  | { readonly ready: true }
  | { readonly commandId: string; readonly outcome: string }
  | { readonly commandId: string; readonly error: string };

const ADVERTISEMENT = '1.004650';

const app = await startApp(readConfig());
const env = app.platform.acting as unknown as ActEnvironment<DossierTables>;
const today = await sql<{ day: string }>`select current_date as day`.execute(app.platform.db);
const procedure = await findProcedure(app.platform.db as never, ADVERTISEMENT, today.rows[0]?.day ?? '');
const versionId = procedure?.version?.id ?? '';
const officer = {
  actor: { id: '00000000-0000-7000-8000-0000000000e0', kind: 'person' as const },
  scope: 'all' as const,
  rolesAt: () => ['TN'],
};

const verbs: Record<LoadCommand['verb'], (command: LoadCommand) => Promise<Outcome>> = {
  submit: ({ commandId, caseId }) =>
    submitDossier(env, programActor('endure'), {
      commandId,
      caseId,
      versionId,
      channel: 'counter',
      areaCode: '25459',
      applicant: { name: 'Công ty TNHH Sông Vàm' },
      answers: {},
      files: [],
      papers: [],
      receiveBy: 'counter',
    }),
  accept: ({ commandId, caseId }) => acceptDossier(env, officer, { commandId, caseId, shownVersion: 1 }),
};

const tell = (answer: LoadAnswer): unknown => process.connected && process.send?.(answer);

process.on('message', (command: LoadCommand) => {
  const { commandId } = command;
  verbs[command.verb](command).then(
    (outcome) => tell({ commandId, outcome: outcome.kind === 'refusal' ? outcome.code : outcome.kind }),
    (error: unknown) => tell({ commandId, error: String(error) }),
  );
});
process.once('SIGTERM', () => void app.stop().then(() => process.exit(0)));
process.once('disconnect', () => process.exit(1));
tell({ ready: true });
