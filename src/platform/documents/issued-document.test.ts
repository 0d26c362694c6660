import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts';
import { newId } from '../db/ids.ts';
import { instant } from '../calendar/instant.ts';
import { type OpenDatabase, openDatabase } from '../db/database.ts';
import {
  endDocument,
  findIssuedDocument,
  issueDocument,
  listIssuedDocuments,
  type NewDocument,
} from './issued-document.ts';
import { printPaper } from './paper/print-paper.ts';
import { signAsPerson } from './signatures/sign.ts';
import { makeTestKeys } from './signatures/test-keys.ts';
import { paperState } from './verification.ts';
import { newVerificationCode } from './verification-code.ts';

let database: TestDatabase;
let client: Client;
let open: OpenDatabase;

beforeAll(async () => {
  database = await testDatabase();
  client = new Client({ connectionString: database.appUrl });
  await client.connect();
  open = openDatabase({ url: database.appUrl, poolSize: 2 });
});
afterAll(async () => {
  await client.end();
  await open.close();
  await database.drop();
});

const DIGEST = 'ab'.repeat(32);

async function insertPaper(values: { code?: string; digest?: string; signers?: string } = {}): Promise<string> {
  const id = newId();
  await client.query(
    `insert into documents.issued_document (id, code, meaning, subject_type, subject_id, unit_id, title, file_id, digest, signers, issued_at)
     values ($1, $2, 'receipt', 'dossier', $3, $3, 'Giấy tiếp nhận', $3, $4, $5, '2026-11-23T09:00:00+07:00')`,
    [id, values.code ?? newVerificationCode(), newId(), values.digest ?? DIGEST, values.signers ?? '[]'],
  );
  return id;
}

test('every code the program makes is one the database takes', async () => {
  for (let round = 0; round < 50; round++) await insertPaper();
  await expect(insertPaper({ code: 'not-a-code' })).rejects.toThrow('issued_document_code_check');
});

test('a code names one paper', async () => {
  const code = newVerificationCode();
  await insertPaper({ code });
  await expect(insertPaper({ code })).rejects.toThrow('issued_document_code_key');
});

test('a paper has a whole digest, a list of signers, and is never replaced by itself', async () => {
  await expect(insertPaper({ digest: 'ab' })).rejects.toThrow('issued_document_digest_check');
  await expect(insertPaper({ signers: '{}' })).rejects.toThrow('issued_document_signers_check');
  const id = await insertPaper();
  const replace = client.query('update documents.issued_document set replaced_by = id where id = $1', [id]);
  await expect(replace).rejects.toThrow('issued_document_replaced_check');
});

const at = instant('2026-11-23T10:00');
const aPaper = (changes: Partial<NewDocument> = {}): NewDocument => ({
  code: newVerificationCode(),
  meaning: 'building-permit',
  subject: { type: 'dossier', id: newId() },
  unitId: newId(),
  number: '12/GPXD',
  title: 'Giấy phép xây dựng',
  file: { id: newId(), digest: DIGEST },
  pdf: Buffer.from('%PDF-1.7'),
  at,
  ...changes,
});

test('an issued paper is found by its code and among those of its dossier', async () => {
  const paper = aPaper({ validUntil: '2027-11-23' });
  const id = await issueDocument(open.db, paper);
  const found = await findIssuedDocument(open.db, paper.code);
  expect(found).toMatchObject({
    id,
    number: '12/GPXD',
    digest: DIGEST,
    issuedAt: at,
    validUntil: '2027-11-23',
    signers: [],
    simulated: false,
  });
  expect(await listIssuedDocuments(open.db, paper.subject.id)).toEqual([found]);
  expect(await findIssuedDocument(open.db, newVerificationCode())).toBeUndefined();
});

test('who signed is read from the paper itself', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vamco-keys-'));
  const { key } =
    makeTestKeys(folder, { mode: 'demo', organisation: 'Tỉnh Tây Ninh' }).keys?.keyOf({
      id: 'p',
      name: 'Phan Văn Đức',
      organisation: 'UBND xã',
    }) ?? {};
  const printed = await printPaper({ title: 'Thư', format: 'A5', letterhead: { body: 'UBND xã' }, blocks: [] }, at);
  const { pdf } = key ? await signAsPerson(printed, key, { name: 'Phan Văn Đức', at }) : {};
  rmSync(folder, { recursive: true });
  const paper = aPaper({ pdf });
  await issueDocument(open.db, paper);
  const signer = { field: 'person_signature', holder: 'Phan Văn Đức', at: '2026-11-23T10:00:00+07:00', test: true };
  expect((await findIssuedDocument(open.db, paper.code))?.signers).toEqual([signer]);
});

test('a paper ends once: replaced by the one its page then names, or withdrawn', async () => {
  const [old, next] = [aPaper(), aPaper()];
  const [oldId, nextId] = [await issueDocument(open.db, old), await issueDocument(open.db, next)];
  expect(await endDocument(open.db, { id: oldId, at, replacedBy: nextId })).toBe(true);
  expect(await endDocument(open.db, { id: oldId, at })).toBe(false);
  const replaced = await findIssuedDocument(open.db, old.code);
  expect([replaced?.replacedBy, replaced && paperState(replaced, '2026-11-23')]).toEqual([next.code, 'replaced']);
  expect(await endDocument(open.db, { id: nextId, at })).toBe(true);
  const revoked = await findIssuedDocument(open.db, next.code);
  expect(revoked && paperState(revoked, '2026-11-23')).toBe('revoked');
});

test('no issued paper is deleted', async () => {
  await expect(client.query('delete from documents.issued_document')).rejects.toThrow('permission denied');
});

test('a blob is infected only with the name of what was found, and unchecked only without a time', async () => {
  const insertBlob = (scan: string, signature: string | null, scannedAt: string | null) =>
    client.query(
      `insert into files.blob (digest, size, type, scan, signature, scanned_at, stored_at) values ($1, 1, 'pdf', $2, $3, $4, '2026-11-23T09:00:00+07:00')`,
      [newId().replaceAll('-', '').repeat(2), scan, signature, scannedAt],
    );
  await insertBlob('unknown', null, null);
  await insertBlob('infected', 'Eicar', '2026-11-23T09:01:00+07:00');
  await expect(insertBlob('infected', null, '2026-11-23T09:01:00+07:00')).rejects.toThrow('blob_signature_check');
  await expect(insertBlob('clean', null, null)).rejects.toThrow('blob_scanned_check');
});
