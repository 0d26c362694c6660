/** The measure of finished dossiers (hồ sơ đã kết thúc): each as it was measured, for indicators to count. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { Variables } from '../../platform/conditions/subject.ts';
import type { Fact, ToldMeasure } from '../../platform/indicators/measure.ts';
import { getVersion } from '../procedures/index.ts';
import { FIGURE_LIST } from './asked.ts';

export const FINISHED = 'statistics.finished';

/** The reader that makes the numbers of dossiers. */
export const FOLLOW = 'statistics.follow';

const variables: Variables = {
  channel: {
    type: 'string',
    label: { vi: 'Kênh nộp', en: 'channel' },
    words: {
      online: { vi: 'trực tuyến', en: 'online' },
      counter: { vi: 'trực tiếp', en: 'at the counter' },
      post: { vi: 'bưu chính', en: 'by post' },
    },
  },
  outcome: {
    type: 'string',
    label: { vi: 'Cách kết thúc', en: 'outcome' },
    words: {
      approved: { vi: 'có kết quả', en: 'approved' },
      rejected: { vi: 'trả lời không đồng ý', en: 'rejected' },
      refused: { vi: 'từ chối giải quyết', en: 'refused' },
      silence: { vi: 'quá hạn không trả lời', en: 'decided by silence' },
      'not-accepted': { vi: 'không tiếp nhận', en: 'not accepted' },
      withdrawn: { vi: 'rút hồ sơ', en: 'withdrawn' },
      stopped: { vi: 'dừng giải quyết', en: 'stopped' },
    },
  },
  standing: {
    type: 'string',
    label: { vi: 'So với hạn', en: 'standing against the term' },
    words: {
      early: { vi: 'trước hạn', en: 'early' },
      'on-time': { vi: 'đúng hạn', en: 'on time' },
      late: { vi: 'quá hạn', en: 'late' },
      'no-term': { vi: 'không tính hạn', en: 'no term' },
    },
  },
  level: {
    type: 'string',
    label: { vi: 'Mức độ trực tuyến của thủ tục', en: 'online level of the procedure' },
    words: {
      full: { vi: 'toàn trình', en: 'wholly online' },
      part: { vi: 'một phần', en: 'partly online' },
      none: { vi: 'không trực tuyến', en: 'not online' },
    },
  },
  procedure: { type: 'string', label: { vi: 'Thủ tục', en: 'procedure' } },
  field: { type: 'string', label: { vi: 'Lĩnh vực', en: 'field' } },
  requests: { type: 'int', label: { vi: 'Số lần yêu cầu bổ sung', en: 'requests for more papers' } },
  score: { type: 'int', label: { vi: 'Điểm đánh giá', en: 'score given' } },
  complained: { type: 'bool', label: { vi: 'Bị chê thái độ', en: 'attitude complained of' } },
  duty: {
    type: 'string',
    label: { vi: 'Nghĩa vụ tài chính', en: 'financial duty' },
    words: {
      none: { vi: 'không có', en: 'none' },
      owed: { vi: 'có, không trả trực tuyến', en: 'owed, not paid online' },
      'paid-online': { vi: 'trả trực tuyến', en: 'paid online' },
    },
  },
  digital: { type: 'bool', label: { vi: 'Mọi giấy tờ có bản điện tử', en: 'all papers digital' } },
  electronic: { type: 'bool', label: { vi: 'Kết quả có bản điện tử', en: 'electronic result' } },
};

export const finishedMeasure: ToldMeasure = {
  kind: 'told',
  title: { vi: 'Hồ sơ đã kết thúc', en: 'Finished dossiers' },
  variables,
  subscriber: FOLLOW,
  hrefOf: ({ label }) => `${FIGURE_LIST}/${label}`,
  async tell(db, { after, limit }) {
    const facts = await listFinished(db, { after, limit });
    return { facts, next: facts.length < limit ? undefined : facts.at(-1)?.subject };
  },
};

interface Finished {
  readonly subject: string;
  readonly label: string;
  readonly at: Instant;
  readonly unit: string;
  readonly simulated: boolean;
  readonly channel: string;
  readonly outcome: string;
  readonly standing: string;
  readonly procedure: string;
  readonly version: string | null;
  readonly requests: number;
  readonly score: number | null;
  readonly complained: boolean;
  readonly duty: string;
  readonly digital: boolean;
  readonly electronic: boolean | null;
}

/** Those of some dossiers that have ended, or all that have, some at a time by id. */
export async function listFinished(
  db: QueryExecutorProvider,
  asked: { readonly ids: readonly string[] } | { readonly after: string | undefined; readonly limit: number },
): Promise<Fact[]> {
  const within =
    'ids' in asked
      ? sql`h.case_id = any(${asked.ids}::uuid[])`
      : asked.after === undefined
        ? sql`true`
        : sql`h.case_id > ${asked.after}::uuid`;
  const found = await sql<Finished>`
    select h.case_id as subject, c.code as label, h.finished_at as at, h.unit_id as unit, h.simulated, h.channel, h.outcome, h.standing,
      h.procedure_code as procedure, c.definition_id as version, h.requests, h.score, h.complained, h.duty, h.digital, h.electronic
    from statistics.handling h join cases.case c on c.id = h.case_id
    where h.finished_at is not null and ${within} order by h.case_id limit ${'ids' in asked ? null : asked.limit}
  `.execute(db);
  return Promise.all(found.rows.map(async (row) => factOf(row, await pinnedOf(db, row.version))));
}

interface Pinned {
  readonly field?: string;
  readonly level?: string;
}

/** Of the version that the dossier was submitted under. A level that nobody has verified is not known. */
async function pinnedOf(db: QueryExecutorProvider, id: string | null): Promise<Pinned> {
  const version = id === null ? undefined : await getVersion(db, id);
  if (!version) return {};
  const { field, online } = version.definition;
  const isKnown = online.level !== 'unknown' && online.confirm === undefined;
  return { field: field.code, ...(isKnown && { level: online.level }) };
}

/** What nobody knows is left out: the level that the catalogue does not state, the rating that was not given. */
function factOf({ subject, label, at, unit, simulated, ...row }: Finished, pinned: Pinned): Fact {
  const { version: _, score, electronic, ...known } = row;
  return {
    subject,
    label,
    at,
    unit,
    simulated,
    values: {
      ...known,
      ...pinned,
      ...(score !== null && { score }),
      ...(electronic !== null && { electronic }),
    },
  };
}
