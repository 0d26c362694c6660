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
  'notifications.push-not-again': {
    text: {
      vi: 'Thông báo đẩy không gửi lại: nội dung đã có trên cổng.',
      en: 'A push is not sent again: what it was about is in the portal.',
    },
  },
  'notifications.push-unusable': {
    text: {
      vi: 'Trình duyệt này dùng một dịch vụ đẩy mà cổng không gửi tới.',
      en: 'This browser uses a push service that the portal does not send to.',
    },
  },
  'notifications.push-too-many': {
    text: {
      vi: 'Đã có 10 trình duyệt nhận thông báo. Hãy ngừng một trình duyệt trước.',
      en: 'Ten browsers are told already. Stop one of them first.',
    },
  },
  'notifications.template-unknown': {
    text: { vi: 'Không có mẫu thông báo này.', en: 'There is no such notification template.' },
  },
  'notifications.template-changed': {
    text: {
      vi: 'Mẫu đã được người khác sửa hoặc công bố trong khi bạn đang xem. Hãy mở lại mẫu.',
      en: 'Somebody else has changed or published the template meanwhile. Open it again.',
    },
  },
  'notifications.nothing-new': {
    text: {
      vi: 'Nội dung không khác gì phiên bản đang áp dụng.',
      en: 'The texts are the same as those in force.',
    },
  },
  'notifications.day-passed': {
    text: { vi: 'Ngày áp dụng phải từ hôm nay trở đi.', en: 'The day must be today or later.' },
  },
  'notifications.erased': {
    text: { vi: 'Nội dung thông báo đã được xóa.', en: 'The text of the notification has been erased.' },
  },
};
