/** What a change of the organisation refuses, in words. */
import type { RefusalSpec } from '../../system/define-system.ts';

const say = (vi: string, en: string): RefusalSpec => ({ text: { vi, en } });

export const changeRefusals: Readonly<Record<string, RefusalSpec>> = {
  'organisation.title-needed': say('Đặt tên cho bản thay đổi.', 'Give the change a title.'),
  'organisation.too-many-items': say(
    'Một bản thay đổi có nhiều nhất {most} mục. Hãy chia thành nhiều bản.',
    'A change has at most {most} items. Make several of it.',
  ),
  'organisation.change-published': say(
    'Bản thay đổi đã được công bố. Rút lại rồi mới sửa được.',
    'The change has been published. Take it back before changing it.',
  ),
  'organisation.day-passed': say(
    'Ngày áp dụng đã qua. Việc đã làm và ghi ngày trước hôm nay là của bộ máy lúc đó, nên chọn từ hôm nay trở đi.',
    'The first day has passed. What was done and dated before today was done by the offices of then: choose today or later.',
  ),
  'organisation.nothing-to-change': say('Bản thay đổi chưa có mục nào.', 'The change has no item yet.'),
  'organisation.document-needed': say(
    'Ghi số, ngày của quyết định trước khi công bố.',
    'Enter the number and date of the decision before publishing.',
  ),
  'organisation.breaks-later': say(
    'Sau thay đổi này, bản “{title}” đã công bố cho ngày sau không thực hiện được nữa. Hãy rút lại bản đó trước.',
    'After this, “{title}”, which is published for a later day, would no longer be possible. Take that back first.',
  ),
  'organisation.in-force-already': say(
    'Bản thay đổi không còn chờ ngày áp dụng. Dùng “Lập bản đảo ngược”.',
    'The change is not waiting for its day any more. Use “Turn it round”.',
  ),
  'organisation.not-in-force': say('Bản thay đổi chưa có hiệu lực.', 'The change is not in force yet.'),
  'organisation.overtaken': say(
    'Có thay đổi khác đã chiếm mã hoặc vị trí này. Rút lại, sửa và công bố lại.',
    'Something else has taken the code or the position. Take it back, mend it and publish it again.',
  ),
  'organisation.children-left': say(
    'Đơn vị trực thuộc “{unit}” còn hoạt động. Kết thúc hoặc chuyển nó sang cấp trên khác trước.',
    '“{unit}” stands under it. End it, or move it under another unit, first.',
  ),
  'organisation.begins-that-day': say(
    'Bắt đầu từ đúng ngày đó, nên sớm nhất kết thúc từ ngày hôm sau.',
    'It begins on that very day, so it can end from the day after at the earliest.',
  ),
  'organisation.held-since-that-day': say(
    'Người giữ bắt đầu giữ từ ngày đó hoặc muộn hơn, nên sớm nhất thôi giữ từ ngày hôm sau.',
    'It is held from that day or later, so it can be given up from the day after at the earliest.',
  ),
  'organisation.successor-needed': say(
    '“{unit}” còn {count} hồ sơ đang mở, phải có đơn vị kế thừa.',
    '“{unit}” has {count} open dossiers, so it needs a successor.',
  ),
  'organisation.succeeds-itself': say(
    'Đơn vị không thể kế thừa chính mình hoặc sáp nhập vào đơn vị trực thuộc.',
    'A unit cannot succeed itself or be merged into a unit under it.',
  ),
  'organisation.area-unknown': say('Không có địa bàn này vào ngày đó.', 'There is no such area on that day.'),
  'organisation.name-needed': say('Nhập tên đơn vị.', 'Enter the name of the unit.'),
  'organisation.code-form': say(
    'Mã gồm chữ cái, hai chữ số rồi các phần cách nhau bằng dấu chấm, ví dụ H53.101.5.',
    'A code is a letter, two digits and parts with dots between them, such as H53.101.5.',
  ),
  'organisation.code-taken': say('Mã này của “{unit}”.', 'That code belongs to “{unit}”.'),
  'organisation.parent-unknown': say(
    'Đơn vị cấp trên không hoạt động vào ngày đó.',
    'The unit above does not stand on that day.',
  ),
  'organisation.circle': say('“{unit}” sẽ nằm dưới chính nó.', '“{unit}” would stand under itself.'),
  'organisation.role-needed': say('Chọn vai trò.', 'Choose a role.'),
  'organisation.position-unknown': say('Không có vị trí này vào ngày đó.', 'There is no such position on that day.'),
  'organisation.person-unknown': say(
    'Tài khoản của người này không còn dùng.',
    'The account of this person is not in use.',
  ),
  'organisation.holds-already': say('{person} đã giữ vị trí này.', '{person} holds this position already.'),
  'organisation.unit-not-found': say('Không có đơn vị nào là “{typed}”.', 'There is no unit “{typed}”.'),
  'organisation.several-units': say(
    'Có {count} đơn vị như vậy: {names}. Hãy nhập mã.',
    'There are {count} such units: {names}. Enter the code.',
  ),
  'organisation.person-not-found': say('Không có cán bộ nào là “{typed}”.', 'There is no officer “{typed}”.'),
  'organisation.several-people': say(
    'Có {count} người như vậy: {names}. Hãy nhập tên đăng nhập.',
    'There are {count} such people: {names}. Enter the login.',
  ),
  'organisation.area-not-found': say('Không có địa bàn nào là “{typed}”.', 'There is no area “{typed}”.'),
  'organisation.several-areas': say(
    'Có {count} địa bàn như vậy: {names}. Hãy nhập mã.',
    'There are {count} such areas: {names}. Enter the code.',
  ),
  'organisation.kind-needed': say('Chọn loại đơn vị.', 'Choose the kind of unit.'),
  'organisation.section-form': say(
    'Lĩnh vực viết bằng chữ thường không dấu, chữ số và dấu gạch nối.',
    'The field of work is written in small letters, digits and hyphens.',
  ),
  'organisation.seats-unread': say(
    'Không đọc được “{part}”. Ví dụ: CV 2, LP 1.',
    '“{part}” cannot be read. Such as: CV 2, LP 1.',
  ),
  'organisation.nothing-differs': say('Chưa có gì khác so với hiện nay.', 'Nothing differs from what is now.'),
  'organisation.two-parts': say('Ghi ít nhất hai đơn vị mới.', 'Name two new units at least.'),
  'organisation.no-free-position': say(
    'Ở {unit} không còn vị trí trống với vai trò {role}.',
    'At {unit} no position of the role {role} is free.',
  ),
  'organisation.role-unknown-there': say('Không có vai trò {role}.', 'There is no role {role}.'),
  'organisation.manner-unread': say(
    'Hình thức phải là chinh-thuc, giao-quyen hoặc phu-trach.',
    'The manner is chinh-thuc, giao-quyen or phu-trach.',
  ),
  'organisation.file-needed': say('Chọn tệp CSV hoặc dán nội dung.', 'Choose a CSV file or paste its content.'),
  'organisation.count-form': say('Nhập số từ 1 đến 20.', 'Enter a number from 1 to 20.'),
};
