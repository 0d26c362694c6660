/** The dossiers of one account, the latest first, paged by key; from the case table alone. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { CaseStatus } from '../../platform/cases/tables.ts';
import { isId } from '../../platform/db/ids.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';

export interface OwnDossier {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly status: CaseStatus;
  readonly outcome: string | null;
  readonly waiting: string | null;
  readonly openedAt: Instant;
  readonly dueAt: Instant | null;
  /** Its state in few words. */
  readonly state: LocalText;
}

export interface OwnQuestion {
  readonly accountId: string;
  readonly limit: number;
  /** From `next` of the page before. */
  readonly after?: string;
}

export async function listOwnDossiers(
  db: QueryExecutorProvider,
  { accountId, limit, after }: OwnQuestion,
): Promise<{ rows: OwnDossier[]; next: string | undefined }> {
  const beyond = after !== undefined && isId(after) ? sql`and c.id < ${after}::uuid` : sql``;
  const found = await sql<Omit<OwnDossier, 'state'>>`
    select c.id, c.code, c.title, c.status, c.outcome, c.waiting, c.opened_at as "openedAt", c.due_at as "dueAt"
    from cases.case c where c.applicant_id = ${accountId} and c.kind = 'dossier' ${beyond}
    order by c.id desc limit ${limit + 1}
  `.execute(db);
  const rows = found.rows.slice(0, limit).map((row) => ({ ...row, state: stateOf(row) }));
  return { rows, next: found.rows.length > limit ? rows.at(-1)?.id : undefined };
}

function stateOf({ status, waiting, outcome }: Omit<OwnDossier, 'state'>): LocalText {
  if (status === 'closed') return ENDED[outcome ?? 'approved'] ?? { vi: 'Đã kết thúc', en: 'Closed' };
  if (waiting !== null) return WAITING[waiting] ?? { vi: 'Chờ người nộp', en: 'Waiting for you' };
  if (status === 'submitted') return { vi: 'Chờ tiếp nhận', en: 'Waiting to be accepted' };
  return status === 'decided'
    ? { vi: 'Đã có kết quả', en: 'The result is ready' }
    : { vi: 'Đang giải quyết', en: 'In process' };
}

const WAITING: Readonly<Record<string, LocalText>> = {
  supplement: { vi: 'Chờ bổ sung', en: 'To be completed' },
  'financial-obligation': { vi: 'Chờ nộp tiền', en: 'To be paid' },
  consultation: { vi: 'Chờ ý kiến cơ quan khác', en: 'Waiting for another office' },
  'draft-confirmation': { vi: 'Chờ xác nhận bản dự thảo', en: 'Draft to be confirmed' },
};

const ENDED: Readonly<Record<string, LocalText>> = {
  approved: { vi: 'Đã trả kết quả', en: 'Result handed over' },
  rejected: { vi: 'Từ chối giải quyết', en: 'Refused' },
  silence: { vi: 'Được thực hiện', en: 'May go ahead' },
  'not-accepted': { vi: 'Không được tiếp nhận', en: 'Not accepted' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
  stopped: { vi: 'Đã dừng giải quyết', en: 'Stopped' },
  refused: { vi: 'Từ chối giải quyết', en: 'Refused' },
};
