/** The measure of procedures in force (thủ tục đang có hiệu lực), for indicators to count what there is on a day. */
import type { SnapshotMeasure } from '../../platform/indicators/measure.ts';
import { listOffered } from './offered.ts';

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
    const offered = await listOffered(db, day);
    return offered.map(({ code, online, onlineKnown, field, hasFee, feesKnown, paidOnline }) => ({
      subject: code,
      label: code,
      values: {
        field,
        has_fee: hasFee,
        fees_known: feesKnown,
        paid_online: paidOnline,
        ...(onlineKnown && { level: online }),
      },
    }));
  },
};
