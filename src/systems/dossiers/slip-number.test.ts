import { generateKeyPairSync } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf } from '../../../test/harness/browse.ts';
import { aBirthDossier } from '../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { textOf } from '../../../test/harness/pdf-reader.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { instant } from '../../platform/calendar/instant.ts';
import { newId } from '../../platform/db/ids.ts';
import { verifyJournal } from '../../platform/journal/verify-journal.ts';
import { acceptDossier, askForSupplement, refuseDossier, withdrawDossier } from './dossiers.ts';
import { loadDossier } from './load-dossier.ts';
import { issueSlip } from './slip-number.ts';
import type { DossierTables } from './tables.ts';

let house: House<DossierTables>;
let server: FastifyInstance;

beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

const officer = { actor: { id: newId(), kind: 'person' as const }, scope: 'all' as const, rolesAt: () => ['TN', 'HT'] };
const submit = async () => aBirthDossier(house, { accountId: await anAccount(house, 'citizen'), stage: 'submitted' });
const accept = (caseId: string) =>
  acceptDossier(house.acting, officer, { commandId: newId(), caseId, shownVersion: 1 });

const numbersOf = async (type: string): Promise<number[]> => {
  const rows = await sql<{ slip: string }>`
    select sealed::jsonb #>> '{body,slip}' as slip from journal.entry where type = ${type} order by recorded_at
  `.execute(house.db);
  return rows.rows.map(({ slip }) => Number(slip));
};
const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

test('receipts given side by side are numbered one after the other; what was not given takes no number', async () => {
  const ids: string[] = [];
  for (let made = 0; made < 20; made++) ids.push(await submit());
  const outcomes = await Promise.all([...ids, ...ids].map(accept));
  expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(20);
  expect((await numbersOf('dossiers.dossier-accepted')).toSorted((a, b) => a - b)).toEqual(upTo(20));
  const verified = await verifyJournal(house.platform.db, [], generateKeyPairSync('ed25519').publicKey);
  expect(verified.faults).toEqual([]);
});

test('each form is numbered by itself, and who withdraws gets no slip', async () => {
  const [asked, refused, withdrawn] = [await submit(), await submit(), await submit()];
  const items = [{ component: null, text: 'Chụp lại.' }];
  const command = (caseId: string) => ({ commandId: newId(), caseId, reason: 'Ảnh mờ.' });
  await askForSupplement(house.acting, officer, { ...command(asked), items });
  await refuseDossier(house.acting, officer, command(refused));
  await withdrawDossier(house.acting, officer, command(withdrawn));
  expect(await numbersOf('dossiers.supplement-asked')).toEqual([1]);
  expect(await numbersOf('dossiers.dossier-refused')).toEqual([1]);
  const entries = await sql<{ body: object }>`
    select sealed::jsonb -> 'body' as body from journal.entry where type = 'dossiers.dossier-withdrawn' and subject_id = ${withdrawn}
  `.execute(house.db);
  expect(entries.rows[0]?.body).not.toHaveProperty('slip');
});

test('a slip printed again has the number it was given, whatever was given since', async () => {
  const caseId = await submit();
  await accept(caseId);
  const number = (await numbersOf('dossiers.dossier-accepted')).at(-1);
  const { code } = await house.db
    .selectFrom('cases.case')
    .select('code')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  const reception = await browse(house, server, { as: { role: 'TN', unit: 'H53.101.1' } });
  const print = async () => textOf((await reception.get(`/can-bo/ho-so/${code}/giay-to/receipt.pdf`)).bytes);
  expect(await print()).toContain(`Số: ${number}/TNHS`);
  await accept(await submit());
  expect(await print()).toContain(`Số: ${number}/TNHS`);
});

test('each year begins at one', async () => {
  house.setClock('2026-12-31T09:00');
  await accept(await submit());
  house.setClock('2027-01-04T09:00');
  await accept(await submit());
  await accept(await submit());
  expect((await numbersOf('dossiers.dossier-accepted')).slice(-3)).toEqual([23, 1, 2]);
  house.setClock('2026-11-23T08:00');
});

test('the number is of the office that receives, and a form without one takes none', async () => {
  const dossier = await loadDossier(house.db, { id: await submit() }, 'all');
  if (!dossier) throw new Error('no dossier');
  const at = instant('2026-11-23T09:00');
  expect(issueSlip(dossier, 'receipt', at)).toEqual({
    number: { series: `slip:${dossier.receivingUnit}:TNHS`, from: '2026-01-01' },
    slip: '{{number}}',
  });
  expect(issueSlip(dossier, 'control-slip', at)).toEqual({ slip: null });
  const { definition } = dossier;
  const residence = { ...dossier, definition: { ...definition, field: { ...definition.field, code: 'cu-tru' } } };
  expect(issueSlip(residence, 'receipt', at)).toEqual({ slip: null });
});
