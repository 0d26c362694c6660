/** What is refused about reserved numbers and about dossiers received without a line. */
import type { RefusalSpec } from '../../../platform/system/define-system.ts';

export const offlineRefusals = {
  'dossiers.too-many-numbers': {
    text: {
      vi: 'Mỗi người giữ trước tối đa {most} số chưa dùng trong ngày; bạn đang giữ {held} số.',
      en: 'Nobody holds more than {most} unused numbers on a day; you hold {held}.',
    },
  },
  'dossiers.no-numbers-held': {
    text: { vi: 'Bạn không còn giữ số nào để chốt.', en: 'You hold no numbers that could be closed.' },
  },
  'dossiers.not-at-an-office': {
    text: {
      vi: 'Vị trí của bạn không thuộc nơi tiếp nhận hồ sơ, nên không giữ được số.',
      en: 'Your position is at no office that receives dossiers, so no numbers can be reserved.',
    },
  },
  'dossiers.device-unknown': {
    text: {
      vi: 'Trình duyệt chưa cho biết đây là máy nào: bật JavaScript và bộ nhớ trình duyệt rồi thử lại.',
      en: 'The browser has not said which device this is: turn JavaScript and its storage on, then try again.',
    },
  },
  'dossiers.number-unknown': {
    text: { vi: 'Bạn không giữ số {code}.', en: 'You hold no number {code}.' },
  },
  'dossiers.number-voided': {
    text: {
      vi: 'Số {code} đã bị hủy khi chốt ngày. Hồ sơ chỉ được nhận bằng một số mới.',
      en: 'Number {code} was voided when its day was closed. The dossier can only be received under a new one.',
    },
  },
  'dossiers.number-used': {
    text: {
      vi: 'Số {code} đã dùng cho một hồ sơ khác. Hồ sơ này chỉ được nhận bằng một số mới.',
      en: 'Number {code} is another dossier’s. This one can only be received under a new number.',
    },
  },
  'dossiers.number-of-other-office': {
    text: {
      vi: 'Số {code} thuộc sổ của nơi khác với nơi nhận hồ sơ này.',
      en: 'Number {code} belongs to the book of another office than the one that receives this dossier.',
    },
  },
  'dossiers.reception-time': {
    text: {
      vi: 'Thời điểm nhận ghi trên máy không thể đúng: ngoài ngày của số, trước khi giữ số hoặc sau bây giờ.',
      en: 'The time noted by the device cannot be true: outside the day of the number, before it was reserved or after now.',
    },
  },
  'dossiers.procedure-changed': {
    text: {
      vi: 'Thủ tục đã đổi sau khi máy lưu mẫu: xem lại theo bản đang áp dụng.',
      en: 'The procedure has changed since the device kept its form: look at it again under the version in force.',
    },
  },
} as const satisfies Record<string, RefusalSpec>;
