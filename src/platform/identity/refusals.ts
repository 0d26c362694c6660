/** What identity refuses, in words: stable codes, never used again for something else. */
import type { RefusalSpec } from '../system/define-system.ts';

const say = (vi: string, en: string): RefusalSpec => ({ text: { vi, en } });

export const identityRefusals: Readonly<Record<string, RefusalSpec>> = {
  'identity.wrong-password': say('Tên đăng nhập hoặc mật khẩu không đúng.', 'The login or the password is not right.'),
  'identity.too-many-tries': say(
    'Đã nhập sai nhiều lần từ mạng này. Hãy thử lại sau {minutes} phút.',
    'There were too many wrong tries from this network. Try again in {minutes} minutes.',
  ),
  'identity.account-disabled': say(
    'Tài khoản này đã ngừng sử dụng. Hãy liên hệ người quản trị.',
    'This account is no longer in use. Ask the administrator.',
  ),
  'identity.already-disabled': say('Tài khoản này đã ngừng sử dụng từ trước.', 'This account was disabled before.'),
  'identity.last-administrator': say(
    'Đây là người quản trị duy nhất nên không thể ngừng sử dụng tài khoản.',
    'This is the only administrator, so the account cannot be disabled.',
  ),
  'identity.own-account': say(
    'Không tự ngừng hoặc tự đặt lại mật khẩu cho tài khoản của mình ở đây. Hãy đổi mật khẩu ở trang tài khoản của bạn.',
    'You cannot disable your own account or reset its password here. Change your password on your own account page.',
  ),
  'identity.vneid-only': {
    ...say('Tài khoản này chỉ đăng nhập được bằng VNeID.', 'This account signs in with VNeID only.'),
    basis: 'Nghị định 69/2024/NĐ-CP',
    confirm: true,
  },
  'identity.vneid-expired': say(
    'Lần đăng nhập này đã quá 10 phút hoặc được mở ở trình duyệt khác. Hãy đăng nhập lại.',
    'This sign-in took more than 10 minutes or was begun in another browser. Please sign in again.',
  ),
  'identity.vneid-cancelled': say('Bạn đã dừng đăng nhập tại VNeID.', 'You stopped the sign-in at VNeID.'),
  'identity.vneid-level': {
    ...say(
      'Việc này cần tài khoản VNeID mức độ 2. Hãy đến cơ quan Công an để được cấp.',
      'This needs a VNeID account of level 2. The police issue it.',
    ),
    basis: 'Nghị định 69/2024/NĐ-CP',
    confirm: true,
  },
  'identity.vneid-failed': say(
    'VNeID không xác nhận được lần đăng nhập này. Hãy đăng nhập lại.',
    'VNeID did not confirm this sign-in. Please sign in again.',
  ),
  'identity.vneid-unreachable': say(
    'Hiện không kết nối được với VNeID. Hãy thử lại sau ít phút.',
    'VNeID cannot be reached at present. Try again in a few minutes.',
  ),
  'identity.vneid-incomplete': say(
    'VNeID không gửi đủ thông tin định danh (họ tên, số định danh cá nhân, mức độ).',
    'VNeID did not send all that identifies you (name, personal number, level).',
  ),
  'identity.vneid-other-sub': say(
    'Số định danh này đã gắn với một tài khoản VNeID khác. Hãy liên hệ người quản trị.',
    'This number is already bound to another VNeID account. Ask the administrator.',
  ),
  'identity.name-missing': say('Hãy nhập họ và tên.', 'Enter the full name.'),
  'identity.login-form': say(
    'Tên đăng nhập gồm 3 đến 63 chữ cái không dấu, chữ số, dấu chấm, gạch ngang, gạch dưới hoặc @, bắt đầu bằng chữ hoặc số.',
    'A login has 3 to 63 letters without marks, digits, dots, hyphens, underscores or @, and begins with a letter or digit.',
  ),
  'identity.login-taken': say('Tên đăng nhập này đã có người dùng.', 'This login is taken.'),
  'identity.personal-number-taken': say(
    'Số định danh cá nhân này đã có tài khoản.',
    'This personal number has an account already.',
  ),
  'identity.tax-code-taken': say('Mã số thuế này đã có tài khoản.', 'This tax code has an account already.'),
  'identity.no-password': say('Tài khoản này không dùng mật khẩu.', 'This account has no password.'),
  'identity.wrong-old-password': say('Mật khẩu đang dùng không đúng.', 'The present password is not right.'),
  'identity.password-short': say(
    'Mật khẩu phải có ít nhất {least} ký tự.',
    'A password has at least {least} characters.',
  ),
  'identity.password-long': say('Mật khẩu có nhiều nhất {most} ký tự.', 'A password has at most {most} characters.'),
  'identity.password-plain': say(
    'Mật khẩu này quá dễ đoán: có tên đăng nhập hoặc chỉ lặp lại vài ký tự.',
    'This password is too easy to guess: it holds the login, or repeats a few characters.',
  ),
  'identity.demo-only': say(
    'Chỉ bản trình diễn mới có người được đặt ra.',
    'Only a demonstration has invented people.',
  ),
  'identity.login-needed': say('Cần tên đăng nhập và họ tên.', 'A login and a name are needed.'),
  'identity.position-needed': say(
    'Cần cả vai trò và mã đơn vị, trừ khi là người quản trị.',
    'A role and the code of a unit are needed together, except for an administrator.',
  ),
  'identity.unit-unknown': say('Hôm nay không có đơn vị nào mang mã {unit}.', 'Today no unit has the code {unit}.'),
  'identity.role-unknown': say(
    'Đơn vị {unit} không có vị trí nào với vai trò {role}.',
    'Unit {unit} has no position of the role {role}.',
  ),
};
