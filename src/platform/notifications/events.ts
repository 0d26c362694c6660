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
