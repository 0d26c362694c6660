/** What the register of the population answers is an act on the dossier that reported to it. */
import { instant } from '../../platform/calendar/instant.ts';
import { actOnCase } from '../../platform/cases/act.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { loadDossier } from './load-dossier.ts';
import type { DossierTables } from './tables.ts';
import { decideRegisterAnswer, type TakeRegisterAnswer } from './turns/register-answer.ts';

/** Under the entry's own id as command: read twice, it acts once. A dossier that is closed by then needs no answer. */
export const takeRegisterAnswer = ({ acting }: Platform<DossierTables>): Subscriber => ({
  name: 'dossiers.take-register-answer',
  types: ['registers.filing-settled'],
  async handle(trx, entry) {
    const { case: caseId, kind, answer, refusal } = entry.body as Record<string, string | null>;
    const row = await trx
      .selectFrom('journal.content')
      .select('body')
      .where('entry_id', '=', entry.id)
      .where('name', '=', 'personal_number')
      .executeTakeFirst();
    const command = {
      commandId: entry.id,
      caseId: caseId ?? '',
      register: kind,
      answer,
      refusal: refusal ?? null,
      personalNumber: row?.body ? (JSON.parse(row.body) as string) : null,
    } as TakeRegisterAnswer;
    const env = { ...acting, db: trx as unknown as Db<DossierTables>, clock: () => instant(entry.at) };
    const outcome = await actOnCase(env, programActor('dossiers.take-register-answer'), command, {
      name: 'dossiers.take-register-answer',
      load: (db) => loadDossier(db, { id: command.caseId }, 'all'),
      decide: decideRegisterAnswer,
      // an officer who has the page open is not told that it is old: nothing they decide on has changed
      commutative: true,
    });
    if (outcome.kind !== 'done' && outcome.kind !== 'refusal')
      throw new Error(`the register's answer to case ${caseId} was not taken: ${outcome.kind}`);
  },
});
