/** What the operations centre writes to the journal. */
import { type TObject, type TProperties, Type } from 'typebox';
import type { Json } from '../../platform/db/json.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { EntrySpec } from '../../platform/system/define-system.ts';

const text = Type.String();
const maybe = Type.Optional(text);
const level = Type.Integer({ minimum: 1, maximum: 5 });
const shape = <T extends TProperties>(properties: T): TObject<T> =>
  Type.Object(properties, { additionalProperties: false }) as TObject<T>;

const entry = (title: LocalText, body: TObject, sample: Record<string, Json>): EntrySpec => ({
  title,
  versions: [{ version: 1, body, sample }],
});

const code = 'SC.H53.101-261123-0001';
const at = '2026-11-23T14:05:00+07:00';
const id = '019ab000-0000-7000-8000-000000000001';

export const centreEntries = {
  'operations-centre.incident-opened': entry(
    { vi: 'Mở sự cố', en: 'Incident opened' },
    shape({ code: text, kind: text, severity: level, by: text, drill: maybe, from: maybe }),
    { code, kind: 'fire', severity: 4, by: 'hand' },
  ),
  'operations-centre.signal-joined': entry(
    { vi: 'Thêm tín hiệu', en: 'Signal joined' },
    shape({ code: text, signal: text, source: text, severity: level }),
    { code, signal: id, source: 'feedback.dossier-rated', severity: 2 },
  ),
  'operations-centre.incident-taken': entry({ vi: 'Nhận xử lý', en: 'Incident taken' }, shape({ code: text }), {
    code,
  }),
  'operations-centre.incident-on-site': entry({ vi: 'Có mặt tại chỗ', en: 'On site' }, shape({ code: text }), { code }),
  'operations-centre.incident-handed-over': entry(
    { vi: 'Giao người khác', en: 'Handed over' },
    shape({ code: text, to: text, unit: text }),
    { code, to: id, unit: id },
  ),
  'operations-centre.incident-passed': entry(
    { vi: 'Chuyển trung tâm', en: 'Passed to another centre' },
    shape({ code: text, from: maybe, unit: text, district: maybe }),
    { code, from: id, unit: id },
  ),
  'operations-centre.severity-changed': entry(
    { vi: 'Đổi cấp', en: 'Level changed' },
    shape({ code: text, from: level, to: level }),
    { code, from: 2, to: 3 },
  ),
  'operations-centre.step-done': entry(
    { vi: 'Làm xong một việc', en: 'Step done' },
    shape({ code: text, step: text }),
    { code, step: 'call-fire-service' },
  ),
  'operations-centre.step-undone': entry(
    { vi: 'Bỏ đánh dấu một việc', en: 'Step not done after all' },
    shape({ code: text, step: text }),
    { code, step: 'call-fire-service' },
  ),
  'operations-centre.note-added': entry({ vi: 'Ghi chú', en: 'Note' }, shape({ code: text }), { code }),
  'operations-centre.signals-split': entry(
    { vi: 'Tách tín hiệu', en: 'Signals split off' },
    shape({ code: text, to: text, signals: Type.Array(text) }),
    { code, to: id, signals: [id] },
  ),
  'operations-centre.incident-joined': entry(
    { vi: 'Gộp vào sự cố khác', en: 'Joined into another incident' },
    shape({ code: text, into: text, signals: Type.Integer() }),
    { code, into: 'SC.H53.101-261123-0002', signals: 3 },
  ),
  'operations-centre.incident-received': entry(
    { vi: 'Nhận tín hiệu của sự cố khác', en: 'Received another incident' },
    shape({ code: text, from: text, signals: Type.Integer() }),
    { code, from: 'SC.H53.101-261123-0002', signals: 3 },
  ),
  'operations-centre.incident-closed': entry(
    { vi: 'Kết thúc sự cố', en: 'Incident closed' },
    shape({ code: text, outcome: text }),
    { code, outcome: 'resolved' },
  ),
  'operations-centre.incident-reopened': entry({ vi: 'Mở lại sự cố', en: 'Incident reopened' }, shape({ code: text }), {
    code,
  }),
  'operations-centre.nobody-took': entry({ vi: 'Chưa ai nhận', en: 'Nobody has taken it' }, shape({ code: text }), {
    code,
  }),
  'operations-centre.steps-overdue': entry(
    { vi: 'Quá giờ làm một việc', en: 'Steps overdue' },
    shape({ code: text, steps: Type.Array(text) }),
    { code, steps: ['call-fire-service'] },
  ),
  'operations-centre.shift-begun': entry({ vi: 'Vào ca trực', en: 'Shift begun' }, shape({ unit: text }), { unit: id }),
  'operations-centre.shift-noted': entry({ vi: 'Ghi sổ trực', en: 'Shift note' }, shape({ unit: text }), { unit: id }),
  'operations-centre.shift-ended': {
    title: { vi: 'Giao ca trực', en: 'Shift handed over' },
    versions: [
      { version: 1, body: shape({ unit: text, to: maybe }), sample: { unit: id, to: id } },
      // since version 2: the shift that begins with it, where one does
      { version: 2, body: shape({ unit: text, to: maybe, next: maybe }), sample: { unit: id, to: id, next: id } },
    ],
  },
  'operations-centre.drill-begun': entry(
    { vi: 'Bắt đầu diễn tập', en: 'Drill begun' },
    shape({ unit: text, until: text }),
    { unit: id, until: at },
  ),
  'operations-centre.drill-ended': entry({ vi: 'Kết thúc diễn tập', en: 'Drill ended' }, shape({ unit: text }), {
    unit: id,
  }),
} as const satisfies Record<string, EntrySpec>;
