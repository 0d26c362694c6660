/** The measure of procedures in force (thủ tục đang có hiệu lực), for indicators to count what there is on a day. */
import { sql } from 'kysely';
import type { SnapshotMeasure } from '../../platform/indicators/measure.ts';

/** A level that nobody has stated, or that was inferred and not verified, is left out: a way of handing in online is no proof of it. */
export const offeredMeasure: SnapshotMeasure = {
  kind: 'snapshot',
  title: { vi: 'Thủ tục tỉnh tiếp nhận, đang có hiệu lực', en: 'Procedures of the province in force' },
  variables: {
    level: {
      type: 'string',
      label: { vi: 'Mức độ trực tuyến', en: 'online level' },
      words: {
        full: { vi: 'toàn trình', en: 'wholly online' },
        part: { vi: 'một phần', en: 'partly online' },
        none: { vi: 'không trực tuyến', en: 'not online' },
      },
    },
    field: { type: 'string', label: { vi: 'Lĩnh vực', en: 'field' } },
    has_fee: { type: 'bool', label: { vi: 'Có phí, lệ phí', en: 'has a fee' } },
    fees_known: { type: 'bool', label: { vi: 'Mức phí đã công khai', en: 'fees published' } },
    paid_online: { type: 'bool', label: { vi: 'Thanh toán trực tuyến được', en: 'can be paid online' } },
  },
  hrefOf: ({ label }) => `/thu-tuc/${label}`,
  async list(db, day) {
    const found = await sql<{
      code: string;
      level: string;
      field: string;
      has_fee: boolean;
      fees_known: boolean;
      paid_online: boolean;
    }>`
      select p.code, case when v.definition #> '{online,confirm}' is null then v.definition #>> '{online,level}' else 'unknown' end as level, p.field,
        jsonb_array_length(v.definition -> 'fees') > 0 as has_fee,
        jsonb_array_length(v.definition -> 'fees') > 0
          and not jsonb_path_exists(v.definition, '$.fees[*].formula ? (@.kind == "text")') as fees_known,
        jsonb_path_exists(v.definition, '$.fees[*].formula ? (@.kind != "text" && @.kind != "assessed")')
          and jsonb_path_exists(v.definition, '$.channels[*] ? (@.method == "online")') as paid_online
      from procedures.procedure p join procedures.version v on v.procedure_id = p.id
      where p.offered and v.superseded_at is null and daterange(v.valid_from, v.valid_to, '[]') @> ${day}::date order by p.code
    `.execute(db);
    return found.rows.map(({ code, level, ...known }) => ({
      subject: code,
      label: code,
      values: { ...known, ...(level !== 'unknown' && { level }) },
    }));
  },
};
