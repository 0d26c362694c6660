/** What the organisation refuses, in words. */
import type { RefusalSpec } from '../system/define-system.ts';

const say = (vi: string, en: string): RefusalSpec => ({ text: { vi, en } });

export const organisationRefusals: Readonly<Record<string, RefusalSpec>> = {
  'organisation.already-held': say(
    'Người này đã giữ vị trí đó trong thời gian này.',
    'This person already holds that position during this time.',
  ),
  'organisation.not-held': say('Người này không giữ vị trí đó.', 'This person does not hold that position.'),
  'organisation.unit-unknown': say('Không có đơn vị này.', 'There is no such unit.'),
  'organisation.not-ended': say(
    'Đơn vị này còn hoạt động nên chưa có đơn vị kế thừa.',
    'This unit still exists, so nobody succeeds it.',
  ),
  'organisation.successor-ended': say(
    'Đơn vị được chỉ định kế thừa đã kết thúc hoạt động.',
    'The unit named as successor has ended itself.',
  ),
  'organisation.successor-known': say('Đơn vị kế thừa đã được xác định từ trước.', 'The successor is known already.'),
};
