import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts';
import { newId } from '../db/ids.ts';
import { newVerificationCode } from './verification-code.ts';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await testDatabase();
  client = new Client({ connectionString: database.appUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
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
