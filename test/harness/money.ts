/** Money for a house under test: cases that cost something, and what came in for them. */
import { isoOf } from '../../src/platform/calendar/instant.ts';
import { writeAct } from '../../src/platform/cases/act.ts';
import { newId } from '../../src/platform/db/ids.ts';
import { collectionRow } from '../../src/systems/payments/collections.ts';
import type { House } from './house.ts';

interface CaseToMake {
  readonly unitId?: string;
  readonly applicantId?: string;
  readonly status?: 'submitted' | 'open' | 'closed';
  readonly outcome?: string;
  readonly received?: boolean;
}

/** A case as dossiers write it, without a dossier behind it. */
export async function aDossierCase<T>({ db, platform }: House<T>, made: CaseToMake = {}): Promise<string> {
  const id = newId();
  const at = isoOf(platform.clock());
  const values = {
    id,
    kind: 'dossier',
    code: `H53.1-${id.slice(-12)}`,
    title: 'Đăng ký khai sinh',
    person_name: 'Nguyễn Thị Lúa',
    applicant_id: made.applicantId ?? null,
    receiving_unit: made.unitId ?? null,
    search: '',
    status: made.status ?? 'open',
    outcome: made.outcome ?? null,
    received_at: made.received === false ? null : at,
    flags: [],
    opened_at: at,
    changed_at: at,
    simulated: false,
    version: 1,
  };
  await writeAct(db, { rows: [{ table: 'cases.case', op: 'insert', values }], entries: [] });
  return id;
}

interface MoneyToMake {
  readonly caseId: string;
  readonly unitId: string | null;
  readonly amount: number;
  readonly takenBy?: string;
  readonly transaction?: string;
}

/** Cash, or a transfer where it has a transaction. */
export async function aCollection<T>({ db, platform }: House<T>, made: MoneyToMake): Promise<string> {
  const { id, row } = collectionRow({
    caseId: made.caseId,
    caseCode: `H53.1-${made.caseId.slice(-12)}`,
    unitId: made.unitId,
    amount: made.amount,
    by: made.transaction === undefined ? 'counter' : 'bank',
    ...(made.transaction === undefined ? {} : { transaction: made.transaction }),
    ...(made.takenBy === undefined ? {} : { takenBy: made.takenBy }),
    at: platform.clock(),
    simulated: false,
  });
  await writeAct(db, { rows: [row], entries: [] });
  return id;
}
