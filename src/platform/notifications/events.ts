/** Journal entries of notifications: what people choose and what administrators do; each delivery itself stands in the ledger. */
import { Type } from 'typebox';
import type { EntrySpec } from '../system/define-system.ts';

const Outside = Type.Union([Type.Literal('email'), Type.Literal('sms')]);

export const notificationEntries: Readonly<Record<string, EntrySpec>> = {
  'notifications.preference-changed': {
    title: { vi: 'Chọn nhận hoặc ngừng nhận thông báo', en: 'Choice of notifications changed' },
    versions: [
      {
        version: 1,
        body: Type.Object({ channel: Outside, wanted: Type.Boolean() }),
        sample: { channel: 'email', wanted: false },
      },
    ],
  },
  'notifications.push-subscribed': {
    title: { vi: 'Bật thông báo đẩy trên một trình duyệt', en: 'Push notifications begun in a browser' },
    versions: [
      {
        version: 1,
        body: Type.Object({ subscription: Type.String() }),
        sample: { subscription: '01939b5e-0000-7000-8000-000000000001' },
      },
    ],
  },
  'notifications.push-ended': {
    title: { vi: 'Ngừng thông báo đẩy trên một trình duyệt', en: 'Push notifications ended in a browser' },
    versions: [
      {
        version: 1,
        body: Type.Object({
          subscription: Type.String(),
          /** The person ended it, its push service knows it no longer, or somebody else uses the browser now. */
          why: Type.Union([Type.Literal('person'), Type.Literal('gone'), Type.Literal('taken-over')]),
        }),
        sample: { subscription: '01939b5e-0000-7000-8000-000000000001', why: 'gone' },
      },
    ],
  },
  'notifications.template-drafted': {
    title: { vi: 'Sửa bản nháp mẫu thông báo', en: 'Draft of a notification template changed' },
    versions: [
      {
        version: 1,
        body: Type.Object({ code: Type.String(), base: Type.Integer() }),
        sample: { code: 'dossiers.accepted', base: 1 },
      },
    ],
  },
  'notifications.template-draft-dropped': {
    title: { vi: 'Bỏ bản nháp mẫu thông báo', en: 'Draft of a notification template dropped' },
    versions: [{ version: 1, body: Type.Object({ code: Type.String() }), sample: { code: 'dossiers.accepted' } }],
  },
  'notifications.template-published': {
    title: { vi: 'Công bố mẫu thông báo', en: 'Notification template published' },
    versions: [
      {
        version: 1,
        body: Type.Object({
          code: Type.String(),
          version: Type.Integer(),
          valid_from: Type.String(),
          /** The version that was taken back into force. */
          copied_from: Type.Union([Type.Integer(), Type.Null()]),
        }),
        sample: { code: 'dossiers.accepted', version: 2, valid_from: '2026-12-01', copied_from: null },
      },
    ],
  },
  'notifications.delivery-retried': {
    title: { vi: 'Gửi lại thông báo', en: 'Notification sent again' },
    versions: [
      {
        version: 1,
        body: Type.Object({ channel: Outside, was: Type.String() }),
        sample: { channel: 'sms', was: 'failed' },
      },
    ],
  },
};
