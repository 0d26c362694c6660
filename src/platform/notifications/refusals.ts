/** Refusals of notifications, each with its sentence. */
import type { RefusalSpec } from '../system/define-system.ts';

export const notificationRefusals: Readonly<Record<string, RefusalSpec>> = {
  'notifications.unknown': { text: { vi: 'Không có thông báo này.', en: 'There is no such notification.' } },
  'notifications.simulated': {
    text: {
      vi: 'Thông báo về hồ sơ mô phỏng không được gửi ra ngoài.',
      en: 'A notification about a simulated matter is not sent anywhere.',
    },
  },
  'notifications.not-failed': {
    text: {
      vi: 'Chỉ gửi lại được thông báo gửi lỗi hoặc còn giữ lại.',
      en: 'Only what failed or was kept can be sent again.',
    },
  },
  'notifications.erased': {
    text: { vi: 'Nội dung thông báo đã được xóa.', en: 'The text of the notification has been erased.' },
  },
};
