/** What acts on findings are refused for. */
import type { RefusalSpec } from '../../../platform/system/define-system.ts';

export const findingRefusals: Readonly<Record<string, RefusalSpec>> = {
  'supervision.answer-empty': {
    text: { vi: 'Hãy viết giải trình.', en: 'Write your answer.' },
  },
  'supervision.reason-missing': {
    text: { vi: 'Hãy ghi lý do.', en: 'Give the reason.' },
  },
  'supervision.conclusion-missing': {
    text: { vi: 'Hãy chọn kết luận.', en: 'Choose a conclusion.' },
  },
  'supervision.already-concluded': {
    text: { vi: 'Phát hiện này đã có kết luận.', en: 'This finding has been concluded.' },
  },
  'supervision.not-yours': {
    text: {
      vi: 'Chỉ người có hành vi bị phát hiện mới giải trình được.',
      en: 'Only the officer whom it is about answers it.',
    },
  },
  'supervision.own-finding': {
    text: {
      vi: 'Không ai kết luận về hành vi của chính mình.',
      en: 'Nobody concludes on what they did themselves.',
    },
  },
  'supervision.nothing-above': {
    text: { vi: 'Không còn cấp nào để chuyển lên.', en: 'There is nobody further up.' },
  },
  'supervision.already-on': {
    text: { vi: 'Kịch bản {scenario} đang chạy.', en: 'Scenario {scenario} is running.' },
  },
};
