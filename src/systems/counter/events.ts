/** What the counter writes to the journal. */
import { type TObject, type TProperties, Type } from 'typebox';
import type { Json } from '../../platform/db/json.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { EntrySpec } from '../../platform/system/define-system.ts';

const text = Type.String();
const whole = Type.Integer();
const maybe = Type.Optional(text);
const shape = <T extends TProperties>(properties: T): TObject<T> =>
  Type.Object(properties, { additionalProperties: false }) as TObject<T>;

const entry = (title: LocalText, body: TObject, sample: Record<string, Json>): EntrySpec => ({
  title,
  versions: [{ version: 1, body, sample }],
});

const atPlace = { code: text, place: whole };
const code = 'A012';

const slot = shape({ code: text, from: text, place: whole, group: text });
const aSlot = { code: 'LH7K3M9QWX', from: '2026-11-24T09:00:00+07:00', place: 1, group: 'ho-tich' };

export const counterEntries = {
  'counter.place-opened': entry(
    { vi: 'Mở quầy', en: 'Place opened' },
    shape({ place: whole, groups: Type.Array(text) }),
    { place: 1, groups: ['ho-tich'] },
  ),
  'counter.place-closed': entry({ vi: 'Đóng quầy', en: 'Place closed' }, shape({ place: whole }), { place: 1 }),
  'counter.ticket-taken': entry(
    { vi: 'Lấy số', en: 'Ticket taken' },
    shape({ code: text, group: text, priority: Type.Boolean(), appointment: maybe }),
    { code, group: 'ho-tich', priority: false },
  ),
  'counter.ticket-called': entry({ vi: 'Gọi số', en: 'Ticket called' }, shape(atPlace), { code, place: 1 }),
  'counter.ticket-called-again': entry(
    { vi: 'Gọi lại số', en: 'Ticket called again' },
    shape({ ...atPlace, calls: whole }),
    { code, place: 1, calls: 2 },
  ),
  'counter.serving-started': entry({ vi: 'Bắt đầu phục vụ', en: 'Serving started' }, shape(atPlace), {
    code,
    place: 1,
  }),
  'counter.serving-ended': entry({ vi: 'Phục vụ xong', en: 'Serving ended' }, shape({ ...atPlace, dossier: maybe }), {
    code,
    place: 1,
    dossier: 'H53.101.1-261123-0001',
  }),
  'counter.ticket-absent': entry({ vi: 'Gọi không có mặt', en: 'Nobody came' }, shape({ ...atPlace, calls: whole }), {
    code,
    place: 1,
    calls: 2,
  }),
  'counter.ticket-returned': entry({ vi: 'Trở lại chờ', en: 'Came back' }, shape({ code: text }), { code }),
  'counter.ticket-transferred': entry(
    { vi: 'Chuyển quầy', en: 'Sent to another place' },
    shape({ code: text, from: whole, to: Type.Optional(whole), group: text }),
    { code, from: 1, to: 2, group: 'chung-thuc' },
  ),
  'counter.ticket-closed': entry(
    { vi: 'Đóng số khi hết ngày', en: 'Ticket closed at day’s end' },
    shape({ code: text, state: text }),
    { code, state: 'waiting' },
  ),
  'counter.device-added': entry({ vi: 'Thêm thiết bị', en: 'Device added' }, shape({ device: text, kind: text }), {
    device: '01939b5e-0000-7000-8000-000000000001',
    kind: 'kiosk',
  }),
  'counter.device-code-given': entry({ vi: 'Cấp mã cho thiết bị', en: 'Device given a code' }, shape({ kind: text }), {
    kind: 'kiosk',
  }),
  'counter.device-signed-in': entry({ vi: 'Thiết bị vào hệ thống', en: 'Device signed in' }, shape({ kind: text }), {
    kind: 'kiosk',
  }),
  'counter.device-revoked': entry({ vi: 'Thu hồi thiết bị', en: 'Device revoked' }, shape({ kind: text }), {
    kind: 'kiosk',
  }),
  'counter.appointment-booked': entry({ vi: 'Đặt lịch hẹn', en: 'Appointment booked' }, slot, aSlot),
  'counter.appointment-moved': entry({ vi: 'Đổi lịch hẹn', en: 'Appointment moved' }, slot, aSlot),
  'counter.appointment-cancelled': entry({ vi: 'Hủy lịch hẹn', en: 'Appointment cancelled' }, slot, aSlot),
  'counter.appointment-called-off': entry(
    { vi: 'Lịch hẹn không còn do đổi ngày làm việc', en: 'Appointment called off' },
    slot,
    aSlot,
  ),
  'counter.appointment-arrived': entry({ vi: 'Đến theo lịch hẹn', en: 'Came to the appointment' }, slot, aSlot),
  'counter.appointment-absent': entry(
    { vi: 'Không đến theo lịch hẹn', en: 'Did not come to the appointment' },
    slot,
    aSlot,
  ),
  'counter.appointment-reminded': entry({ vi: 'Nhắc lịch hẹn', en: 'Reminded of the appointment' }, slot, aSlot),
} as const satisfies Record<string, EntrySpec>;
