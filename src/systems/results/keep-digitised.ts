/** Papers digitised at a counter join their owner's store: an officer had the original in hand, checked it and signed the copy. */
import { sql } from 'kysely';
import { instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import type { ReadEntry } from '../../platform/journal/entry.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import { getVersion } from '../procedures/index.ts';
import { confirmPaper } from './confirm-paper.ts';
import type { ResultTables } from './tables.ts';

export const keepDigitised: Subscriber = {
  name: 'results.keep-digitised',
  types: ['dossiers.paper-signed'],
  handle: keep,
};

interface FoundCase {
  readonly code: string;
  readonly account: string | null;
  readonly unit: string;
  readonly version: string;
}

/** Only of a dossier of an account: nobody else has a store. Under the entry's own id as command, so that read twice it is kept once. */
async function keep(trx: Db, { id: entryId, subject, body, at }: ReadEntry): Promise<void> {
  const found = await sql<FoundCase>`
    select code, applicant_id as account, receiving_unit as unit, definition_id as version from cases.case where id = ${subject.id}
  `.execute(trx);
  const [row] = found.rows;
  if (!row || row.account === null) return;
  const { component: key, file } = body as { component: string; file: string };
  const version = await getVersion(trx, row.version);
  const component = version?.definition.components.find((one) => one.key === key);
  if (!version || !component) throw new Error(`the component ${key} of a digitised paper of ${row.code} is gone`);
  // scanned to be certified, it joins the store as the certified copy
  if (version.definition.results.some(({ copy }) => copy?.scanned === key)) return;
  const env = { db: trx as unknown as Db<ResultTables>, clock: () => instant(at) };
  const outcome = await confirmPaper(env, programActor('results.keep-digitised'), {
    commandId: entryId,
    caseId: subject.id,
    code: row.code,
    accountId: row.account,
    procedure: version.definition.code,
    versionId: row.version,
    component: { key, code: component.code ?? null, name: component.name },
    fileId: file,
    unitId: row.unit,
    validUntil: null,
  });
  // a copy that was taken out of the dossier since joins no store
  if (outcome.kind !== 'done' && outcome.kind !== 'not-found')
    throw new Error(`a digitised paper of ${row.code} was not kept: ${outcome.kind}`);
}
