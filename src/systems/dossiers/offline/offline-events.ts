/** What reserving and voiding numbers, and receiving without a line, write to the journal. */
import { Type } from 'typebox';
import type { EntrySpec } from '../../../platform/system/define-system.ts';
import { At, at, code, file, v1 } from '../entry-spec.ts';

const Codes = Type.Array(Type.String());
const Day = Type.String();
const exact = { additionalProperties: false } as const;

export const offlineEntries = {
  'dossiers.numbers-reserved': {
    title: { vi: 'Giữ trước số hồ sơ', en: 'Numbers reserved' },
    versions: [
      {
        version: 1,
        body: Type.Object({ day: Day, device: Type.String(), codes: Codes }, exact),
        sample: { day: '2026-11-23', device: file, codes: [code] },
      },
    ],
  },
  'dossiers.numbers-voided': {
    title: { vi: 'Hủy số hồ sơ giữ trước', en: 'Reserved numbers voided' },
    versions: [
      {
        version: 1,
        body: Type.Object({ day: Day, codes: Codes, why: Type.String() }, exact),
        sample: { day: '2026-11-23', codes: [code], why: 'closed' },
      },
    ],
  },
  'dossiers.received-offline': v1(
    { vi: 'Nhận khi mất mạng', en: 'Received without a line' },
    // clock_off: seconds by which the counter's clock was ahead; 0 where it was right
    { reserved: Type.String(), received: At, sent: At, clock_off: Type.Integer() },
    { reserved: code, received: at, sent: at, clock_off: 0 },
  ),
} as const satisfies Record<string, EntrySpec>;
