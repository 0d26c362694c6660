/** Sealing a receipt (ký số biên lai điện tử): the paper with the electronic signature of the agency that takes the money, made once and kept. Asked for again it is the same bytes. */
import { createHash } from 'node:crypto';
import { writeAct } from '../../../platform/cases/act.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Json } from '../../../platform/db/json.ts';
import { findIssuedDocument, issueDocument } from '../../../platform/documents/issued-document.ts';
import { findKey } from '../../../platform/documents/signatures/key-ring.ts';
import { sealNumbered } from '../../../platform/documents/signatures/sign.ts';
import { findFiles, readFileBytes, storeFile } from '../../../platform/files/store-file.ts';
import { removeFiles } from '../../../platform/files/sweep.ts';
import { programActor } from '../../../platform/identity/signed-in.ts';
import { addJob } from '../../../platform/jobs/add-job.ts';
import { sealEntry } from '../../../platform/journal/entry.ts';
import type { Subscriber } from '../../../platform/journal/subscribers.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import { listNamedItems } from '../name-items.ts';
import type { PaymentTables } from '../tables.ts';
import { printReceipt } from './print-receipt.ts';
import { receiptName } from './receipt-name.ts';
import { findReceipt, type RegisteredReceipt } from './register.ts';

export const SEAL_RECEIPTS = 'payments.seal-receipts';

/** Cash has its receipt from the subscriber that takes note of it, which asks for itself. */
export const followReceipts: Subscriber = {
  name: 'payments.seal-receipts',
  types: ['payments.fee-paid', 'payments.receipt-voided'],
  async handle(trx, entry) {
    const { case: caseId } = entry.body as { case: string | null };
    if (caseId !== null) await askToSeal(trx, caseId);
  },
};

/** In a subscriber's transaction. What is simulated would fill the files with papers that nobody reads: those are sealed when somebody does. */
export async function askToSeal(trx: Db, caseId: string): Promise<void> {
  const found = await trx.selectFrom('cases.case').select('simulated').where('id', '=', caseId).executeTakeFirst();
  if (found && !found.simulated)
    await addJob(trx, SEAL_RECEIPTS, { case: caseId }, { key: `${SEAL_RECEIPTS}:${caseId}` });
}

/** Throws when the agency's key cannot sign: the job is tried again. */
export async function sealReceipts(platform: Platform<PaymentTables>, payload: Json): Promise<void> {
  const { case: caseId } = payload as { case: string };
  const rows = await platform.db
    .selectFrom('payments.receipt')
    .select('id')
    .where('case_id', '=', caseId)
    .where('voided_at', 'is', null)
    .execute();
  for (const { id } of rows) {
    const receipt = await findReceipt(platform.db, { id }, 'all');
    const sealed = receipt && (await readSealed(platform, receipt));
    if (sealed && 'fault' in sealed) throw new Error(`receipt ${receiptName(receipt)}: ${sealed.fault}`);
  }
}

type Sealed = { readonly pdf: Uint8Array } | { readonly fault: string };

/** Undefined for a receipt that no agency can sign: of no unit, without a code to check it by, or out of force before it was sealed. */
export async function readSealed(
  platform: Platform<PaymentTables>,
  receipt: RegisteredReceipt,
): Promise<Sealed | undefined> {
  const { checkCode, unitId, unit } = receipt;
  if (checkCode === null || unitId === null || unit === null) return undefined;
  const kept = await findKept(platform, checkCode);
  if (kept) return { pdf: kept };
  if (receipt.voidedAt !== null) return undefined;
  const key = findKey(platform, { id: unitId, name: unit.vi, organisation: unit.vi });
  if (!key.key) return { fault: key.fault.message.vi };
  const at = platform.clock();
  const reason = `Biên lai ${receiptName(receipt)}`;
  const sealed = await sealNumbered(await printOf(platform, receipt, true), key.key, { agency: unit.vi, at, reason });
  if (!sealed.pdf) return { fault: sealed.fault.message.vi };
  await keep(platform, receipt, { pdf: sealed.pdf, checkCode, unitId });
  const pdf = await findKept(platform, checkCode);
  return pdf ? { pdf } : undefined;
}

/** The paper as it is printed, with the places of the signature where it is going to be sealed. */
export async function printOf(
  { db, config }: Pick<Platform<PaymentTables>, 'db' | 'config'>,
  receipt: RegisteredReceipt,
  sealed = false,
): Promise<Uint8Array> {
  const items = await listNamedItems(db, receipt.caseId);
  return printReceipt({
    receipt,
    items: items.map(({ name, amount }) => ({ name: name.vi, amount })),
    origin: config.publicUrl ?? `http://${config.host}:${config.port}`,
    sealed,
  });
}

async function findKept(
  { db, config }: Pick<Platform<PaymentTables>, 'db' | 'config'>,
  checkCode: string,
): Promise<Uint8Array | undefined> {
  const paper = await findIssuedDocument(db, checkCode);
  const [file] = paper ? await findFiles({ db, config }, { ids: [paper.fileId] }) : [];
  return file && !file.closed ? readFileBytes(config, file.digest) : undefined;
}

interface NewSealed {
  readonly pdf: Uint8Array;
  readonly checkCode: string;
  readonly unitId: string;
}

/** Sealed twice at once, the first stays. */
async function keep(
  { db, config, clock }: Platform<PaymentTables>,
  receipt: RegisteredReceipt,
  { pdf, checkCode, unitId }: NewSealed,
): Promise<void> {
  const at = clock();
  const subject = { type: 'payments.receipt', id: receipt.id };
  const name = `bien-lai-${receipt.number}.pdf`;
  const stored = await storeFile(
    { db, config },
    { name, bytes: pdf, mime: 'application/pdf', purpose: 'result', owner: subject, at },
  );
  if (!stored.file) throw new Error(`receipt ${receiptName(receipt)} was not stored: ${stored.fault.code}`);
  const { id } = stored.file;
  const digest = createHash('sha256').update(pdf).digest('hex');
  const isFirst = await db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('payments.receipt')
      .select('voided_at')
      .where('id', '=', receipt.id)
      .forUpdate()
      .executeTakeFirst();
    if (row?.voided_at !== null || (await findIssuedDocument(trx, checkCode))) return false;
    await issueDocument(trx, {
      code: checkCode,
      meaning: 'payment-receipt',
      subject,
      unitId,
      number: receiptName(receipt),
      title: `Biên lai thu phí, lệ phí ${receiptName(receipt)}`,
      file: { id, digest },
      pdf,
      at,
      simulated: receipt.simulated,
    });
    const { series, number, caseId } = receipt;
    const entry = sealEntry(
      { type: 'payments.receipt-sealed', body: { case: caseId, series, number, digest } },
      { actor: programActor(SEAL_RECEIPTS), subject, at },
    );
    await writeAct(trx, { rows: [], entries: [entry] });
    return true;
  });
  if (!isFirst) await removeFiles(db as unknown as Db, [id]);
}
