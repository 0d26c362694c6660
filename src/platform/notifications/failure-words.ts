/** Why a delivery has not arrived, as an administrator reads it; the peer's own words stand beside it. */
import type { LocalText } from '../i18n/local-text.ts';

type Sentence = Required<LocalText>;

const SENTENCES: readonly [begins: RegExp, sentence: Sentence][] = [
  [/^simulated/, { vi: 'Hồ sơ mô phỏng: không gửi ra ngoài.', en: 'A simulated matter: sent nowhere.' }],
  [
    /^invented-person/,
    { vi: 'Người được tạo ra để trình diễn: không gửi ra ngoài.', en: 'An invented person: sent nowhere.' },
  ],
  [/^erased/, { vi: 'Nội dung đã được xóa trước khi gửi.', en: 'The text was erased before it was sent.' }],
  [/^email\.not-set-up/, { vi: 'Chưa cấu hình máy chủ thư.', en: 'No mail server is set up.' }],
  [/^sms\.not-set-up/, { vi: 'Chưa cấu hình cổng tin nhắn.', en: 'No SMS gateway is set up.' }],
  [
    /^email\.(EAUTH|535|534|530)/,
    { vi: 'Máy chủ thư không nhận tài khoản của cổng.', en: 'The mail server refuses our login.' },
  ],
  [
    /^email\.5/,
    { vi: 'Máy chủ thư từ chối nơi nhận hoặc nội dung.', en: 'The mail server refuses the address or the mail.' },
  ],
  [/^email\.4/, { vi: 'Máy chủ thư bận.', en: 'The mail server is busy.' }],
  [/^email\./, { vi: 'Không liên lạc được với máy chủ thư.', en: 'The mail server cannot be reached.' }],
  [/^sms\.answered-\d+: sms\.no-such-number/, { vi: 'Số điện thoại không tồn tại.', en: 'There is no such number.' }],
  [/^sms\.answered-40[13]/, { vi: 'Cổng tin nhắn không nhận khóa của ta.', en: 'The SMS gateway refuses our key.' }],
  [/^sms\.answered-4(08|25|29)|^sms\.answered-5/, { vi: 'Cổng tin nhắn bận.', en: 'The SMS gateway is busy.' }],
  [/^sms\.answered/, { vi: 'Cổng tin nhắn từ chối tin.', en: 'The SMS gateway refuses the message.' }],
  [/^sms\.undelivered/, { vi: 'Nhà mạng không phát được tin.', en: 'The network could not deliver it.' }],
  [/^web-push\.not-set-up/, { vi: 'Chưa bật thông báo đẩy.', en: 'Push is not set up.' }],
  [
    /^web-push\.(gone|answered-4(04|10))/,
    { vi: 'Trình duyệt không còn nhận thông báo.', en: 'The browser is no longer told.' },
  ],
  [
    /^web-push\.answered-40[13]/,
    { vi: 'Dịch vụ đẩy không nhận khóa của cổng.', en: 'The push service refuses our keys.' },
  ],
  [/^web-push\./, { vi: 'Dịch vụ đẩy chưa nhận thông báo.', en: 'The push service has not taken it.' }],
  [/^sms\.unreachable/, { vi: 'Không liên lạc được với cổng tin nhắn.', en: 'The SMS gateway cannot be reached.' }],
];

export const failureSentence = (error: string): Sentence | undefined =>
  SENTENCES.find(([begins]) => begins.test(error))?.[1];
