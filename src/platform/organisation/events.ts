/** Journal entries of the organisation. */
import { Type } from 'typebox';
import type { EntrySpec } from '../system/define-system.ts';

const Id = Type.String({ format: 'uuid' });
const DayText = Type.String({ format: 'date' });
const SAMPLE_ID = '01936f00-0000-7000-8000-000000000001';

export const organisationEntries: Readonly<Record<string, EntrySpec>> = {
  'organisation.loaded': {
    title: { vi: 'Nạp tổ chức bộ máy từ gói dữ liệu', en: 'Organisation loaded from the pack' },
    versions: [
      {
        version: 1,
        body: Type.Object({
          digest: Type.String(),
          areas: Type.Integer(),
          units: Type.Integer(),
          positions: Type.Integer(),
        }),
        sample: { digest: '0'.repeat(64), areas: 201, units: 889, positions: 2244 },
      },
    ],
  },
  'organisation.position-held': {
    title: { vi: 'Giữ vị trí công tác', en: 'Position held' },
    versions: [
      {
        version: 1,
        body: Type.Object({ holding: Id, position: Id, unit: Id, from: DayText, to: Type.Optional(DayText) }),
        sample: { holding: SAMPLE_ID, position: SAMPLE_ID, unit: SAMPLE_ID, from: '2026-11-23' },
      },
      {
        // since version 2: in which manner, and the paper that acting rests on
        version: 2,
        body: Type.Object({
          holding: Id,
          position: Id,
          unit: Id,
          from: DayText,
          to: Type.Optional(DayText),
          manner: Type.Union([Type.Literal('full'), Type.Literal('acting'), Type.Literal('in-charge')]),
          document: Type.Optional(Type.String()),
        }),
        sample: {
          holding: SAMPLE_ID,
          position: SAMPLE_ID,
          unit: SAMPLE_ID,
          from: '2026-11-23',
          to: '2026-12-31',
          manner: 'acting',
          document: '12/QĐ-UBND',
        },
      },
    ],
  },
  'organisation.delegation-given': {
    title: { vi: 'Ủy quyền', en: 'Delegation given' },
    versions: [
      {
        version: 1,
        body: Type.Object({
          delegation: Id,
          giver: Id,
          delegate: Id,
          position: Id,
          unit: Id,
          from: DayText,
          to: DayText,
          document: Type.Optional(Type.String()),
          absence: Type.Optional(Id),
        }),
        sample: {
          delegation: SAMPLE_ID,
          giver: SAMPLE_ID,
          delegate: SAMPLE_ID,
          position: SAMPLE_ID,
          unit: SAMPLE_ID,
          from: '2026-11-23',
          to: '2026-11-27',
          document: '12/QĐ-UBND',
        },
      },
    ],
  },
  'organisation.delegation-ended': {
    title: { vi: 'Thôi ủy quyền trước hạn', en: 'Delegation ended early' },
    versions: [
      {
        version: 1,
        body: Type.Object({ delegation: Id, giver: Id, delegate: Id, position: Id, was_to: DayText }),
        sample: {
          delegation: SAMPLE_ID,
          giver: SAMPLE_ID,
          delegate: SAMPLE_ID,
          position: SAMPLE_ID,
          was_to: '2026-11-27',
        },
      },
    ],
  },
  'organisation.absence-said': {
    title: { vi: 'Báo vắng mặt', en: 'Absence said' },
    versions: [
      {
        version: 1,
        body: Type.Object({ absence: Id, substitute: Type.Optional(Id), from: DayText, to: DayText }),
        sample: { absence: SAMPLE_ID, substitute: SAMPLE_ID, from: '2026-11-23', to: '2026-11-27' },
      },
    ],
  },
  'organisation.absence-ended': {
    title: { vi: 'Hết vắng mặt trước hạn', en: 'Absence ended early' },
    versions: [
      {
        version: 1,
        body: Type.Object({ absence: Id, was_to: DayText }),
        sample: { absence: SAMPLE_ID, was_to: '2026-11-27' },
      },
    ],
  },
  'organisation.holding-ended': {
    title: { vi: 'Thôi giữ vị trí công tác', en: 'Position given up' },
    versions: [
      {
        version: 1,
        body: Type.Object({ holding: Id, position: Id, to: DayText }),
        sample: { holding: SAMPLE_ID, position: SAMPLE_ID, to: '2026-11-23' },
      },
    ],
  },
  'organisation.change-started': {
    title: { vi: 'Lập bản thay đổi tổ chức', en: 'Change of the organisation begun' },
    versions: [{ version: 1, body: Type.Object({ items: Type.Integer() }), sample: { items: 1 } }],
  },
  'organisation.change-saved': {
    title: { vi: 'Sửa bản thay đổi tổ chức', en: 'Change of the organisation saved' },
    versions: [
      {
        version: 1,
        body: Type.Object({ items: Type.Integer(), version: Type.Integer() }),
        sample: { items: 2, version: 2 },
      },
    ],
  },
  'organisation.change-discarded': {
    title: { vi: 'Bỏ bản thay đổi tổ chức', en: 'Change of the organisation discarded' },
    versions: [{ version: 1, body: Type.Object({ items: Type.Integer() }), sample: { items: 1 } }],
  },
  'organisation.change-published': {
    title: { vi: 'Công bố bản thay đổi tổ chức', en: 'Change of the organisation published' },
    versions: [
      {
        version: 1,
        body: Type.Object({ from: DayText, items: Type.Integer() }),
        sample: { from: '2026-12-01', items: 12 },
      },
    ],
  },
  'organisation.change-taken-back': {
    title: { vi: 'Rút lại bản thay đổi tổ chức', en: 'Change of the organisation taken back' },
    versions: [{ version: 1, body: Type.Object({ from: DayText }), sample: { from: '2026-12-01' } }],
  },
  'organisation.change-in-force': {
    title: { vi: 'Bản thay đổi tổ chức có hiệu lực', en: 'Change of the organisation in force' },
    versions: [
      {
        version: 1,
        body: Type.Object({ from: DayText, items: Type.Integer() }),
        sample: { from: '2026-12-01', items: 12 },
      },
    ],
  },
  'organisation.successor-named': {
    title: { vi: 'Chỉ định đơn vị kế thừa', en: 'Successor named' },
    versions: [{ version: 1, body: Type.Object({ successor: Id }), sample: { successor: SAMPLE_ID } }],
  },
};
