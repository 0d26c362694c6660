/** Files of the register: the printed book for a span that a person leafs through, the workbook for any. */
import type { Instant } from '../../platform/calendar/instant.ts';
import { streamRegisterWorkbook } from '../../platform/documents/slips/register-workbook.ts';
import type { RegisterRow, RegisterSpan } from '../../platform/documents/slips/register.ts';
import { renderRegister } from '../../platform/documents/slips/slip.ts';
import type { SlipContext, SlipOffice } from '../../platform/documents/slips/slip-context.ts';
import type { Db } from '../../platform/db/database.ts';
import { maskPhone } from '../../platform/identity/mask.ts';
import { listRegister, readRegister, type RegisteredDossier, type RegisterQuestion } from './list-register.ts';
import { noteReadings } from './note-reading.ts';
import type { DossierTables } from './tables.ts';

/** A row takes a millisecond to draw, and drawing waits for nobody: a book of more is split by its days, or read as a workbook. */
export const PRINTED_AT_MOST = 1000;
/** A hundred thousand in 15 s beside other work; a thousand at once held everybody up for 0.3 s. */
const BATCH = 250;

export interface RegisterFile {
  readonly asked: RegisterQuestion;
  readonly span: RegisterSpan;
  readonly office: SlipOffice;
  readonly at: Instant;
  readonly simulated: boolean;
  /** Addresses and telephones in full, for whom and what for; each dossier's journal of readings holds it. */
  readonly inFull?: { readonly accountId: string; readonly purpose: string };
}

export async function printRegister(db: Db<DossierTables>, wanted: RegisterFile): Promise<Uint8Array> {
  const { rows } = await listRegister(db, wanted.asked, { limit: PRINTED_AT_MOST, newestFirst: false });
  await noteRead(db, wanted, rows);
  const book = { ...wanted.span, rows: rows.map((row) => lineOf(row, wanted)) };
  return renderRegister(book, contextOf(wanted));
}

export const streamRegister = (db: Db<DossierTables>, wanted: RegisterFile) =>
  streamRegisterWorkbook({ ...wanted.span, rows: linesOf(db, wanted) }, contextOf(wanted));

async function* linesOf(db: Db<DossierTables>, wanted: RegisterFile): AsyncGenerator<RegisterRow> {
  for await (const rows of readRegister(db, wanted.asked, BATCH)) {
    await noteRead(db, wanted, rows);
    for (const row of rows) yield lineOf(row, wanted);
  }
}

const contextOf = ({ at, office, simulated }: RegisterFile): SlipContext => ({ at, office, simulated });

async function noteRead(
  db: Db<DossierTables>,
  { inFull }: RegisterFile,
  rows: readonly RegisteredDossier[],
): Promise<void> {
  if (!inFull) return;
  const { accountId, purpose } = inFull;
  await noteReadings(db, { accountId, subjects: rows.map(({ id }) => id), what: `applicant.contact: ${purpose}` });
}

const RECEIVED: Readonly<Record<string, string>> = {
  counter: 'Tại nơi tiếp nhận',
  post: 'Qua bưu chính',
  electronic: 'Bản điện tử',
};

function lineOf(row: RegisteredDossier, { inFull }: RegisterFile): RegisterRow {
  const contact = inFull
    ? [row.address, row.phone].filter(Boolean).join(', ')
    : row.phone === null
      ? ''
      : maskPhone(row.phone);
  return {
    dossierCode: row.code,
    procedure: row.title,
    sets: 1,
    applicant: row.person ?? '',
    contact,
    handlingBody: row.handledBy?.vi ?? '',
    receivedAt: row.receivedAt,
    ...(row.dueAt !== null && { dueAt: row.dueAt }),
    ...(row.returnedAt !== null && { returnedAt: row.returnedAt }),
    resultBy: RECEIVED[row.receiveBy] ?? '',
  };
}
