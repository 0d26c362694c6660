/** What is refused when dossiers are given to somebody, to another unit, or acted on several at once. */
import type { RefusalSpec } from '../../platform/system/define-system.ts';

export const givingRefusals = {
  'dossiers.nobody-stands-in': {
    text: { vi: 'Chưa có người làm thay để bàn giao.', en: 'Nobody stands in to whom it could be handed over.' },
  },
  'dossiers.not-held': {
    text: { vi: 'Hồ sơ này không do bạn giữ.', en: 'You do not hold this dossier.' },
  },
  'dossiers.already-there': {
    text: { vi: 'Hồ sơ đang ở đơn vị này.', en: 'The dossier lies with this unit already.' },
  },
  'dossiers.no-transfer-unit': {
    text: {
      vi: 'Chọn một đơn vị cùng địa bàn có người giữ vai trò của bước này.',
      en: 'Choose a unit of the same place that has somebody of this step’s role.',
    },
  },
  'dossiers.already-assigned': {
    text: { vi: 'Hồ sơ đã giao cho người này.', en: 'The dossier is given to this person already.' },
  },
  'dossiers.office-part-missing': {
    text: {
      vi: 'Phần cơ quan ghi trên văn bản kết quả còn thiếu: mở riêng hồ sơ này để ghi.',
      en: 'The office’s part of the result paper is not complete: open this dossier by itself and fill it in.',
    },
  },
  'dossiers.no-assignee': {
    text: {
      vi: 'Chọn một người giữ vai trò của bước này ở đơn vị đang giữ hồ sơ.',
      en: 'Choose a person who holds this step’s role in the unit that holds the dossier.',
    },
  },
  'dossiers.not-a-candidate': {
    text: {
      vi: 'Người này không giữ vai trò của bước ở đơn vị đang giữ hồ sơ.',
      en: 'This person does not hold the step’s role in the unit that holds the dossier.',
    },
  },
} as const satisfies Record<string, RefusalSpec>;
