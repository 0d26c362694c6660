/** Refusals of the counter. */
import type { RefusalSpec } from '../../platform/system/define-system.ts';

const refusal = (vi: string, en: string): RefusalSpec => ({ text: { vi, en } });

export const counterRefusals = {
  'counter.place-number': refusal('Số quầy là số từ 1 đến 99.', 'The number of a place is between 1 and 99.'),
  'counter.place-without-groups': refusal('Hãy chọn ít nhất một nhóm việc.', 'Choose at least one group of services.'),
  'counter.sits-elsewhere': refusal(
    'Ông/bà đang mở quầy {place}. Hãy đóng quầy đó trước.',
    'You have place {place} open. Close it first.',
  ),
  'counter.place-taken': refusal('Quầy {place} đang có người ngồi.', 'Somebody has place {place} open.'),
  'counter.no-place': refusal('Hãy mở quầy trước khi gọi số.', 'Open a place before you call.'),
  'counter.somebody-at-place': refusal(
    'Quầy đang có người. Hãy kết thúc lượt này trước.',
    'Somebody is at your place. End this turn first.',
  ),
  'counter.nobody-waits': refusal('Không còn ai chờ nhóm việc của quầy này.', 'Nobody waits for what this place does.'),
  'counter.not-at-place': refusal(
    'Số này không còn ở quầy của ông/bà. Hãy tải lại trang.',
    'This number is no longer at your place. Load the page again.',
  ),
  'counter.already-serving': refusal('Số này đang được phục vụ.', 'This number is being served.'),
  'counter.not-serving': refusal('Hãy bắt đầu phục vụ trước khi kết thúc.', 'Start serving before you end it.'),
  'counter.no-such-dossier': refusal('Nơi tiếp nhận này không có hồ sơ {code}.', 'This office has no dossier {code}.'),
  'counter.call-again-first': refusal(
    'Phải gọi đủ {calls} lần mới được ghi vắng mặt.',
    'Call {calls} times before you note that nobody came.',
  ),
  'counter.transfer-where': refusal(
    'Hãy chọn quầy khác hoặc nhóm việc để chuyển đến.',
    'Choose another place or a group of services.',
  ),
  'counter.place-closed': refusal('Quầy {place} không mở.', 'Place {place} is not open.'),
  'counter.not-absent': refusal('Số này không ở trạng thái vắng mặt.', 'This number is not noted as absent.'),
  'counter.returned-before': refusal(
    'Số này đã được nhận lại {returns} lần. Hãy lấy số mới.',
    'This number has come back {returns} times. Take a new one.',
  ),
  'counter.back-too-late': refusal(
    'Đã quá {minutes} phút kể từ khi vắng mặt. Hãy lấy số mới.',
    'More than {minutes} minutes have passed. Take a new number.',
  ),
  'counter.no-such-group': refusal('Không có nhóm việc này.', 'There is no such group of services.'),
  'counter.device-name': refusal('Hãy ghi tên thiết bị.', 'Name the device.'),
  'counter.device-unit': refusal(
    'Không có nơi tiếp nhận nào có mã này.',
    'There is no reception office with this code.',
  ),
  'counter.device-kind': refusal('Hãy chọn loại thiết bị.', 'Choose what the device is.'),
  'counter.device-revoked': refusal('Thiết bị này đã bị thu hồi.', 'This device has been revoked.'),
  'counter.too-many-open': refusal(
    'Mỗi người có không quá {count} lịch hẹn chưa đến.',
    'Nobody has more than {count} appointments open.',
  ),
  'counter.no-such-slot': refusal(
    'Không đặt được khung giờ này. Hãy chọn khung giờ khác.',
    "This time can't be booked. Choose another one.",
  ),
  'counter.slot-full': refusal(
    'Khung giờ này vừa hết chỗ. Hãy chọn khung giờ khác.',
    'This time has just been taken. Choose another one.',
  ),
  'counter.same-slot': refusal(
    'Đây là khung giờ đang hẹn. Hãy chọn khung giờ khác.',
    'This is the time you have. Choose another one.',
  ),
  'counter.not-booked': refusal('Lịch hẹn này không còn hiệu lực.', 'This appointment is no longer open.'),
  'counter.no-such-appointment': refusal(
    'Nơi tiếp nhận này không có lịch hẹn với mã này.',
    'This office has no appointment with this code.',
  ),
  'counter.arrived-before': refusal('Lịch hẹn này đã được nhận số.', 'A number was taken for this appointment before.'),
  'counter.other-day': refusal('Lịch hẹn này vào ngày {day}.', 'This appointment is on {day}.'),
  'counter.too-early': refusal(
    'Chưa đến giờ. Nhận số theo lịch hẹn được trước giờ hẹn {minutes} phút.',
    'It is too early. A number is given {minutes} minutes before the appointment.',
  ),
  'counter.visitor-name': refusal('Hãy ghi họ và tên người hẹn.', 'Write who the appointment is for.'),
  'counter.visitor-phone': refusal(
    'Số điện thoại không đúng. Ví dụ: 0912 345 678.',
    'The phone number is wrong. For example: 0912 345 678.',
  ),
} as const satisfies Record<string, RefusalSpec>;
