/** The refusals of the legal clock, in words. */
import type { LocalText } from '../i18n/local-text.ts';

export const clockRefusals: Readonly<Record<string, { readonly text: Required<LocalText> }>> = {
  'cases.clock-not-started': {
    text: {
      vi: 'Thời hạn chưa bắt đầu tính: hồ sơ chưa được tiếp nhận.',
      en: 'The term has not started: nothing was accepted yet.',
    },
  },
  'cases.clock-already-started': {
    text: { vi: 'Thời hạn đã bắt đầu tính.', en: 'The term has already started.' },
  },
  'cases.clock-paused': {
    text: { vi: 'Thời hạn đang tạm dừng.', en: 'The term is already paused.' },
  },
  'cases.clock-not-paused': {
    text: { vi: 'Thời hạn không ở trạng thái tạm dừng.', en: 'The term is not paused.' },
  },
  'cases.clock-stopped': {
    text: {
      vi: 'Thời hạn đã kết thúc, không thay đổi được nữa.',
      en: 'The term has ended and cannot be changed any more.',
    },
  },
  'cases.clock-out-of-order': {
    text: {
      vi: 'Thời điểm này trước sự kiện gần nhất của thời hạn.',
      en: 'This lies before the last event of the term.',
    },
  },
  'cases.clock-term': {
    text: {
      vi: '“{term}” không phải là thời hạn, ví dụ đúng: 3wd, 8h, 10d, 1m.',
      en: '“{term}” is not a term such as 3wd, 8h, 10d, 1m.',
    },
  },
  'cases.clock-extension': {
    text: {
      vi: 'Gia hạn phải nêu hoặc thời hạn thêm, hoặc hạn mới.',
      en: 'An extension names either more time or a new due time.',
    },
  },
  'cases.clock-extension-not-later': {
    text: { vi: 'Hạn mới phải sau hạn hiện tại.', en: 'The new due time must be later than the present one.' },
  },
  'cases.clock-extension-outside-hours': {
    text: { vi: 'Hạn mới phải ở trong giờ làm việc.', en: 'The new due time must lie within office hours.' },
  },
};
