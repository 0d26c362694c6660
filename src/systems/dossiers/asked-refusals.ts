/** Refusals about what other units are asked: opinions, and parts of linked procedures. */
import type { RefusalSpec } from '../../platform/system/define-system.ts';

export const askedRefusals = {
  'dossiers.no-unit-asked': {
    text: { vi: 'Chọn ít nhất một đơn vị để lấy ý kiến.', en: 'Choose at least one unit to ask.' },
  },
  'dossiers.question-missing': {
    text: { vi: 'Ghi nội dung cần lấy ý kiến.', en: 'Write what the unit is asked.' },
  },
  'dossiers.opinion-term': {
    text: {
      vi: 'Thời hạn trả lời phải là số ngày làm việc từ 1 đến 60.',
      en: 'The time to answer is a number of working days from 1 to 60.',
    },
  },
  'dossiers.asks-itself': {
    text: {
      vi: 'Đơn vị đang giữ hồ sơ không tự lấy ý kiến của mình.',
      en: 'The unit that holds the dossier cannot ask itself.',
    },
  },
  'dossiers.opinion-asked-already': {
    text: {
      vi: 'Đơn vị này đã được hỏi và chưa trả lời.',
      en: 'This unit has been asked and has not answered yet.',
    },
  },
  'dossiers.not-asked': {
    text: {
      vi: 'Đơn vị của bạn không được hỏi ý kiến về hồ sơ này.',
      en: 'Your unit is not asked about this dossier.',
    },
  },
  'dossiers.opinion-given-already': {
    text: { vi: 'Đơn vị của bạn đã trả lời.', en: 'Your unit has answered already.' },
  },
  'dossiers.not-your-part': {
    text: {
      vi: 'Phần việc này không giao cho đơn vị của bạn.',
      en: 'This part is not your unit’s.',
    },
  },
  'dossiers.part-ended-already': {
    text: { vi: 'Phần việc này đã kết thúc.', en: 'This part has ended already.' },
  },
  'dossiers.part-not-refused': {
    text: {
      vi: 'Không có phần việc nào đang bị từ chối để giao lại.',
      en: 'No part stands refused, so none can be asked for again.',
    },
  },
  'dossiers.parts-gathered': {
    text: {
      vi: 'Bước nhận kết quả của phần việc này đã qua, không giao lại được.',
      en: 'The step that gathers this part’s result is past: it cannot be asked for again.',
    },
  },
  'dossiers.parts-open': {
    text: {
      vi: 'Còn phần việc liên thông của cơ quan khác chưa xong.',
      en: 'Another body has not ended its part of the linked procedure.',
    },
    basis: 'Nghị định 61/2018/NĐ-CP, Điều 19 khoản 6, 7',
  },
  'dossiers.opinion-missing': { text: { vi: 'Ghi ý kiến của đơn vị.', en: 'Write the opinion of your unit.' } },
  'dossiers.opinions-in-time': {
    text: { vi: 'Chưa có đơn vị nào đến lúc phải nhắc hoặc quá hạn cho ý kiến.', en: 'No opinion is due yet.' },
  },
} satisfies Record<string, RefusalSpec>;
