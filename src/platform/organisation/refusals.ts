/** What the organisation refuses, in words. */
import type { RefusalSpec } from '../system/define-system.ts';
import { changeRefusals } from './changes/refusals.ts';

const say = (vi: string, en: string): RefusalSpec => ({ text: { vi, en } });

export const organisationRefusals: Readonly<Record<string, RefusalSpec>> = {
  ...changeRefusals,
  'organisation.already-held': say(
    'Người này đã giữ vị trí đó trong thời gian này.',
    'This person already holds that position during this time.',
  ),
  'organisation.not-held': say('Người này không giữ vị trí đó.', 'This person does not hold that position.'),
  'organisation.command-reused': say(
    'Lệnh này đã được gửi với nội dung khác. Hãy mở lại trang và làm lại.',
    'This command was sent before with other content. Open the page again and repeat.',
  ),
  'organisation.delegation-to-oneself': say('Không thể ủy quyền cho chính mình.', 'Nobody can delegate to themselves.'),
  'organisation.delegation-past': say(
    'Ngày bắt đầu đã qua. Chọn từ hôm nay trở đi.',
    'The first day has passed. Choose today or later.',
  ),
  'organisation.delegation-days': say(
    'Ngày kết thúc phải từ ngày bắt đầu trở đi.',
    'The last day cannot lie before the first.',
  ),
  'organisation.day-unreadable': say(
    'Nhập đủ ngày, tháng, năm có trong lịch.',
    'Enter a day, month and year that exist.',
  ),
  'organisation.delegation-unfounded': {
    ...say(
      'Ghi số, ngày của văn bản ủy quyền hoặc lý do.',
      'Enter the number and date of the paper it rests on, or the reason.',
    ),
    basis: 'Nghị định 30/2020/NĐ-CP, Điều 13',
    confirm: true,
  },
  'organisation.position-needed': say('Chọn vị trí.', 'Choose the position.'),
  'organisation.sub-delegation': {
    ...say(
      'Người được ủy quyền không được ủy quyền lại cho người khác.',
      'Who acts by delegation cannot delegate further.',
    ),
    basis: 'Nghị định 30/2020/NĐ-CP, Điều 13',
    confirm: true,
  },
  'organisation.delegation-beyond': say(
    'Vị trí này chỉ giữ đến hết ngày {day}, nên không ủy quyền lâu hơn được.',
    'The position is held until {day} only, so it cannot be delegated for longer.',
  ),
  'organisation.delegate-unknown': say(
    'Chọn một cán bộ có tài khoản đang sử dụng.',
    'Choose an officer whose account is in use.',
  ),
  'organisation.delegate-holds': say(
    'Người này đang giữ chính vị trí đó trong thời gian này.',
    'This person holds that very position in these days.',
  ),
  'organisation.delegate-away': say(
    'Người này báo vắng mặt trong thời gian đó.',
    'This person has said to be away in these days.',
  ),
  'organisation.second-delegate': {
    ...say(
      'Quyền này đã ủy cho {name} từ ngày {from} đến hết ngày {to}. Hãy chấm dứt ủy quyền đó trước.',
      'This power is delegated to {name} from {from} to {to}. End that delegation first.',
    ),
    basis: 'Nghị định 30/2020/NĐ-CP, Điều 13',
    confirm: true,
  },
  'organisation.delegation-circular': say(
    'Người này, hoặc người được họ ủy quyền, đang ủy quyền lại cho người ủy quyền trong thời gian đó.',
    'This person, or whom they have delegated to, delegates to the giver in these days.',
  ),
  'organisation.already-away': say(
    'Bạn đã báo vắng trong những ngày này.',
    'You have said an absence in these days already.',
  ),
  'organisation.absence-unfounded': say('Ghi lý do hoặc số văn bản.', 'Enter the reason or the number of the paper.'),
  'organisation.substitute-needed': say(
    'Chọn người làm thay, hoặc chọn “Chưa có ai làm thay”.',
    'Choose who stands in, or “Nobody”.',
  ),
  'organisation.acting-unfounded': say(
    'Giao quyền hoặc phụ trách phải ghi số, ngày của quyết định.',
    'Acting, or being in charge, needs the number and date of the decision.',
  ),
  'organisation.absence-ended': say('Lần vắng này đã kết thúc.', 'This absence is over.'),
  'organisation.delegation-ended': say('Ủy quyền này đã kết thúc.', 'This delegation has ended.'),
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
